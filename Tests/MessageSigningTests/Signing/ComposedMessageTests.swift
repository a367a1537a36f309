import MIMECoding
import Testing

@testable import MessageSigning

@Suite("Signing what the composer wrote")
struct ComposedMessageTests {
    @Test(
        "A message with shared attachments is signed in its runs, and the fields go into its headroom",
        arguments: [true, false]
    )
    func attachments(hasHeadroom: Bool) throws {
        let content = (0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var fields = MessageLayout.Fields()
        fields.from = [MailboxText(name: Array("管理员".utf8)[...], address: Array("no-reply@example.com".utf8)[...])]
        var parts = MessageLayout.Content()
        parts.files = [
            try EncodedPart(.attachment, mediaType: .octetStream, filename: Array("账单.bin".utf8), content: content.span)
        ]
        var composer = MessageComposer(try MessageLayout(fields, parts))
        var buffer = MessageBuffer()
        let identities = try Samples.identities()
        var signer = DKIMSigner(identities)
        var lines: [UInt8] = []
        for name in ["王小明", "Ana"] {
            var values = MessageValues(
                date: MessageDate(secondsSince1970: 1_795_000_000),
                messageID: Array("a1@example.com".utf8)[...],
                to: [.mailbox(MailboxText(name: Array(name.utf8)[...], address: Array("a@example.net".utf8)[...]))],
                subject: Array("您的账单".utf8)[...],
                boundary: Array("b1".utf8)[...]
            )
            values.text = .text("您好，\(name)  !\n\n")
            var message = try composer.compose(values, headroom: hasHeadroom ? signer.headroom : 100, into: &buffer)
            lines.removeAll(keepingCapacity: true)
            let outcome = try signer.sign(message, in: buffer, at: 1_795_000_000, into: &lines)
            #expect(outcome == .signed(2))
            #expect(lines.count <= signer.headroom)
            let fits = message.prepend(lines.span, in: &buffer)
            #expect(fits == hasHeadroom)
            let whole = (fits ? [] : lines) + message.assemble(from: buffer)
            #expect(Samples.results(whole, Samples.answers(identities)) == [.pass, .pass])
        }
    }
}
