import BounceAnalysis
import Foundation
import Testing

/// Reports that were damaged at random, and must neither crash the classifier nor hold it up.
///
/// `MARTLET_FUZZ_SECONDS=600` goes on for that long, and says which message took longest.
@Suite("Damaged mail")
struct MutationTests {
    /// Numbers that are the same in every run.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 31) ^ (state << 33)
        }
    }

    /// Pieces that mean something to a reader of mail.
    private static let pieces: [String] = [
        "\r\n", "\n\n", "\r", "\0", "--", "--b\n", "Content-Type: multipart/mixed; boundary=b\n", "boundary=\"\"",
        "Content-Type: message/delivery-status\n\n", "Content-Type: message/rfc822\n\n", "charset=utf-16",
        "charset=iso-2022-jp", "\u{1B}$B", "Content-Transfer-Encoding: base64\n",
        "Content-Transfer-Encoding: x-uuencode\n",
        "=?utf-8?B?", "=?gb18030?Q?=C4=E3?=", "Final-Recipient: rfc822; ", "Action: failed\n", "Status: 5.1.1\n",
        "Diagnostic-Code: smtp; 550 ", "<", ">", "@", "<<<<@@@@>>>>", "\"", "(", "[", "{\"notificationType\":",
        "550 5.1.1 ",
        "550-", "5.7.1.1.1", "999999999999999999", "<a@例子.example>:\n", "<style>", "<!--", "&#64;", "\u{FEFF}",
        "\u{202E}",
        "User unknown", "用户不存在", "Received: by x\nFrom: y\n", ">>> ", "<<< 550 ",
    ]

    private static let seeds: [[UInt8]] = {
        guard let corpus = BounceCorpus.shared else { return RefusalWordingTests.all.map { Array($0.report.utf8) } }
        return corpus.labels.compactMap { try? corpus.bytes(of: $0) }
    }()

    private func damaged(_ dice: inout Dice) -> [UInt8] {
        var mail = Self.seeds.randomElement(using: &dice) ?? []
        if mail.count > 40_000 { mail.removeSubrange(40_000...) }
        for _ in 0..<Int.random(in: 1...12, using: &dice) {
            let place = Int.random(in: 0...mail.count, using: &dice)
            let end = min(mail.count, place + Int.random(in: 0...200, using: &dice))
            switch Int.random(in: 0..<8, using: &dice) {
            case 0 where place < mail.count: mail[place] = UInt8.random(in: 0...255, using: &dice)
            case 1: mail.removeSubrange(place..<end)
            case 2: mail.insert(contentsOf: mail[place..<end], at: Int.random(in: 0...mail.count, using: &dice))
            case 3: mail.removeSubrange(place...)
            case 4:
                let other = Self.seeds.randomElement(using: &dice) ?? []
                let start = Int.random(in: 0...other.count, using: &dice)
                mail.insert(contentsOf: other[start..<min(other.count, start + 3_000)], at: place)
            case 5:
                let piece = Array((Self.pieces.randomElement(using: &dice) ?? "").utf8)
                for _ in 0..<Int.random(in: 1...400, using: &dice) { mail.insert(contentsOf: piece, at: place) }
            default: mail.insert(contentsOf: Array((Self.pieces.randomElement(using: &dice) ?? "").utf8), at: place)
            }
        }
        return mail
    }

    @Test("Damaged reports get a verdict that is one line of JSON, with and without its grounds")
    func mutations() {
        let seconds = ProcessInfo.processInfo.environment["MARTLET_FUZZ_SECONDS"].flatMap(Double.init)
        var dice = Dice(state: seconds == nil ? 20_261_124 : UInt64.random(in: 0...UInt64.max))
        print("damaged mail: seed \(dice.state)")
        let classifier = BounceClassifier(explains: true)
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .seconds(seconds ?? 0))
        var slowest: (time: Duration, mail: [UInt8]) = (.zero, [])
        var count = 0
        while seconds == nil ? count < 400 : clock.now < end {
            let mail = damaged(&dice)
            var line: [UInt8] = []
            let time = clock.measure {
                let verdict = classifier.classify(mail)
                line = verdict.jsonLine(id: "目录/x", explains: true)
                #expect(verdict.recipients.count <= classifier.limits.recipients)
            }
            if time > slowest.time { slowest = (time, mail) }
            #expect(!line.contains { $0 < 0x20 })
            #expect((try? JSONSerialization.jsonObject(with: Data(line))) != nil)
            count += 1
        }
        guard seconds != nil else { return }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-slowest.eml")
        try? Data(slowest.mail).write(to: file)
        print("damaged mail: \(count) messages, the slowest took \(slowest.time): \(file.path)")
    }
}
