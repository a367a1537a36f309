internal import MailModel

extension TransportConformance {
    /// How a session begins: EHLO, HELO, login, nobody there.
    package static var sessionScenarios: [TransportScenario] { hellos + logins + absences }

    private static var hellos: [TransportScenario] {
        let keywords = (0..<60).map { "X-KEYWORD-\($0) A=B C" } + ["PIPELINING", "8BITMIME"]
        func hello(_ name: String, _ change: (inout ServerBehaviour) -> Void) -> TransportScenario {
            TransportScenario(
                name,
                ServerBehaviour(change),
                messages: SampleMail.messages(4),
                expected: [.accepted]
            ).with {
                $0.check = { result in
                    let hellos = result.server.commands.joined().filter { $0.uppercased().hasPrefix("EHLO ") }
                    return hellos.allSatisfy { $0.hasSuffix(" client.example.test") } ? [] : ["EHLO names \(hellos)"]
                }
            }
        }
        return [
            hello("a server that knows only HELO") { $0.knowsEHLO = false },
            hello("a server without PIPELINING") { $0.keywords = ["8BITMIME"] },
            hello("a server without any keyword") { $0.keywords = [] },
            hello("a server with 60 keywords") { $0.keywords = keywords },
            hello("a greeting of many lines") { $0.greeting = "220-mx.example.test\n220-欢迎\n220 ESMTP" },
            hello("replies byte by byte") { $0.writing = .byteByByte },
            hello("replies that come together") { $0.writing = .coalesced },
            hello("replies byte by byte, no pipelining") {
                $0.writing = .byteByByte
                $0.keywords = []
            },
        ]
    }

    private static var logins: [TransportScenario] {
        func login(
            _ name: String,
            offered: [String] = ["PLAIN", "LOGIN"],
            _ mechanism: Login.Mechanism,
            password: String = "秘密 secret"
        ) -> TransportScenario {
            let server = ServerBehaviour {
                $0.login = ServerLogin(user: "news@example.test", password: "秘密 secret", mechanisms: offered)
            }
            return TransportScenario(
                name,
                server,
                messages: SampleMail.messages(3),
                expected: [.accepted]
            ).with {
                $0.settings = {
                    $0.login = Login(user: "news@example.test", password: Secret(password), mechanism: mechanism)
                }
            }
        }
        func refused(_ scenario: TransportScenario) -> TransportScenario {
            scenario.with {
                $0.failures = [.loginRefused]
                $0.mustFail = true
                $0.failureWords = "用户名或密码错误"
                $0.expected = [.triedAgain]
                $0.check = { result in
                    let tries = result.server.commands.joined().count { $0.hasPrefix("AUTH") }
                    return tries <= 2 * result.server.connections ? [] : ["the login was tried \(tries) times"]
                }
            }
        }
        return [
            login("login by PLAIN", .plain),
            login("login by LOGIN", .login),
            login("login by what there is", .auto),
            login("login by what there is, which is LOGIN", offered: ["LOGIN"], .auto),
            login("login by what there is, beside strangers", offered: ["X-OTHER", "PLAIN"], .auto),
            refused(login("wrong password by PLAIN", .plain, password: "wrong")),
            refused(login("wrong password by LOGIN", .login, password: "wrong")),
            TransportScenario(
                "a login is demanded and none is set",
                ServerBehaviour { $0.mailReplies = ["bounces": "530 5.7.0 请先登录 log in first"] },
                messages: SampleMail.messages(3),
                expected: [.triedAgain]
            ).with {
                $0.failures = [.configuration]
                $0.mustFail = true
                $0.failureWords = "请先登录"
            },
            login("the mechanism of the settings is not offered", offered: ["LOGIN"], .plain).with {
                $0.failures = [.configuration, .loginRefused]
                $0.mustFail = true
                $0.expected = [.triedAgain]
            },
        ]
    }

    private static var absences: [TransportScenario] {
        [
            TransportScenario(
                "nobody listens",
                messages: SampleMail.messages(3),
                expected: [.triedAgain]
            ).with {
                $0.failures = [.unreachable]
                $0.mustFail = true
                // Port 1 of loopback: reserved, and nobody of sound mind listens there.
                $0.settings = { $0.port = 1 }
            },
            TransportScenario(
                "the host has no address",
                messages: SampleMail.messages(3),
                expected: [.triedAgain]
            ).with {
                $0.failures = [.unreachable]
                $0.mustFail = true
                $0.settings = { $0.host = "no-such-host.invalid" }
            },
            TransportScenario("no message at all", messages: [], expected: []),
        ]
    }
}
