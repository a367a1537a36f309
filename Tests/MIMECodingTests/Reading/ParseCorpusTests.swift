import Foundation
import Testing

@testable import MIMECoding

/// Messages of public collections, and how other readers understand them.
@Suite("Reading the corpus of messages")
struct ParseCorpusTests {
    private struct Case: Decodable {
        struct Expectation: Decodable {
            let subject: String?
            let from: [Mailbox]?
            let to: [Mailbox]?
            let cc: [Mailbox]?
            let date: String?
            let messageID: String?
            let parts: [Part]

            enum CodingKeys: String, CodingKey {
                case subject
                case from
                case to
                case cc
                case date
                case messageID = "message_id"
                case parts
            }
        }

        struct Mailbox: Decodable {
            let name: String?
            let address: String?
        }

        struct Part: Decodable {
            let path: String
            let type: String
            let charset: String?
            let filename: String?
            let disposition: String?
            let textHash: String?
            let bytesHash: String?

            enum CodingKeys: String, CodingKey {
                case path
                case type
                case charset
                case filename
                case disposition
                case textHash = "text_sha256"
                case bytesHash = "bytes_sha256"
            }
        }

        let file: String
        let kind: String
        let expect: Expectation

        enum CodingKeys: String, CodingKey {
            case file
            case kind = "class"
            case expect
        }
    }

    // Skipped where the corpora are not at hand.
    @Test("Messages are read as other readers read them", .enabled(if: ReadingCorpus.has("mime-parse/cases.jsonl")))
    func corpus() throws {
        var required = CorpusTally()
        var choice = CorpusTally()
        var named = CorpusTally()
        var addressed = CorpusTally()
        for item in try ReadingCorpus.cases("mime-parse/cases.jsonl", as: Case.self) {
            let message = MIMEMessage(try ReadingCorpus.bytes("mime-parse/" + item.file))
            let differences = Self.differences(message, item.expect)
            let details = Self.detailDifferences(message, item.expect)
            let lost = Self.lostMailboxes(message, item.expect)
            if item.kind == "must" { addressed.count(lost.isEmpty, item.file + ": " + lost.joined(separator: "; ")) }
            named.count(details.isEmpty, item.file + ": " + details.joined(separator: "; "))
            let words = item.file + ": " + differences.joined(separator: "; ")
            if item.kind == "must" {
                required.count(differences.isEmpty, words)
            } else {
                choice.count(differences.isEmpty, words)
            }
        }
        required.report("mime-parse, must")
        choice.report("mime-parse, choice")
        named.report("mime-parse, dates, charsets and names")
        addressed.report("mime-parse, must, names and addresses in the decoded fields")
        #expect(required.passed > 0)
        // Comments inside an address are for the address reader to take out; a field in fifty may have them.
        #expect(addressed.failed * 50 <= addressed.passed)
        #expect(required.failed == 0, "\(required.failures.joined(separator: "\n"))")
    }

    private static func differences(_ message: MIMEMessage, _ expect: Case.Expectation) -> [String] {
        var found: [String] = []
        func compare(_ what: String, _ mine: String?, _ wanted: String?) {
            if !sameScalars(mine, wanted) {
                found.append("\(what) \(mine.debugDescription) instead of \(wanted.debugDescription)")
            }
        }
        let subject = message.text(.subject)
        compare("subject", subject.map(squeezed), expect.subject.map(squeezed))
        compare(
            "tree",
            message.parts.map { message.path(of: $0) + " " + $0.contentType.mediaType }.joined(separator: ", "),
            expect.parts.map { $0.path + " " + bare($0.type) }.joined(separator: ", ")
        )
        guard message.parts.count == expect.parts.count else { return found }
        for (part, wanted) in zip(message.parts, expect.parts) {
            if let hash = wanted.bytesHash {
                compare(wanted.path + " bytes", SHA256Digest.hex(message.content(of: part)), hash)
            }
            if let hash = wanted.textHash {
                compare(wanted.path + " text", SHA256Digest.hex(normalised(message.utf8(of: part))), hash)
            }
        }
        return found
    }

    /// Names and addresses that other readers found and the decoded fields do not show.
    ///
    /// Taking the fields apart is the address reader's work; here it must find them decoded.
    private static func lostMailboxes(_ message: MIMEMessage, _ expect: Case.Expectation) -> [String] {
        func letters(_ text: String) -> [UInt8] { text.utf8.filter { $0 > 0x20 && $0 != 0x22 && $0 != 0x5C } }
        var lost: [String] = []
        for (name, wanted) in [("from", expect.from), ("to", expect.to), ("cc", expect.cc)] {
            let field = letters(message.text(FieldName(name.utf8)) ?? "")
            for mailbox in wanted ?? [] {
                for text in [mailbox.name, mailbox.address].compactMap(\.self)
                where !text.isEmpty && !field.contains(letters(text)) {
                    lost.append("\(name) \(text) in \(message.text(FieldName(name.utf8)) ?? "nothing")")
                }
            }
        }
        return lost
    }

    /// What other readers say too, but not all alike.
    private static func detailDifferences(_ message: MIMEMessage, _ expect: Case.Expectation) -> [String] {
        var found: [String] = []
        func compare(_ what: String, _ mine: String?, _ wanted: String?) {
            if let wanted, !sameScalars(mine, wanted) {
                found.append("\(what) \(mine.debugDescription) instead of \(wanted.debugDescription)")
            }
        }
        compare("message-id", message.text(.messageID).map(squeezed), expect.messageID.map(squeezed))
        compare("date", message.date().map(ISODate.text), expect.date)
        guard message.parts.count == expect.parts.count else { return found }
        for (part, wanted) in zip(message.parts, expect.parts) {
            compare(wanted.path + " charset", part.contentType.charset, wanted.charset)
            compare(wanted.path + " name", message.fileName(of: part), wanted.filename)
            compare(wanted.path + " kind", message.disposition(of: part)?.kind, wanted.disposition)
        }
        return found
    }

    /// The type alone: the corpus keeps a parameter in it whose `;` was forgotten.
    private static func bare(_ type: String) -> String { String(type.prefix { $0 != " " && $0 != "\t" }) }

    /// Words with single spaces between them: readers differ in the white space of folding.
    private static func squeezed(_ text: String) -> String {
        text.unicodeScalars.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
            .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }

    /// LF line ends, none at the end of the text.
    private static func normalised(_ text: [UInt8]) -> [UInt8] {
        var lines: [UInt8] = []
        for (index, byte) in text.enumerated() {
            if byte == 0x0A, index > 0, text[index - 1] == 0x0D { continue }
            lines.append(byte == 0x0D ? 0x0A : byte)
        }
        while lines.last == 0x0A { lines.removeLast() }
        return lines
    }
}
