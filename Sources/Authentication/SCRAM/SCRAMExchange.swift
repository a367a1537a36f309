internal import MailModel

/// SCRAM (RFC 5802, RFC 7677): the password never travels, and the server proves that it knows it too.
///
///     C: n,,n=user,r=nonce          S: r=nonce…,s=salt,i=rounds
///     C: c=…,r=nonce…,p=proof       S: v=signature
///
/// A hostile server is held to: a nonce that begins with ours and is longer, a salt, rounds within bounds, no extension that
/// it calls mandatory, a signature that is right. A client that could bind the login to the TLS connection says so
/// (`y`) where the server does not offer that, so that a server whose offer was cut on the way notices.
package struct SCRAMExchange: Sendable {
    private enum State {
        case first
        case final(serverKey: [UInt8], authMessage: [UInt8])
        case over
    }

    /// Fewer would let whoever records a login guess the password cheaply (RFC 5802 §5.1, RFC 7677 §4).
    private static let fewestRounds = 4_096
    /// A second of work or so; a server that asks for more is after our time.
    private static let mostRounds = 2_000_000
    /// Longest salt that is looked at, in bytes.
    private static let longestSalt = 1_024

    private let hash: SCRAMHash
    private let header: [UInt8]
    private let bindingData: [UInt8]
    private let bare: [UInt8]
    private let nonce: [UInt8]
    private let password: [UInt8]
    private var state = State.first
    /// Whether the server has shown that it knows the password.
    private(set) var isVerified = false
    /// The error that the server named in place of its signature.
    private(set) var complaint: [UInt8]?

    init(
        _ mechanism: SASLMechanism,
        login: Login,
        circumstances: LoginCircumstances,
        nonce: [UInt8]
    ) throws(SASLText.Fault) {
        guard let hash = mechanism.scramHash else { preconditionFailure("\(mechanism) is no SCRAM") }
        self.hash = hash
        self.nonce = nonce
        password = Array(try SASLText.prepared(login.secret.exposed, "password").utf8)
        let user = SCRAMMessage.escaped(try SASLText.prepared(login.user, "user name"))
        bare = Array("n=\(user),r=".utf8) + nonce
        if mechanism.bindsChannel, let binding = circumstances.binding {
            header = Array("p=\(ChannelBinding.name),,".utf8)
            bindingData = binding.data
        } else {
            let couldBind = circumstances.binding != nil && !circumstances.offersBinding
            header = Array((couldBind ? "y,," : "n,,").utf8)
            bindingData = []
        }
    }

    /// A nonce: 144 random bits in base64, which has no comma.
    package static func freshNonce() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return SASLBase64.encode((0..<18).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// The first message of the client.
    var clientFirst: [UInt8] { header + bare }

    mutating func receive(challenge: [UInt8]) -> SASLExchange.Step {
        switch state {
        case .first: return receiveFirst(challenge)
        case .final(let serverKey, let authMessage): return receiveFinal(challenge, serverKey, authMessage)
        case .over: return .cancel("SCRAM is over, yet the server asks")
        }
    }

    private mutating func receiveFirst(_ challenge: [UInt8]) -> SASLExchange.Step {
        state = .over
        guard let message = SCRAMMessage(challenge) else { return .cancel("a first message that SCRAM does not know") }
        if let error = message.value("e", at: 0) {
            complaint = error
            return .respond([])
        }
        guard message.value("m", at: 0) == nil else { return .cancel("SCRAM with an extension that is not known here") }
        guard let shared = message.value("r", at: 0), let salt = message.value("s", at: 1),
            let rounds = message.value("i", at: 2), let salt = SASLBase64.decode(salt), !salt.isEmpty,
            salt.count <= Self.longestSalt
        else { return .cancel("a first message of SCRAM without nonce, salt and rounds") }
        guard shared.count > nonce.count, shared.starts(with: nonce), shared.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return .cancel("SCRAM with a nonce that is not ours: these are words of another login") }
        if let objection = Self.objection(toRounds: rounds) { return .cancel(objection) }
        guard let rounds = Int(String(decoding: rounds, as: UTF8.self)),
            let salted = hash.saltedPassword(password, salt: salt, rounds: rounds)
        else { return .cancel("SCRAM with rounds that cannot be done") }
        return prove(salted, shared: shared, serverFirst: challenge)
    }

    private static func objection(toRounds text: [UInt8]) -> String? {
        guard !text.isEmpty, text.count <= 10, text.allSatisfy({ (0x30...0x39).contains($0) }),
            let rounds = Int(String(decoding: text, as: UTF8.self))
        else { return "SCRAM with rounds that are no number" }
        if rounds < fewestRounds {
            return
                "SCRAM with \(rounds) rounds: fewer than \(fewestRounds) would let anybody who listens guess the password"
        }
        if rounds > mostRounds { return "SCRAM with \(rounds) rounds: more than \(mostRounds) only cost our time" }
        return nil
    }

    private mutating func prove(_ salted: [UInt8], shared: [UInt8], serverFirst: [UInt8]) -> SASLExchange.Step {
        let comma = [UInt8(ascii: ",")]
        let final = Array("c=".utf8) + SASLBase64.encode(header + bindingData) + Array(",r=".utf8) + shared
        let authMessage = bare + comma + serverFirst + comma + final
        let clientKey = hash.code(Array("Client Key".utf8), key: salted)
        let signature = hash.code(authMessage, key: hash.hash(clientKey))
        let proof = zip(clientKey, signature).map { $0 ^ $1 }
        state = .final(serverKey: hash.code(Array("Server Key".utf8), key: salted), authMessage: authMessage)
        return .respond(final + Array(",p=".utf8) + SASLBase64.encode(proof))
    }

    private mutating func receiveFinal(
        _ challenge: [UInt8],
        _ serverKey: [UInt8],
        _ authMessage: [UInt8]
    ) -> SASLExchange.Step {
        state = .over
        guard let message = SCRAMMessage(challenge) else { return .cancel("a last message that SCRAM does not know") }
        if let error = message.value("e", at: 0) {
            complaint = error
            return .respond([])
        }
        guard let value = message.value("v", at: 0), let signature = SASLBase64.decode(value),
            hash.isCode(signature, of: authMessage, key: serverKey)
        else {
            return .cancel("the server's signature is wrong: it does not know the password, so it is not the right one")
        }
        isVerified = true
        return .respond([])
    }
}
