package import MailModel

/// One login: which mechanism, and what it says next (RFC 4954 §4, RFC 4422).
///
/// Each mechanism is a case with its own small machine, so that those which prove themselves in several rounds find
/// their place. All bytes here are those of the mechanism, before base64.
package struct SASLExchange: Sendable {
    /// What is said next.
    package enum Step: Sendable, Hashable {
        /// This answer.
        case respond([UInt8])
        /// `*`: the server asked for something that the mechanism has no answer to; the text says what.
        case cancel(String)
    }

    private enum Machine {
        case plain(PlainExchange)
        case login(LoginExchange)
    }

    private var machine: Machine
    /// The mechanism's registered name.
    package let mechanism: String

    /// Chooses the strongest mechanism that both sides have; nil when there is none.
    ///
    /// - Parameters:
    ///   - login: who logs in, and by which mechanism if not by any.
    ///   - offered: the server's mechanisms, in capitals.
    package init?(login: Login, offered: [String]) {
        let wanted: [String]
        switch login.mechanism {
        case .auto: wanted = ["PLAIN", "LOGIN"]
        case .plain: wanted = ["PLAIN"]
        case .login: wanted = ["LOGIN"]
        }
        guard let mechanism = wanted.first(where: { offered.contains($0) }) else { return nil }
        self.mechanism = mechanism
        switch mechanism {
        case "PLAIN": machine = .plain(PlainExchange(login: login))
        default: machine = .login(LoginExchange(login: login))
        }
    }

    /// What goes on the AUTH line itself; nil where the server speaks first.
    package mutating func initialResponse() -> [UInt8]? {
        switch machine {
        case .plain(let exchange): exchange.message
        case .login: nil
        }
    }

    /// Answers a challenge.
    package mutating func receive(challenge: [UInt8]) -> Step {
        switch machine {
        case .plain(let exchange):
            // A server that overlooked the initial response asks for it with an empty challenge.
            return challenge.isEmpty ? .respond(exchange.message) : .cancel("PLAIN has no answer to a challenge")
        case .login(var exchange):
            let step = exchange.receive(challenge: challenge)
            machine = .login(exchange)
            return step
        }
    }
}
