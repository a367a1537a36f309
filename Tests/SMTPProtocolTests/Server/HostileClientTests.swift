import SMTPProtocol
import Testing

@Suite("Hostile clients")
struct HostileClientTests {
    /// Numbers that are the same in every run.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    private static let pieces = [
        "EHLO c\r\n", "MAIL FROM:<a@example.com>\r\n", "RCPT TO:<b@example.cn>\r\n", "RCPT TO:<no@example.cn>\r\n",
        "DATA\r\n",
        "\r\n.\r\n", ".", "\r", "\n", "\r\n", "BDAT 5\r\n", "BDAT 7 LAST\r\n", "BDAT 99999999999999999999\r\n",
        "AUTH PLAIN\r\n",
        "AUTH LOGIN bWVp\r\n", "cw==\r\n", "*\r\n", "RSET\r\n", "\0", "退信", "<", ">", "\"", "\\", "=", "+0D+0A",
        " SIZE=1", "..",
        " NOTIFY=", "NEVER", ",", " ORCPT=", "rfc822;x",
    ]

    @Test("Whatever is said in whatever pieces, the answers are the same and nothing breaks", arguments: 0..<60)
    func noise(seed: UInt64) {
        var dice = Dice(state: seed)
        let words = (0..<120).flatMap { _ in Array(Self.pieces.randomElement(using: &dice)?.utf8 ?? "".utf8) }
        var limits = ServerLimits()
        limits.messageBytes = 40
        limits.commandBytes = 100
        var whole = ServerDialogue(limits: limits)
        whole.hear(words)
        for _ in 0..<6 {
            var dialogue = ServerDialogue(limits: limits)
            var rest = words[...]
            while !rest.isEmpty {
                let count = Int.random(in: 1...9, using: &dice)
                dialogue.hear(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(dialogue.said == whole.said)
            #expect(dialogue.messages == whole.messages)
        }
    }

    @Test("Refused recipients and endless lines take no room")
    func room() {
        var dialogue = ServerDialogue()
        dialogue.hear(Array("EHLO c\r\nMAIL FROM:<>\r\n".utf8))
        for _ in 0..<5_000 { dialogue.hear(Array("RCPT TO:<no@example.cn>\r\n".utf8)) }
        #expect(dialogue.session.transaction.storage.isEmpty)
        let step = dialogue.session.receive(Array(repeating: 0x78, count: 100_000).span)
        #expect(step.consumed == 100_000)
        #expect(step.event == .needsInput)
    }
}
