import MIMECoding

/// Messages of 4 KB, made so that each kind of body leads to another transfer encoding.
enum Samples {
    struct Sample {
        let name: String
        let subject: String
        let text: [UInt8]
        let html: [UInt8]
    }

    /// English in short lines: 7bit.
    static let english = Sample(
        name: "English, 7bit",
        subject: "Your account is ready, Anna",
        text: repeated("Dear Anna, your account is ready; please confirm your address.\n", to: 1100),
        html: page("<p style=\"margin:0\">Dear Anna, your account is ready now.</p>\n", to: 2000)
    )

    /// Chinese: base64.
    static let chinese = Sample(
        name: "Chinese, base64",
        subject: "王小明，请激活您的帐户",
        text: repeated("尊敬的用户，您的帐户已经创建，请点击下面的链接完成激活。\n", to: 700),
        html: repeated("尊敬的王小明，您的帐户已经创建，请在三天之内完成激活，谢谢您的支持。<br>\n", to: 1300)
    )

    /// French with an accent in most lines: quoted-printable.
    static let french = Sample(
        name: "French, quoted-printable",
        subject: "Votre compte est activé, Zoé",
        text: repeated("Chère Zoé, votre compte est prêt ; merci de confirmer votre adresse.\n", to: 850),
        html: page("<p style=\"margin:0\">Chère Zoé, votre compte est prêt dès aujourd'hui.</p>\n", to: 1700)
    )

    private static func repeated(_ line: String, to size: Int) -> [UInt8] {
        var text: [UInt8] = []
        while text.count < size { text.append(contentsOf: line.utf8) }
        return text
    }

    private static func page(_ line: String, to size: Int) -> [UInt8] {
        [UInt8]("<!doctype html>\n<html><body>\n".utf8) + repeated(line, to: size) + [UInt8]("</body></html>\n".utf8)
    }

    /// The layout of a usual campaign.
    static func layout() throws -> MessageLayout {
        var fields = MessageLayout.Fields()
        fields.from = [MailboxText(name: "管理员", address: "no-reply@example.com")]
        fields.replyTo = [.mailbox(MailboxText(address: "support@example.com"))]
        fields.bulk = BulkMailFields(
            listID: .init(name: "News", identifier: "news.example.com"),
            precedence: .bulk,
            autoSubmitted: .generated
        )
        return try MessageLayout(fields)
    }

    /// The values of one recipient's message.
    static func values(_ sample: Sample) -> MessageValues {
        var values = MessageValues(
            date: MessageDate(secondsSince1970: 1_795_482_000, offsetMinutes: 480),
            messageID: [UInt8]("activation-20261124.000042.k3v9xw2@mail.example.com".utf8)[...],
            to: [.mailbox(MailboxText(name: "王小明", address: "xiaoming.wang@example.org"))],
            subject: [UInt8](sample.subject.utf8)[...],
            boundary: [UInt8]("k3v9xw2q7m".utf8)[...]
        )
        values.unsubscribe = UnsubscribeOffer(
            url: "https://example.com/u/k3v9xw2q7mk3v9xw2q7m",
            mailto: "unsubscribe+k3v9xw2q7m@example.com"
        )
        values.text = .bytes(sample.text[...])
        values.html = .bytes(sample.html[...])
        return values
    }
}
