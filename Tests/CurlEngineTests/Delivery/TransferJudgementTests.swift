import MailModel
import MailTestKit
import Testing

@testable import CurlEngine

struct TransferJudgementTests {
    private static let message = SampleMail.message(0, to: "ann", "bob")

    private static func judge(
        _ events: [String],
        _ end: TransferEnd = TransferEnd(code: .lost, words: "lost", isConnectionNew: true),
        mayBeEnded: Bool = false
    ) -> TransferJudgement.Verdict {
        var log = ResponseLog(demands: SessionDemands(tls: .none, needsLogin: false))
        log.begin(message)
        for event in events {
            let bytes = Array((event.dropFirst() + "\r\n").utf8)
            switch event.first {
            case ">": log.sent(bytes.span)
            case "<": _ = log.received(bytes.span)
            default: log.contentEnded()
            }
        }
        return TransferJudgement.judge(end, log, message, mayBeEnded: mayBeEnded, peer: "mx.test:25")
    }

    private static let upToData = [
        ">MAIL FROM:<>", "<250 ok", ">RCPT TO:<a@b>", "<250 ok", ">RCPT TO:<a@b>", "<450 no",
    ]
    private static let whole = upToData + [">DATA", "<354 go", "."]

    private static func outcomes(_ verdict: TransferJudgement.Verdict) -> [RecipientOutcome] {
        guard case .outcomes(let outcomes) = verdict else { return [] }
        return outcomes.map(\.outcome)
    }

    @Test("Lost before the whole content was written is a deferral, behind it a doubt")
    func certainty() {
        let lost = FailureCause.connection("lost")
        #expect(Self.outcomes(Self.judge(Self.whole)).first == .deferred(lost))
        #expect(Self.outcomes(Self.judge(Self.whole, mayBeEnded: true)).first == .inDoubt(lost))
        #expect(Self.outcomes(Self.judge(Self.upToData)).first == .deferred(lost))
    }

    @Test("A recipient that was refused stays refused, whatever comes later")
    func refusedRecipient() {
        for verdict in [
            Self.judge(Self.whole, mayBeEnded: true), Self.judge(Self.whole + ["<250 ok"], mayBeEnded: true),
        ] {
            guard case .deferred(.reply(let reply)) = Self.outcomes(verdict).last else {
                Issue.record("\(verdict)")
                return
            }
            #expect(reply.code.rawValue == 450)
        }
    }

    @Test("The reply to the end counts, whatever libcurl thinks of it", arguments: ["250", "251", "450", "550"])
    func endReply(code: String) {
        let outcome = Self.outcomes(Self.judge(Self.whole + ["<\(code) text"], mayBeEnded: true)).first
        switch outcome {
        case .accepted: #expect(code.hasPrefix("2"))
        case .deferred: #expect(code.hasPrefix("4"))
        case .failed: #expect(code.hasPrefix("5"))
        default: Issue.record("\(outcome as Any)")
        }
    }

    @Test("A kept connection that was gone at MAIL, and 421 to MAIL, ask for another connection")
    func another() {
        let kept = TransferEnd(code: .lost, words: "lost", isConnectionNew: false)
        for verdict in [Self.judge([">MAIL FROM:<>"], kept), Self.judge([">MAIL FROM:<>", "<421 bye"])] {
            guard case .another = verdict else {
                Issue.record("\(verdict)")
                return
            }
        }
        #expect(Self.outcomes(Self.judge([">MAIL FROM:<>"])).first == .deferred(.connection("lost")))
    }

    @Test(
        "What keeps a session from being made has a code and the server's words",
        arguments: [
            (["<554 5.7.1 不"], .reply, .unreachable, .greeting),
            (["<250-a", "<251 b"], .halted, .protocolBreach, .greeting),
            ([], .resolve, .unreachable, .resolve), ([], .connect, .unreachable, .connect),
            ([], .tls, .untrusted, .tlsHandshake), ([], .tlsSettings, .configuration, .tlsHandshake),
            (["<220 x", ">EHLO x", "<250 x", ">AUTH PLAIN x", "<535 no"], .login, .loginRefused, .auth),
            (["<220 x", ">EHLO x", "<250 x", ">AUTH PLAIN x", "<454 later"], .login, .unreachable, .auth),
            (["<220 x", ">EHLO x", "<250 x"], .login, .configuration, .auth),
            (["<220 x", ">EHLO x", "<550 no", ">HELO x", "<550 no"], .helloRefused, .unreachable, .hello),
            (["<220 x", ">EHLO x", "<250 x"], .noTLS, .configuration, .startTLS),
            (["<220 x", ">EHLO x", "<250 x", ">STARTTLS", "<454 x"], .noTLS, .untrusted, .startTLS),
            ([">MAIL FROM:<>", "<530 5.7.0 login first"], .reply, .configuration, .mail),
            (["<220 x", ">EHLO x"], .flood, .protocolBreach, .hello),
        ] as [([String], TransferCode, TransportFailure.Code, SessionPhase)]
    )
    func failures(events: [String], code: TransferCode, expected: TransportFailure.Code, phase: SessionPhase) {
        let verdict = Self.judge(events, TransferEnd(code: code, words: "words of libcurl", isConnectionNew: true))
        guard case .noSession(let failure) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(failure.code == expected)
        #expect(failure.phase == phase)
        #expect(failure.peer == "mx.test:25")
    }
}
