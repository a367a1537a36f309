import MIMECoding

/// Values that composer tests start from.
enum ComposerSamples {
    static func fields() -> MessageLayout.Fields {
        var fields = MessageLayout.Fields()
        fields.from = [MailboxText(name: "管理员", address: "no-reply@example.com")]
        return fields
    }

    static func values(subject: String = "激活您的帐户") throws -> MessageValues {
        MessageValues(
            date: MessageDate(secondsSince1970: 1_795_482_000, offsetMinutes: 480),
            messageID: [UInt8]("r1.42@mail.example.com".utf8)[...],
            to: [.mailbox(MailboxText(name: "王小明", address: "xiaoming@例え.example".ascii))],
            subject: [UInt8](subject.utf8)[...],
            boundary: [UInt8]("k3v9".utf8)[...]
        )
    }

    /// Composes one message and returns its bytes.
    static func compose(_ values: MessageValues, _ layout: MessageLayout) throws -> [UInt8] {
        var composer = MessageComposer(layout)
        var buffer = MessageBuffer()
        return try composer.compose(values, into: &buffer).assemble(from: buffer)
    }
}

extension String {
    /// The same domain in ASCII, as the address would have it by now.
    fileprivate var ascii: String { replacing("例え.example", with: "xn--r8jz45g.example") }

    var bytes: [UInt8] { Array(utf8) }
}
