import Testing

@testable import SMTPProtocol

@Suite("A server's limit on the recipients of one message")
struct RecipientLimitTests {
    @Test("Those whom the server announced not to take together are given back, and the others go")
    func announced() {
        let dialogue = Dialogue.open(["PIPELINING", "LIMITS RCPTMAX=2"])
        dialogue.submit(message(1, 2, 3, 4))
        dialogue.server("250 ok\r\n250 ok\r\n250 ok\r\n354 go\r\n250 queued\r\n")
        #expect(
            dialogue.reports == [
                "3 released recipient", "4 released recipient", "1 accepted endOfData", "2 accepted endOfData",
            ]
        )
    }

    @Test(
        "452 and 552 behind recipients who were taken are about their number",
        arguments: ["452", "552", "452 4.5.3"]
    )
    func tooMany(_ code: String) {
        let dialogue = Dialogue.open()
        dialogue.submit(message(1, 2, 3))
        dialogue.server("250 ok\r\n250 ok\r\n250 ok\r\n\(code) too many recipients\r\n354 go\r\n250 queued\r\n")
        #expect(dialogue.reports == ["3 released recipient", "1 accepted endOfData", "2 accepted endOfData"])
    }

    @Test("Said to the first recipient, or about a mailbox, the same code is about that recipient")
    func aboutTheRecipient() {
        let dialogue = Dialogue.open()
        dialogue.submit(message(1, 2, 3))
        dialogue.server("250 ok\r\n452 too many\r\n250 ok\r\n552 5.2.2 mailbox full\r\n354 go\r\n250 queued\r\n")
        #expect(dialogue.reports == ["1 deferred recipient", "3 failed recipient", "2 accepted endOfData"])
    }
}
