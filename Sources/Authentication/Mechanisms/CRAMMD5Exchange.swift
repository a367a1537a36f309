internal import Crypto
internal import MailModel

/// CRAM-MD5 (RFC 2195 §2): the user name, and the HMAC-MD5 of the challenge under the password in hexadecimal.
struct CRAMMD5Exchange: Sendable {
    private let user: [UInt8]
    private let password: [UInt8]
    private var isAnswered = false

    init(login: Login) {
        user = Array(login.user.utf8)
        password = Array(login.secret.exposed.utf8)
    }

    mutating func receive(challenge: [UInt8]) -> SASLExchange.Step {
        guard !isAnswered else { return .cancel("CRAM-MD5 has one answer, yet the server asks again") }
        // The same answer to the same challenge would be the same login: an empty one is worth nothing.
        guard !challenge.isEmpty else { return .cancel("CRAM-MD5 without anything to sign") }
        isAnswered = true
        let code = HMAC<Insecure.MD5>.authenticationCode(for: challenge, using: SymmetricKey(data: password))
        return .respond(user + [UInt8(ascii: " ")] + HexText.lowercase(code))
    }
}

/// Bytes in hexadecimal, in small letters.
package enum HexText {
    private static let digits = Array("0123456789abcdef".utf8)

    package static func lowercase(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }
}
