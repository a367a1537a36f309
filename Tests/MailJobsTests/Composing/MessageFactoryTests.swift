import MIMECoding
import MailJobs
import MailModel
import MessageSigning
import RecipientTable
import TemplateLanguage
import Testing

@Suite("Making messages")
struct MessageFactoryTests {
    private static let columns = ["email", "name", "locale", "code"]

    /// Composes the message of one row and reads it back.
    private func make(
        _ fields: [String],
        recipe: MessageRecipe? = nil,
        seq: UInt32 = 7,
        signer: DKIMSigner? = nil
    ) throws -> (draft: MessageFactory.Draft, bytes: [UInt8], mail: MIMEMessage) {
        let place = try TemporaryFolder()
        let header = Self.columns.joined(separator: ",") + "\n"
        let row = fields.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
        let path = try place.write(header + row, to: "list.csv")
        let result = try ListCheck.run(
            ByteFeed(.file(path: path)),
            form: .csv(.init()),
            recipe: recipe ?? SampleRecipe.make(),
            options: .init(secret: SampleRecipe.secret),
            sealingIn: place.path
        )
        var block = SealedBlock()
        try SealedRows(folder: place.path).read(0..<1, into: &block)
        var factory = MessageFactory(result.material, run: 3, secret: SampleRecipe.secret, signer: signer)
        factory.use(block)
        var buffer = MessageBuffer()
        let draft = try factory.compose(
            0,
            of: block,
            id: AttemptID(seq: seq, attempt: 1),
            date: MessageDate(secondsSince1970: 1_795_000_000),
            into: &buffer
        )
        let bytes = draft.signatures + draft.message.assemble(from: buffer)
        return (draft, bytes, MIMEMessage(bytes))
    }

    @Test("Both bodies, the subject and the recipient read back as they were meant")
    func roundTrip() throws {
        let made = try make(["ann@example.com", "Ann Müller", "en", "A&1"])
        let mail = made.mail
        #expect(mail.text(.subject) == "Welcome, Ann Müller")
        #expect(mail.root.contentType.mediaType == "multipart/alternative")
        #expect(made.draft.envelope.recipient.path == "ann@example.com")
        #expect(made.bytes.suffix(2).elementsEqual([13, 10]))
        let texts = mail.parts.dropFirst().map { mail.text(of: $0) }
        #expect(texts.contains { $0.contains("Hello Ann Müller,") && $0.contains("your code is A&1.") })
        #expect(texts.contains { $0.contains("<b>A&amp;1</b>") })
    }

    /// How the subject prints a date, by the row's language and what is known of the template's own.
    static let dateForms: [(locale: String, html: String?, language: String?, date: String)] = [
        ("fr", "<html lang=\"en\"><p>x</p>", nil, "November 23, 2026"),
        ("en-GB", "<html lang=\"en\"><p>x</p>", nil, "23 November 2026"),
        ("", "<html class='a' lang=de><p>x</p>", nil, "23. November 2026"),
        ("fr", "<html lang=\"en\"><p>x</p>", "zh-CN", "2026年11月23日"),
        ("fr", nil, "de", "23. November 2026"),
        ("fr", "<html lang=\"{{locale}}\"><p>x</p>", nil, "23 novembre 2026"),
        ("fr", nil, nil, "23 novembre 2026"),
        ("zh-TW", nil, "en", "2026年11月23日"),
    ]

    @Test(
        "Dates are written as the language of the texts does, where these are not in the row's own",
        arguments: dateForms
    )
    func dates(locale: String, html: String?, language: String?, date: String) throws {
        var recipe = try SampleRecipe.make(
            subject: "{{code | date: \"long\"}}",
            text: "{{name}}: {{code | date: \"long\"}}\n",
            html: html
        )
        recipe.language = language
        let index = try #require(recipe.languages.indices.last)
        // `zh-TW` finds this one by its parent only when it is one.
        recipe.languages[index].tag = "zh"
        recipe.languages[index].subject.bytes = Array("{{code | date: \"long\"}}".utf8)
        let made = try make(["ann@example.com", "Ann", locale, "2026-11-23"], recipe: recipe)
        #expect(made.mail.text(.subject) == date)
    }

    @Test("A row's language decides the templates, the nearest parent that has some")
    func language() throws {
        #expect(try make(["a@b.cn", "王伟", "zh-CN", "1"]).mail.text(.subject) == "欢迎，王伟")
        #expect(try make(["a@b.cn", "王伟", "zh-cn-x-test", "1"]).mail.text(.subject) == "欢迎，王伟")
        #expect(try make(["a@b.fr", "Zoë", "fr", "1"]).mail.text(.subject) == "Welcome, Zoë")
    }

    @Test("The same row, run and date give the same bytes; another seq another token")
    func deterministic() throws {
        let row = ["ann@example.com", "Ann", "en", "1"]
        let first = try make(row)
        let again = try make(row)
        #expect(first.bytes == again.bytes)
        #expect(first.draft.envelope == again.draft.envelope)
        #expect(try make(row, seq: 8).draft.envelope.reversePath != first.draft.envelope.reversePath)
    }

    @Test("An internationalised domain travels in its ASCII form")
    func internationalDomain() throws {
        let made = try make(["wang@例子.中国", "王伟", "zh-CN", "1"])
        #expect(made.draft.envelope.recipient.path == "wang@xn--fsqu00a.xn--fiqs8s")
        #expect(!made.draft.envelope.needsSMTPUTF8)
    }

    @Test("A signed message verifies, and one with a changed subject does not")
    func signed() throws {
        let key = try DKIMKey.generate(.ed25519SHA256)
        let signer = DKIMSigner([try DKIMIdentity(domain: "example.com", selector: "m1", key: key)])
        var bytes = try make(["wang@example.com", "王伟", "zh-CN", "1"], signer: signer).bytes
        let record = Array(key.record.text.utf8)
        let verifier = DKIMVerifier()
        #expect(verifier.verify(bytes.span) { _ in .records([record]) }.map(\.result.word) == ["pass"])
        let subject = try #require(bytes.firstRange(of: Array("\r\nSubject: ".utf8)))
        bytes.insert(UInt8(ascii: "x"), at: subject.upperBound)
        #expect(verifier.verify(bytes.span) { _ in .records([record]) }.map(\.result.word) == ["fail"])
    }

    @Test("The link for leaving has the recipient's token, in the header and in the text")
    func unsubscribe() throws {
        var recipe = try SampleRecipe.make(text: "Bye: {{unsubscribe_url}}\n", html: nil)
        recipe.unsubscribeURL = "https://example.com/u/{token}"
        recipe.unsubscribeMailto = "unsubscribe+{token}@example.com"
        let made = try make(["ann@example.com", "Ann", "en", "1"], recipe: recipe)
        let text = String(decoding: made.bytes, as: UTF8.self)
        guard case .mailbox(let path) = made.draft.envelope.reversePath else {
            Issue.record("no reverse-path")
            return
        }
        let token = String(path.dropFirst("bounces+".count).prefix(26))
        #expect(text.contains("Bye: https://example.com/u/\(token)\r\n"))
        #expect(text.contains("<https://example.com/u/\(token)>"))
        #expect(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"))
    }
}
