internal import MailModel

extension TransportConformance {
    /// Bytes that must arrive as they are, and what a server must offer for them.
    package static var contentScenarios: [TransportScenario] { bodies + extensions }

    private static var bodies: [TransportScenario] {
        let bodies = [
            ".\r\n", "..\r\n", ".\r\n.\r\n.\r\n", ".dot\r\n..two\r\n...three\r\nx.\r\n.\r\n", "\r\n\r\n.\r\n\r\n", "",
            String(repeating: "x", count: 998) + "\r\n", "." + String(repeating: ".", count: 997) + "\r\n",
            String(repeating: "a line of a message that is not so short\r\n.\r\n", count: 200),
        ]
        let messages = bodies.enumerated().map {
            SampleMail.message($0.offset, to: "user\($0.offset)", body: $0.element)
        }
        let large = String(repeating: String(repeating: "0123456789", count: 7) + "\r\n", count: 14_000)
        var runs = SampleMail.message(1, to: "runs")
        let shared = Array("a.\r\n.\r\n".utf8)
        runs.content.rest = [
            .init(storage: shared, range: 0..<3), .init(storage: shared, range: 3..<4),
            .init(storage: shared, range: 4..<5), .init(storage: shared, range: 5..<5),
            .init(storage: shared, range: 5..<7), .init(storage: shared, range: 4..<7),
        ]
        return [
            TransportScenario(
                "dots at line starts, lone dots and long lines",
                messages: messages,
                expected: [.accepted]
            ),
            TransportScenario(
                "a message of a megabyte",
                messages: [SampleMail.message(0, to: "ann", body: large), SampleMail.message(1, to: "bob")],
                expected: [.accepted]
            ),
            TransportScenario(
                "content in runs that are cut between CR, LF and dot",
                messages: [SampleMail.message(0, to: "ann"), runs, SampleMail.message(2, to: "bob")],
                expected: [.accepted]
            ),
        ]
    }

    private static var extensions: [TransportScenario] {
        let eightBit = SampleMail.message(0, to: "ann", body: "您好，王芳\r\n")
        let unicode = SampleMail.message(0, to: "王芳@例子.测试")
        let bare = ServerBehaviour { $0.keywords = ["PIPELINING"] }
        return [
            TransportScenario(
                "an 8-bit message and a server with 8BITMIME",
                messages: [eightBit, SampleMail.message(1, to: "bob")],
                expected: [.accepted]
            ),
            TransportScenario(
                "an 8-bit message and a server without 8BITMIME",
                bare,
                messages: [eightBit, SampleMail.message(1, to: "bob")],
                expected: [.any(of: .failed), .accepted]
            ),
            TransportScenario(
                "an address that needs SMTPUTF8 and a server with it",
                messages: [unicode, SampleMail.message(1, to: "bob")],
                expected: [.accepted]
            ).with {
                $0.check = { result in
                    let isAsked = result.server.messages.first?.mailParameters.contains("SMTPUTF8") ?? false
                    return isAsked ? [] : ["MAIL does not ask for SMTPUTF8"]
                }
            },
            TransportScenario(
                "an address that needs SMTPUTF8 and a server without it",
                bare,
                messages: [unicode, SampleMail.message(1, to: "bob")],
                expected: [.any(of: .failed), .accepted]
            ),
            TransportScenario(
                "a message above the size that the server takes",
                ServerBehaviour { $0.keywords = ["PIPELINING", "SIZE 2000"] },
                messages: [
                    SampleMail.message(0, to: "ann"),
                    SampleMail.message(1, to: "bob", body: String(repeating: "0123456789\r\n", count: 500)),
                    SampleMail.message(2, to: "eve"),
                ],
                expected: [.accepted, .any(of: .failed), .accepted]
            ),
            TransportScenario(
                "an address with a line end in it",
                messages: [
                    SampleMail.message(0, to: "ann>\r\nRCPT TO:<eve@example.test"), SampleMail.message(1, to: "bob"),
                    SampleMail.message(2, to: "eve\n@example.test"), SampleMail.message(3, to: "eve\u{0}@example.test"),
                    SampleMail.message(4, to: "x", from: "a\r\nRSET\r\n"),
                ],
                expected: [.any(of: .failed), .accepted, .any(of: .failed), .any(of: .failed), .any(of: .failed)]
            ).with {
                $0.check = { result in
                    let isClean = result.server.commands.joined().allSatisfy { !$0.contains("eve") && $0 != "RSET" }
                    return isClean ? [] : ["a command came out of an address: \(result.server.commands)"]
                }
            },
        ]
    }
}
