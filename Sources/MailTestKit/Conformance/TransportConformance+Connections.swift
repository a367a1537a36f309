internal import MailModel

extension TransportConformance {
    /// Many messages over kept connections; stopping.
    package static var connectionScenarios: [TransportScenario] { keeping + stopping }

    private static var keeping: [TransportScenario] {
        [
            TransportScenario(
                "300 messages over four connections",
                messages: SampleMail.messages(300),
                expected: [.accepted]
            ).with {
                $0.settings = { $0.connections = 4 }
                $0.check = { result in
                    (1...4).contains(result.server.connections) ? [] : ["\(result.server.connections) connections"]
                }
            },
            TransportScenario(
                "messages over one kept connection",
                messages: SampleMail.messages(40),
                expected: [.accepted]
            ).with {
                $0.check = { $0.server.connections == 1 ? [] : ["\($0.server.connections) connections"] }
            },
            TransportScenario(
                "five messages a connection",
                messages: SampleMail.messages(23),
                expected: [.accepted]
            ).with {
                $0.settings = { $0.messagesPerConnection = 5 }
                $0.check = { result in
                    let counts = result.server.messagesByConnection
                    return counts.allSatisfy { $0 <= 5 } && counts.count == 5
                        ? [] : ["messages by connection: \(counts)"]
                }
            },
            TransportScenario(
                "one message a connection",
                messages: SampleMail.messages(7),
                expected: [.accepted]
            ).with {
                $0.settings = {
                    $0.messagesPerConnection = 1
                    $0.connections = 2
                }
                $0.check = { result in
                    result.server.messagesByConnection.allSatisfy { $0 <= 1 }
                        ? [] : ["messages by connection: \(result.server.messagesByConnection)"]
                }
            },
            TransportScenario(
                "at most two messages wait for their reply",
                ServerBehaviour { $0.delay = .milliseconds(2) },
                messages: SampleMail.messages(30),
                expected: [.accepted]
            ).with {
                $0.settings = {
                    $0.connections = 4
                    $0.unanswered = 2
                }
            },
        ]
    }

    private static var stopping: [TransportScenario] {
        [
            TransportScenario(
                "stopped in the middle",
                ServerBehaviour { $0.delay = .milliseconds(2) },
                messages: SampleMail.messages(2_000),
                expected: [.any(of: .accepted, .released)]
            ).with {
                $0.cancelsAfter = 10
                $0.settings = {
                    $0.connections = 3
                    // What has begun is to be finished, however busy the machine is.
                    $0.grace = .seconds(15)
                }
            },
            TransportScenario(
                "stopped while the source has nothing",
                messages: SampleMail.messages(5),
                expected: [.accepted]
            ).with { $0.cancelsAfter = 5 },
            TransportScenario(
                "stopped while the server is silent behind a final dot",
                ServerBehaviour { $0.muteAtEndOfData = ["mute"] },
                messages: [SampleMail.message(0, to: "mute")] + SampleMail.messages(300, from: 10),
                expected: [.inDoubt, .acceptedOrTriedAgain]
            ).with {
                $0.cancelsAfter = 20
                $0.settings = {
                    $0.connections = 2
                    $0.grace = .seconds(2)
                    $0.timeouts.endOfData = .seconds(60)
                    $0.timeouts.reply = .seconds(60)
                }
            },
        ]
    }
}
