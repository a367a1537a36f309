internal import MailModel

extension TransportConformance {
    /// Servers that do not keep to the protocol.
    package static var breachScenarios: [TransportScenario] { greetings + impossibleReplies + floods }

    private static func noSession(
        _ name: String,
        _ steps: [ServerStep],
        _ failures: Set<TransportFailure.Code>,
        words: String? = nil
    ) -> TransportScenario {
        TransportScenario(
            name,
            play: { _ in .script(steps) },
            messages: SampleMail.messages(3),
            expected: [.triedAgain]
        ).with {
            $0.failures = failures
            $0.mustFail = true
            $0.failureWords = words
        }
    }

    private static var greetings: [TransportScenario] {
        let manyLines = ServerReply(stringLiteral: (0..<100_000).map { "250-KEYWORD\($0)" }.joined(separator: "\n"))
        let longLine = ServerReply(stringLiteral: "220 " + String(repeating: "x", count: 300_000))
        return [
            noSession("the greeting is HTTP", [.send("HTTP/1.1 400 Bad Request\n\n"), .stayMute], [.protocolBreach]),
            noSession(
                "the greeting is noise",
                [.send(ServerReply(bytes: [0, 255, 13, 10, 7, 13, 10])), .stayMute],
                [.protocolBreach]
            ),
            noSession("the greeting is 354", [.send("354 go on"), .stayMute], [.protocolBreach]),
            noSession("the greeting has no end", [.send(longLine), .stayMute], [.protocolBreach]),
            noSession(
                "the greeting refuses us",
                [.send("554 5.7.1 无法提供服务 no service for you"), .stayMute],
                [.unreachable],
                words: "无法提供服务"
            ),
            noSession("the greeting is 421", [.send("421 4.3.2 too busy"), .close], [.unreachable], words: "too busy"),
            noSession("the server hangs up at once", [.close], [.unreachable, .protocolBreach]),
            noSession("the server resets at once", [.reset], [.unreachable, .protocolBreach]),
            noSession("the server never greets", [.stayMute], [.unreachable])
                .with { $0.settings = { $0.timeouts.reply = .seconds(1) } },
            noSession(
                "EHLO is answered by a flood of lines",
                [.send("220 hello"), .expect("EHLO"), .send(manyLines), .stayMute],
                [.protocolBreach]
            ),
            noSession(
                "EHLO is answered by half a reply",
                [.send("220 hello"), .expect("EHLO"), .send("250-half"), .close],
                [.unreachable, .protocolBreach]
            ),
            noSession(
                "EHLO and HELO are refused",
                [
                    .send("220 hello"), .expect("EHLO"), .send("550 5.7.1 no"), .expect("HELO"), .send("550 5.7.1 no"),
                    .stayMute,
                ],
                [.protocolBreach, .unreachable, .configuration]
            ),
        ]
    }

    private static var impossibleReplies: [TransportScenario] {
        func breach(
            _ name: String,
            _ local: String,
            _ pattern: OutcomePattern,
            next: OutcomePattern = .any(of: .accepted, .deferred, .released, .inDoubt),
            _ change: (inout ServerBehaviour) -> Void
        ) -> TransportScenario {
            TransportScenario(
                name,
                ServerBehaviour(change),
                messages: [
                    SampleMail.message(100, to: "first"), SampleMail.message(0, to: local, from: local),
                    SampleMail.message(1, to: "next"), SampleMail.message(2, to: "last"),
                ],
                expected: [.accepted, pattern, next]
            ).with {
                $0.failures = [.protocolBreach]
                $0.ignoresBreaches = true
            }
        }
        let again = OutcomePattern.any(of: .deferred, .released, .inDoubt)
        return [
            breach("2xx to DATA", "odd", again) { $0.dataReplies = ["odd": "250 2.0.0 ok"] },
            breach("354 to MAIL", "odd", again) { $0.mailReplies = ["odd": "354 go on"] },
            breach("354 to RCPT", "odd", again) { $0.recipientReplies = ["odd": "354 go on"] },
            breach("354 to the final dot", "odd", .inDoubt) { $0.endReplies = ["odd": "354 go on"] },
            breach("lines of one reply disagree", "odd", .any(of: .deferred, .released, .inDoubt, .failed)) {
                $0.recipientReplies = ["odd": "250-2.1.5 ok\n550 5.1.1 no such user"]
            },
            breach("noise instead of a reply to RCPT", "odd", again) {
                $0.recipientReplies = ["odd": "HTTP/1.1 200 OK"]
            },
            breach("an unasked line behind the reply to the final dot", "odd", .any(of: .accepted, .inDoubt)) {
                $0.unaskedLines = ["odd": "250 2.0.0 unasked"]
            },
            breach("an unasked refusal behind the reply to the final dot", "odd", .any(of: .accepted, .inDoubt)) {
                $0.unaskedLines = ["odd": "550 5.0.0 unasked"]
            },
        ]
    }

    private static var floods: [TransportScenario] {
        let lines = (0..<50_000).map { "250-2.1.5 line \($0)" }.joined(separator: "\n")
        return [
            TransportScenario(
                "RCPT is answered by a flood of lines",
                ServerBehaviour { $0.recipientReplies = ["flood": ServerReply(stringLiteral: lines)] },
                messages: [SampleMail.message(100, to: "first"), SampleMail.message(0, to: "flood")]
                    + SampleMail.messages(2, from: 200),
                expected: [
                    .accepted, .any(of: .deferred, .released, .inDoubt),
                    .any(of: .accepted, .deferred, .released, .inDoubt),
                ]
            ).with {
                $0.failures = [.protocolBreach]
                $0.ignoresBreaches = true
            }
        ]
    }
}
