import Testing

@testable import MIMECoding

/// Messages changed at random: whatever comes, the tree must hold together and no byte may be invented.
@Suite("Mutated messages", .timeLimit(.minutes(1)))
struct MutationTests {
    private static let seeds: [[UInt8]] = [
        messageText([
            "From: =?UTF-8?B?5p2O6Zu3?= <li.lei@example.com>", "Date: Mon, 23 Nov 2026 09:00:00 +0800",
            "Content-Type: multipart/report; report-type=delivery-status;", "\tboundary=\"a b\"", "", "x", "--a b",
            "Content-Type: text/plain; charset*=''gb18030; name*0*=utf-8''%E4; name*1=\"x\"",
            "Content-Transfer-Encoding: quoted-printable", "", "=C4=E3=BA=C3=", "", "--a b",
            "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; a", "", "Status: 5.1.1", "--a b",
            "Content-Type: message/rfc822", "Content-Transfer-Encoding: base64", "", "U3ViamVjdDogYQ0KDQpi", "--a b--",
            "",
        ]),
        messageText(
            [
                "From x Mon Nov 23 09:00:00 2026", "Content-Type: multipart/digest; boundary=x", "", "--x", "", "A: b",
                "",
                "--x", "Content-Type: application/octet-stream", "Content-Transfer-Encoding: x-uuencode", "",
                "begin 644 a", "#86)C", "`", "end", "--x", "Content-Transfer-Encoding: base64", "", "5L2g5aW9", "--x--",
            ],
            lineEnd: "\n"
        ),
    ]

    private static let pieces: [[UInt8]] = [
        "\r", "\n", "\r\n", "\r\n\r\n", "--", "--x", "--a b--", "=?", "?=", "=?utf-8?b?", "\u{0}", "\"", "(", "\\", ";",
        "Content-Type: multipart/mixed; boundary=x\r\n\r\n", "Content-Type: message/rfc822\r\n\r\n", "*0*=", "'", "%E4",
    ].map { Array($0.utf8) }

    private static func mutated(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<(1 + random.below(8)) {
            let place = random.below(bytes.count + 1)
            switch random.below(5) {
            case 0 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: random.next())
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.below(20)))
            case 2: bytes.insert(contentsOf: pieces[random.below(pieces.count)], at: place)
            case 3:
                let start = random.below(bytes.count)
                bytes.insert(contentsOf: bytes[start..<min(bytes.count, start + random.below(80))], at: place)
            default: if random.chance(6) { bytes = Array(bytes.prefix(place)) }
            }
        }
        return bytes
    }

    @Test("The tree holds together whatever is changed", arguments: 0..<seeds.count)
    func trees(seed: Int) {
        var random = SplitMix(seed: UInt64(seed) + 1)
        var limits = MIMELimits()
        limits.parts = 50
        for round in 0..<3_000 {
            let bytes = Self.mutated(Self.seeds[seed], &random)
            let message = MIMEMessage(bytes, limits: limits)
            let fault = TreeCheck.fault(message, bytes)
            #expect(fault == nil, "round \(round): \(fault ?? "")")
            if fault != nil { return }
        }
    }

    // Skipped where the corpora are not at hand.
    @Test("Mutated bounces of the corpus keep their tree together", .enabled(if: ReadingCorpus.has("bounces/mail")))
    func corpus() throws {
        var random = SplitMix(seed: 99)
        let files = try ReadingCorpus.files(in: "bounces/mail") + ReadingCorpus.files(in: "mime-parse/messages")
        for file in files {
            let original = try ReadingCorpus.bytes(file)
            let bytes = Self.mutated(original, &random)
            let fault = TreeCheck.fault(MIMEMessage(bytes), bytes)
            #expect(fault == nil, "\(file): \(fault ?? "")")
        }
        #expect(!files.isEmpty)
    }

    @Test("A message cut at any place is read up to there", arguments: 0..<seeds.count)
    func prefixes(seed: Int) {
        for count in 0...Self.seeds[seed].count {
            let bytes = Array(Self.seeds[seed].prefix(count))
            let fault = TreeCheck.fault(MIMEMessage(bytes), bytes)
            #expect(fault == nil, "\(count) bytes: \(fault ?? "")")
        }
    }
}
