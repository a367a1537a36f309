internal import MailModel

extension TransportConformance {
    /// Refusals and acceptances, as the server's replies have them.
    package static var recipientScenarios: [TransportScenario] {
        refusals + mixedEnvelopes + wordings
    }

    private static var refusals: [TransportScenario] {
        let server = ServerBehaviour {
            $0.recipientReplies = [
                "nobody": "550 5.1.1 no such user 收件人不存在",
                "later": "451 4.3.0 try again later",
                "full": "452 4.2.2 mailbox full",
            ]
            $0.mailReplies = ["banned": "550 5.7.1 sender refused", "busy": "451 4.7.1 greylisted"]
            $0.dataReplies = ["nodata": "554 5.6.0 not now, not ever", "slowdata": "450 4.3.2 come back"]
            $0.endReplies = [
                "toobig": "552 5.3.4 message too big",
                "spam": "550-5.7.1 looks like spam\n550 5.7.1 said the filter",
                "queuefull": "452 4.3.1 no space",
            ]
        }
        func one(_ name: String, _ local: String, from: String = "bounces", _ pattern: OutcomePattern)
            -> TransportScenario
        {
            let messages = [
                SampleMail.message(0, to: "first"), SampleMail.message(1, to: local, from: from),
                SampleMail.message(2, to: "last"),
            ]
            return TransportScenario(name, server, messages: messages, expected: [.accepted, pattern, .accepted])
        }
        return [
            one("everybody is accepted", "second", .accepted),
            one("a recipient is refused for good", "nobody", .failed(550, status: "5.1.1", words: "收件人不存在")),
            one("a recipient is refused for now", "later", .deferred(451, status: "4.3.0", words: "try again later")),
            one("a mailbox is full", "full", .deferred(452, status: "4.2.2")),
            one("the sender is refused for good", "x", from: "banned", .failed(550, status: "5.7.1", words: "sender")),
            one("the sender is refused for now", "x", from: "busy", .deferred(451, status: "4.7.1")),
            one("DATA is refused for good", "nodata", .failed(554, status: "5.6.0")),
            one("DATA is refused for now", "slowdata", .deferred(450, status: "4.3.2")),
            one("the message is refused for good", "toobig", .failed(552, status: "5.3.4", words: "too big")),
            one("the message is refused in two lines", "spam", .failed(550, status: "5.7.1", words: "the filter")),
            one("the message is refused for now", "queuefull", .deferred(452, status: "4.3.1")),
        ]
    }

    private static var mixedEnvelopes: [TransportScenario] {
        let server = ServerBehaviour {
            $0.recipientReplies = [
                "nobody": "550 5.1.1 no such user", "gone": "551 5.1.6 moved away", "later": "450 4.2.1 busy",
            ]
            $0.endReplies = ["strict": "554 5.7.1 refused"]
        }
        var politeToNobody = server
        politeToNobody.dataWithoutRecipients = "354 go on"
        let mixed = [
            SampleMail.message(0, to: "ann", "nobody", "later", "bob"),
            SampleMail.message(10, to: "after"),
        ]
        let refused = [SampleMail.message(0, to: "nobody", "gone", "later"), SampleMail.message(10, to: "after")]
        let refusedExpected: [OutcomePattern] = [
            .failed(550, status: "5.1.1"), .failed(551, status: "5.1.6"), .deferred(450, status: "4.2.1"), .accepted,
        ]
        return [
            TransportScenario(
                "one envelope, mixed answers to RCPT",
                server,
                messages: mixed,
                expected: [.accepted, .failed(550), .deferred(450), .accepted, .accepted]
            ),
            TransportScenario(
                "the first recipient of an envelope is refused",
                server,
                messages: [SampleMail.message(0, to: "nobody", "ann", "bob")],
                expected: [.failed(550), .accepted, .accepted]
            ),
            TransportScenario(
                "one envelope, everybody refused",
                server,
                messages: refused,
                expected: refusedExpected
            ),
            TransportScenario(
                "one envelope, everybody refused, and 354 to DATA",
                politeToNobody,
                messages: refused,
                expected: refusedExpected
            ),
            TransportScenario(
                "one envelope, a refused recipient, then the message is refused",
                server,
                messages: [SampleMail.message(0, to: "strict", "nobody", "ann")],
                expected: [.failed(554), .failed(550), .failed(554)]
            ),
            TransportScenario(
                "the reverse-path is null",
                server,
                messages: [SampleMail.message(0, to: "ann", from: nil)],
                expected: [.accepted]
            ).with {
                $0.check = { $0.server.messages.first?.reversePath == "" ? [] : ["the reverse-path is not null"] }
            },
        ]
    }

    private static var wordings: [TransportScenario] {
        let badBytes = ServerReply(
            bytes: Array("550 5.1.1 \u{07}no ".utf8) + [0xFF, 0xFE, 0x00] + Array(" user\r\n".utf8)
        )
        let server = ServerBehaviour {
            $0.recipientReplies = [
                "badbytes": badBytes,
                "bare": ServerReply(bytes: Array("550\r\n".utf8)),
                "lines": "450-4.7.1 第一行\n450-4.7.1 第二行\n450 4.7.1 第三行",
                "contradiction": "550 2.1.5 user unknown",
            ]
            $0.endReplies = ["nowords": ServerReply(bytes: Array("250\r\n".utf8))]
        }
        return [
            TransportScenario(
                "replies in Chinese, with bad bytes, bare and in several lines",
                server,
                messages: [
                    SampleMail.message(0, to: "badbytes"), SampleMail.message(1, to: "bare"),
                    SampleMail.message(2, to: "lines"), SampleMail.message(3, to: "contradiction"),
                    SampleMail.message(4, to: "nowords"), SampleMail.message(5, to: "ann"),
                ],
                expected: [
                    .failed(550, status: "5.1.1", words: "user"), .failed(550),
                    .deferred(450, status: "4.7.1", words: "第三行"), .failed(550, status: "5.1.5"), .accepted,
                    OutcomePattern(kinds: [.accepted], code: 250, status: "2.0.0", words: "已排队"),
                ]
            ).with {
                $0.check = { result in
                    let text = result.observer.report(AttemptID(seq: 0, attempt: 1))?.outcome.cause.words ?? ""
                    let isMasked = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{FFFD}" }
                    return isMasked ? [] : ["bad bytes of a reply are not masked: \(text)"]
                }
            }
        ]
    }
}
