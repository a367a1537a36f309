import Testing

@testable import BounceAnalysis
@testable import MailJobs

@Suite("Whom collected mail is about")
struct MailOriginTests {
    /// Tokens of run 7, recipient 3; the second is somebody else's.
    static let ours = VERPToken.make(secret: SampleRecipe.secret, run: 7, seq: 3)
    static let theirs = VERPToken.make(secret: SampleRecipe.secret.reversed(), run: 7, seq: 3)
    static let token = VERPToken(run: 7, seq: 3)

    /// What a message says about the mail it answers, and what that proves.
    struct Row: Sendable, CustomTestStringConvertible {
        var name: String
        var to: [String] = []
        var returned: String?
        var repliesTo: [String] = []
        var sender: String?
        var envelopeID: String?
        var origin: MailOrigin

        var testDescription: String { name }
    }

    static let rows: [Row] = [
        Row(name: "nothing", origin: .unknown),
        Row(name: "an address of no use", to: ["postmaster@example.com"], origin: .unknown),
        Row(name: "our reverse-path", to: ["bounces+\(ours)@example.com"], origin: .token(token)),
        Row(name: "in capitals", to: ["BOUNCES+\(ours.uppercased())@EXAMPLE.COM"], origin: .token(token)),
        Row(name: "behind others", to: ["a@b.example", "bounces+\(ours)@example.com"], origin: .token(token)),
        Row(name: "the address for leaving", to: ["leave-\(ours)@example.com"], origin: .token(token)),
        Row(name: "a pattern of earlier settings", to: ["old-\(ours)-x@example.org"], origin: .token(token)),
        Row(name: "a forged token", to: ["bounces+\(theirs)@example.com"], origin: .forged),
        Row(name: "a forged token elsewhere", to: ["old-\(theirs)-x@example.org"], origin: .unknown),
        Row(name: "a token that is part of a word", to: ["bounces+\(ours)a@example.com"], origin: .unknown),
        Row(name: "a token in the domain", to: ["bounces@\(ours).example.com"], origin: .unknown),
        Row(name: "our Message-ID returned", returned: "\(ours)@example.com", origin: .messageID(token)),
        Row(name: "somebody else's Message-ID", returned: "\(theirs)@example.com", origin: .foreign),
        Row(name: "our Message-ID answered", repliesTo: ["x@y", "\(ours)@example.com"], origin: .messageID(token)),
        Row(name: "our ENVID", envelopeID: ours, origin: .messageID(token)),
        Row(
            name: "our Return-Path in the returned message",
            returned: "other@example.net",
            sender: "bounces+\(ours)@example.com",
            origin: .messageID(token)
        ),
        Row(
            name: "a forged token, but our Message-ID",
            to: ["bounces+\(theirs)@example.com"],
            returned: "\(ours)@example.com",
            origin: .messageID(token)
        ),
        Row(
            name: "a forged token with a foreign Message-ID",
            to: ["bounces+\(theirs)@example.com"],
            returned: "other@example.net",
            origin: .forged
        ),
        Row(
            name: "the address outranks the Message-ID",
            to: ["bounces+\(ours)@example.com"],
            returned: VERPToken.make(secret: SampleRecipe.secret, run: 8, seq: 0) + "@example.com",
            origin: .token(token)
        ),
    ]

    @Test("Only what our secret has made is proof; the most trusted place decides", arguments: rows)
    func origin(row: Row) throws {
        var verdict = BounceClassifier().classify(Array(SampleMail.note(to: "a@example.com").utf8))
        verdict.references = References()
        verdict.references.deliveredTo = row.to.map { .init(field: "delivered-to", address: $0) }
        verdict.references.returnedMessageID = row.returned
        verdict.references.repliesTo = row.repliesTo
        verdict.references.returnedSender = row.sender
        verdict.references.envelopeID = row.envelopeID
        var finder = TokenFinder(
            patterns: [
                try ReversePathPattern("bounces+{token}@example.com"),
                try ReversePathPattern("leave-{token}@example.com"),
            ],
            secret: SampleRecipe.secret
        )
        #expect(finder.origin(of: verdict) == row.origin)
    }
}
