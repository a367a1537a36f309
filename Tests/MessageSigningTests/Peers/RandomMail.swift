@testable import MessageSigning

/// Messages that look random and are the same every time: odd white space, folded and repeated fields, several scripts.
struct RandomMail {
    private var dice: Samples.Dice

    /// Whether every value begins with one space, as all mail programs write it.
    private let hasPlainStarts: Bool

    init(seed: UInt64, hasPlainStarts: Bool) {
        dice = Samples.Dice(state: seed)
        self.hasPlainStarts = hasPlainStarts
    }

    private static let words = [
        "hello", "您好", "激活", "code", "=", "a;b", "--", ".", "From", "王小明", "Ünïcode",
        "x" + String(repeating: "y", count: 70),
    ]
    private static let gaps = [" ", "  ", "\t", " \t ", " "]
    private static let lineEnds = ["\r\n", "\r\n", " \r\n", "\t \r\n", "\r\n\r\n", "\r\n \r\n"]
    private static let optional = [
        "To", "Cc", "Date", "Message-ID", "Reply-To", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "X-Job",
        "Received", "MIME-Version", "Content-Type", "Feedback-ID", "received", "x-JOB",
    ]

    private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &dice) ?? "" }

    private mutating func start() -> String { hasPlainStarts ? " " : pick(["", " ", "  ", "\t"]) }

    private mutating func value() -> String {
        var text = start()
        for _ in 0..<Int.random(in: 1...8, using: &dice) {
            text += pick(Self.words) + pick(Self.gaps + ["\r\n ", "\r\n\t", " \r\n  "])
        }
        return text + pick(Self.words)
    }

    /// The next message, from an author at a domain.
    mutating func next(domain: String) -> [UInt8] {
        var fields = [
            "From:" + start() + "管理员 <no-reply@" + domain + ">" + pick(["", " ", " (x@other.example)"]),
            pick(["Subject", "SUBJECT", "subject"]) + ":" + value(),
        ]
        for _ in 0..<Int.random(in: 0...9, using: &dice) { fields.append(pick(Self.optional) + ":" + value()) }
        fields.shuffle(using: &dice)
        var body = ""
        for _ in 0..<Int.random(in: 0...12, using: &dice) {
            for _ in 0..<Int.random(in: 0...6, using: &dice) { body += pick(Self.words) + pick(Self.gaps) }
            body += pick(Self.lineEnds)
        }
        // Servers send no body whose last line has no end, so it has one here.
        if !body.isEmpty, !body.hasSuffix("\r\n") { body += "\r\n" }
        return Array((fields.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    }
}
