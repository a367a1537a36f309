import Foundation
import Testing

@testable import MIMECoding

/// Encoded words and parameters of public test suites.
@Suite("Reading the corpora of encoded words and parameters")
struct WordCorpusTests {
    private struct WordCase: Decodable {
        let id: String
        let kind: String
        let input: String
        let expected: String

        enum CodingKeys: String, CodingKey {
            case id
            case kind = "class"
            case input
            case expected
        }
    }

    // Skipped where the corpora are not at hand.
    @Test("Encoded words are decoded", .enabled(if: ReadingCorpus.has("encoded-words/decode.jsonl")))
    func words() throws {
        var required = CorpusTally()
        var choice = CorpusTally()
        for item in try ReadingCorpus.cases("encoded-words/decode.jsonl", as: WordCase.self) {
            let mine = EncodedWords.decodedText(Array(item.input.utf8))
            let isRight = sameScalars(trimmed(mine), trimmed(item.expected))
            let words = "\(item.id): \(mine.debugDescription) instead of \(item.expected.debugDescription)"
            if item.kind == "must" { required.count(isRight, words) } else { choice.count(isRight, words) }
        }
        required.report("encoded-words, must")
        choice.report("encoded-words, choice")
        #expect(required.passed > 0)
        #expect(required.failed == 0, "\(required.failures.joined(separator: "\n"))")
    }

    private func trimmed(_ text: String) -> String {
        let blank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\n" }
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, blank(first) { scalars.removeFirst() }
        while let last = scalars.last, blank(last) { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars))
    }

    private struct ParameterCase: Decodable {
        struct Expectation: Decodable {
            let value: String
            let params: [String: String]
        }

        let id: String
        let kind: String
        let header: String
        let input: String
        let expect: Expectation

        enum CodingKeys: String, CodingKey {
            case id
            case kind = "class"
            case header
            case input
            case expect
        }
    }

    // Skipped where the corpora are not at hand.
    @Test("Parameters are read", .enabled(if: ReadingCorpus.has("encoded-words/params.jsonl")))
    func parameters() throws {
        var required = CorpusTally()
        var choice = CorpusTally()
        for item in try ReadingCorpus.cases("encoded-words/params.jsonl", as: ParameterCase.self) {
            let (value, parameters) = read(item.header, item.input)
            let mine = parameters.parameters.map { (String(decoding: $0.name, as: UTF8.self), $0.text) }
            let isRight =
                sameScalars(value, item.expect.value) && mine.count == item.expect.params.count
                && mine.allSatisfy { sameScalars(item.expect.params[$0.0], $0.1) }
            let words = "\(item.id): \(item.input.debugDescription) is \(value) \(mine) instead of \(item.expect)"
            if item.kind == "must" { required.count(isRight, words) } else { choice.count(isRight, words) }
        }
        required.report("parameters, must")
        choice.report("parameters, choice")
        #expect(required.passed > 0)
        #expect(required.failed == 0, "\(required.failures.joined(separator: "\n"))")
    }

    private func read(_ header: String, _ input: String) -> (value: String, parameters: FieldParameters) {
        let bytes = Array(input.utf8)
        if header.lowercased() == "content-type" {
            let type = ContentType(fieldValue: bytes)
            return (type.mediaType, type.parameters)
        }
        let disposition = ContentDisposition(fieldValue: bytes)
        return (disposition.kind, disposition.parameters)
    }
}
