internal import MailModel

extension TransportConformance {
    /// Connections that end, servers that fall silent.
    package static var lossScenarios: [TransportScenario] { cuts + closings + silences }

    private static func around(_ message: OutgoingMessage) -> [OutgoingMessage] {
        [SampleMail.message(100, to: "first"), message] + SampleMail.messages(3, from: 200)
    }

    private static var cuts: [TransportScenario] {
        func cut(
            _ name: String,
            _ cut: ServerBehaviour.Cut,
            reset: Bool = false,
            keywords: [String] = ServerBehaviour().keywords,
            _ pattern: OutcomePattern
        ) -> TransportScenario {
            let server = ServerBehaviour {
                $0.cuts = ["cut": cut]
                $0.cutsByReset = reset
                $0.keywords = keywords
            }
            return TransportScenario(
                name,
                server,
                messages: around(SampleMail.message(0, to: "cut", from: "cut")),
                expected: [.accepted, pattern, .acceptedOrTriedAgain]
            )
        }
        return [
            cut("lost at MAIL", .atMail, .triedAgain),
            cut("lost at RCPT", .atRecipient, .triedAgain),
            cut("lost at DATA", .atData, .triedAgain),
            cut("reset at RCPT", .atRecipient, reset: true, .triedAgain),
            cut("lost at DATA, no pipelining", .atData, keywords: [], .triedAgain),
            cut("lost behind the final dot", .atEndOfData, .inDoubt),
            cut("reset behind the final dot", .atEndOfData, reset: true, .inDoubt),
            cut("lost behind the final dot, no pipelining", .atEndOfData, keywords: [], .inDoubt),
            cut("lost within the reply to the final dot", .inEndReply, .inDoubt),
            lostInContent(reset: false),
            lostInContent(reset: true),
        ]
    }

    private static func lostInContent(reset: Bool) -> TransportScenario {
        // More than the buffers of both kernels hold, so that the last byte cannot have been handed over.
        let line = Array((String(repeating: "0123456789", count: 7) + "\r\n").utf8)
        let block = (0..<1_000).flatMap { _ in line }
        var large = SampleMail.message(0, to: "cut")
        large.content.rest = (0..<350).map { _ in .init(storage: block, range: 0..<block.count) }
        let server = ServerBehaviour {
            $0.cuts = ["cut": .inContent(bytes: 3_000)]
            $0.cutsByReset = reset
        }
        return TransportScenario(
            reset ? "reset within a large message" : "lost within a large message",
            server,
            messages: around(large),
            expected: [.accepted, .triedAgain, .acceptedOrTriedAgain]
        )
    }

    private static var closings: [TransportScenario] {
        let replies = ServerBehaviour {
            $0.recipientReplies = ["rcpt421": "421 4.3.2 shutting down"]
            $0.endReplies = ["end421": "421 4.3.2 shutting down"]
        }
        func closing(_ name: String, _ local: String) -> TransportScenario {
            TransportScenario(
                name,
                replies,
                messages: around(SampleMail.message(0, to: local)),
                expected: [.accepted, .triedAgain, .acceptedOrTriedAgain]
            )
        }
        // A connection that has carried enough costs nobody an attempt.
        func spent(_ name: String, _ reply: ServerReply) -> TransportScenario {
            TransportScenario(
                name,
                ServerBehaviour {
                    $0.messagesPerConnection = 3
                    $0.spentReply = reply
                },
                messages: SampleMail.messages(10),
                expected: [.any(of: .accepted, .released)]
            ).with {
                $0.check = { result in
                    let accepted = result.observer.reports.count { $0.outcome.isAccepted }
                    return accepted >= 6 ? [] : ["only \(accepted) messages went on over new connections"]
                }
            }
        }
        return [
            spent("421 after three messages of a connection", ServerBehaviour().spentReply),
            spent(
                "452 to every MAIL after three messages of a connection",
                "452 4.5.3 Too many recipients: Too many messages sent"
            ),
            closing("421 to RCPT", "rcpt421"),
            closing("421 to the final dot", "end421"),
        ]
    }

    private static var silences: [TransportScenario] {
        let server = ServerBehaviour {
            $0.muteAtRecipient = ["mute"]
            $0.muteAtEndOfData = ["mutedot"]
        }
        func silence(_ name: String, _ local: String, _ pattern: OutcomePattern) -> TransportScenario {
            TransportScenario(
                name,
                server,
                messages: around(SampleMail.message(0, to: local)),
                expected: [.accepted, pattern, .acceptedOrTriedAgain]
            ).with {
                $0.settings = {
                    $0.timeouts.reply = .seconds(2)
                    $0.timeouts.endOfData = .seconds(2)
                }
            }
        }
        return [
            silence("the server never answers RCPT", "mute", .triedAgain),
            silence("the server never answers the final dot", "mutedot", .inDoubt),
        ]
    }
}

extension RecipientOutcome {
    /// Whether the server took responsibility.
    package var isAccepted: Bool {
        switch self {
        case .accepted: true
        case .deferred, .failed, .inDoubt, .released: false
        }
    }
}
