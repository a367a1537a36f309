internal import MailModel

/// An access token as the proof: OAUTHBEARER (RFC 7628), and XOAUTH2, which providers had before it.
///
///     OAUTHBEARER   n,a=user,^Ahost=…^Aport=…^Aauth=Bearer token^A^A      a refusal comes as a challenge; the answer is ^A
///     XOAUTH2       user=user^Aauth=Bearer token^A^A                      likewise; the answer is empty
struct BearerExchange: Sendable {
    let message: [UInt8]
    private(set) var complaint: [UInt8]?
    private let farewell: [UInt8]
    private let mechanism: SASLMechanism

    init(
        _ mechanism: SASLMechanism,
        login: Login,
        circumstances: LoginCircumstances
    ) throws(SASLText.Fault) {
        let token = login.secret.exposed
        // b64token and what providers made of it (RFC 6750 §2.1): anything else could end the field.
        guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .token
        }
        try SASLText.checkControls(login.user, "user name")
        self.mechanism = mechanism
        if mechanism == .oauthBearer {
            let user = SCRAMMessage.escaped(login.user)
            let place =
                circumstances.host.isEmpty ? "" : "host=\(circumstances.host)\u{1}port=\(circumstances.port)\u{1}"
            message = Array("n,a=\(user),\u{1}\(place)auth=Bearer \(token)\u{1}\u{1}".utf8)
            farewell = [0x01]
        } else {
            message = Array("user=\(login.user)\u{1}auth=Bearer \(token)\u{1}\u{1}".utf8)
            farewell = []
        }
    }

    mutating func receive(challenge: [UInt8]) -> SASLExchange.Step {
        guard complaint == nil else {
            return .cancel("\(mechanism.rawValue) has been refused by the server, yet it asks again")
        }
        complaint = challenge
        return .respond(farewell)
    }
}
