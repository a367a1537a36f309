import Testing

@testable import MIMECoding

/// The texts of `encode.jsonl`, each as a subject and as a display name, by every rule of the corpus's README.
@Suite("Writing the corpus of header texts")
struct EncodedWordCorpusTests {
    struct Sample: Decodable {
        let id: String
        let text: String
        let injection: Bool
    }

    // Skipped where the corpora are not at hand.
    @Test("Every text is written by the rules", .enabled(if: ReadingCorpus.has("encoded-words/encode.jsonl")))
    func corpus() throws {
        var tally = CorpusTally()
        for sample in try ReadingCorpus.cases("encoded-words/encode.jsonl", as: Sample.self) {
            for isName in [false, true] {
                let problem = HeaderRules.problem(sample.text.bytes, isName: isName, isInjection: sample.injection)
                tally.count(problem == nil, "\(sample.id) \(isName ? "name" : "subject"): \(problem ?? "")")
            }
        }
        tally.report("encoded-words, encode")
        #expect(tally.passed > 0)
        #expect(tally.failed == 0, "\(tally.failures.joined(separator: "\n"))")
    }

    @Test("Random hostile text keeps the same rules")
    func random() {
        var generator = SplitMix(seed: 5)
        for round in 0..<1500 {
            let count = Int.random(in: 1...12, using: &generator)
            let text = HostileText.make(count, from: HostileText.headerPieces, using: &generator)
            for isName in [false, true] {
                #expect(HeaderRules.problem(text, isName: isName, isInjection: false) == nil, "round \(round)")
            }
        }
    }

    @Test("Text of every length folds within the limits", arguments: 1...200)
    func lengths(_ length: Int) {
        for unit in ["x", "é", "中", "😀", "x ", "é "] {
            let text = Array(String(repeating: unit, count: length).bytes)
            for isName in [false, true] {
                #expect(HeaderRules.problem(text, isName: isName, isInjection: false) == nil)
            }
        }
    }
}

/// The rules for a text in a header.
enum HeaderRules {
    /// Writes a text as a subject or a display name and returns what is wrong with the result.
    static func problem(_ text: [UInt8], isName: Bool, isInjection: Bool) -> String? {
        var buffer = MessageBuffer()
        let address = "anna@example.com"
        do throws(HeaderFault) {
            if isName {
                let mailbox = MailboxText(name: text[...], address: address.bytes[...])
                try AddressField.write(.to, [.mailbox(mailbox)], into: &buffer)
            } else {
                try UnstructuredField.write(.subject, text.span, into: &buffer)
            }
        } catch {
            return isInjection ? nil : "refused: \(error)"
        }
        guard !isInjection else { return "a line end was taken" }
        let field = buffer.copy(0..<buffer.count)
        if let problem = formProblem(field, text) { return problem }
        guard let parsed = ReferenceReader.fields(field), parsed.count == 1 else { return "more than one field" }
        let value = parsed[0].value
        guard isName else {
            return ReferenceReader.decodeText(value) == text ? nil : "decodes to another text"
        }
        let tail = " <\(address)>".bytes
        guard value.suffix(tail.count).elementsEqual(tail) else { return "the address is not behind the name" }
        return ReferenceReader.decodePhrase(value.dropLast(tail.count)) == text ? nil : "decodes to another name"
    }

    private static func formProblem(_ field: [UInt8], _ text: [UInt8]) -> String? {
        guard field.suffix(2) == [13, 10] else { return "no line end" }
        let lines = ReferenceReader.lines(field)
        if field.contains(where: { $0 >= 0x7F || ($0 < 0x20 && $0 != 13 && $0 != 10) }) { return "not printable ASCII" }
        if lines.contains(where: { $0.contains(13) || $0.contains(10) }) { return "bare CR or LF" }
        if lines.contains(where: { $0.count > 78 }) { return "a line is longer than 78" }
        if lines.contains(where: { $0.allSatisfy { $0 == 0x20 } }) { return "a line is blank" }
        let hasWords = lines.contains { ReferenceReader.find("=?UTF-8?".bytes, in: $0, from: 0) != nil }
        if hasWords && lines.contains(where: { $0.count > 76 }) { return "a line with encoded words is longer than 76" }
        if ReferenceReader.find("=?".bytes, in: text, from: 0) != nil && !hasWords { return "looks encoded" }
        return nil
    }
}
