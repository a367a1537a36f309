import Foundation
import Testing

@testable import MIMECoding

/// Writes messages for readers of other projects: `Tests/Peers/compose_roundtrip.py` says how to run it.
@Suite("Samples for other readers")
struct PeerSampleTests {
    private static let folder = ProcessInfo.processInfo.environment["MARTLET_PEER_SAMPLES"]

    /// What the reader is to find.
    private struct Expected: Encodable {
        var subject: String
        var name: String
        var address: String
        var text: String
        var html: String
        var filename: String
        var content: Data
        var note: String
    }

    // Skipped unless a folder for the samples is named: it makes files and checks nothing by itself.
    @Test("Messages and what they say are written to a folder", .enabled(if: folder != nil))
    func write() throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var fields = ComposerSamples.fields()
        fields.perMessage = [try HeaderName("X-Note")]
        var composer = MessageComposer(try MessageLayout(fields))
        var buffer = MessageBuffer()
        var generator = SplitMix(seed: 77)
        for index in 0..<500 {
            let expected = Self.expected(&generator, isUTF8: index % 5 == 4)
            buffer.removeAll()
            let message = try composer.compose(try Self.values(expected), into: &buffer)
            try Data(message.assemble(from: buffer)).write(to: folder.appendingPathComponent("\(index).eml"))
            try JSONEncoder().encode(expected).write(to: folder.appendingPathComponent("\(index).json"))
        }
    }

    private static func expected(_ generator: inout SplitMix, isUTF8: Bool) -> Expected {
        // Python's reader drops a word that holds control characters or half an encoded word of its own, so those are
        // left to the tests that know better.
        let words = [
            "Anna", "O'Neil", "Berg, Otto", "王小明", "Zoé", "😀", "\"x\"", "(a)", "<b@c>", "=?UTF-8?Q?a?=", "50 %", "_",
            "مرحبا",
        ]
        func text(_ count: ClosedRange<Int>, _ pieces: [String], _ joint: String) -> String {
            (0..<Int.random(in: count, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
                .joined(separator: joint)
        }
        let lines = [
            "plain", "é accent", "中文内容", ".", "From here", "--=_k3v9_a", "tail ", "a=b",
            String(repeating: "long ", count: 40),
        ]
        return Expected(
            subject: text(1...20, words, " "),
            name: text(1...6, words, " "),
            address: isUTF8 ? "小明@例子.example" : "xiaoming@example.com",
            text: text(1...12, lines, "\n") + "\n",
            html: text(1...12, lines, "\r\n") + "\r\n",
            filename: text(1...5, words, " ") + ".pdf",
            content: Data(
                (0..<Int.random(in: 0...300, using: &generator)).map { _ in .random(in: 0...255, using: &generator) }
            ),
            note: text(1...30, words, " ")
        )
    }

    private static func values(_ expected: Expected) throws -> MessageValues {
        var values = try ComposerSamples.values(subject: expected.subject)
        values.to = [.mailbox(MailboxText(name: expected.name, address: expected.address))]
        values.fields = [expected.note.bytes[...]]
        values.text = .text(expected.text)
        values.html = .text(expected.html)
        let content = Array(expected.content)
        values.files = [
            try EncodedPart(
                .attachment,
                mediaType: MediaType("application/pdf"),
                filename: expected.filename.bytes,
                content: content.span
            )
        ]
        return values
    }
}
