import Testing

@testable import SMTPProtocol

struct ServerCapabilitiesTests {
    @Test("Every keyword of a reply to EHLO is kept, the known ones are understood")
    func postfix() {
        let server = ServerCapabilities(
            helloText: """
                mail.例子.example greets you
                PIPELINING
                SIZE 10240000
                VRFY
                etrn
                STARTTLS
                AUTH PLAIN login
                AUTH=PLAIN CRAM-MD5
                ENHANCEDSTATUSCODES
                8bitmime
                DSN
                SMTPUTF8
                CHUNKING
                LIMITS MAILMAX=100 RCPTMAX=20 RCPTDOMAINMAX=1 OTHER=x
                XNEW a b
                """
        )
        #expect(server.domain == "mail.例子.example")
        #expect(server.hasPipelining && server.hasChunking && server.has8BitMIME && server.hasSMTPUTF8)
        #expect(server.hasStartTLS && server.hasDSN && server.hasEnhancedStatusCodes && server.hasSize)
        #expect(server.maximumSize == 10_240_000)
        #expect(server.authMechanisms == ["PLAIN", "LOGIN", "CRAM-MD5"])
        #expect(server.limits.messages == 100)
        #expect(server.limits.recipients == 20)
        #expect(server.limits.domains == 1)
        #expect(server.keywords[EHLOKeyword("xnew")] == ["a", "b"])
        #expect(server.offers(EHLOKeyword("ETRN")))
    }

    @Test("SIZE without a number, or with zero, sets no limit", arguments: ["SIZE", "SIZE 0", "SIZE x", "SIZE -1"])
    func size(line: String) {
        let server = ServerCapabilities(helloText: "mx\n\(line)")
        #expect(server.hasSize)
        #expect(server.maximumSize == nil)
    }

    @Test("A greeting alone, empty lines and blanks offer nothing", arguments: ["", "mx", "mx\n", "mx\n   \n\t"])
    func nothing(text: String) {
        let server = ServerCapabilities(helloText: text)
        #expect(server.keywords.isEmpty)
        #expect(!server.hasPipelining)
    }
}
