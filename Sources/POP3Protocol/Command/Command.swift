package import MailModel

/// What a client says to a POP3 server (RFC 1939, RFC 2449, RFC 2595, RFC 5034, RFC 6856).
package enum Command: Sendable, Hashable {
    case capabilities
    case startTLS
    case user(String)
    case password(Secret)
    /// The user's name, and a digest of the greeting's timestamp and the password.
    case apop(String, digest: String)
    /// Messages may be UTF-8 in their header (RFC 6856 §2).
    case utf8
    /// A SASL mechanism, its initial response in base64; nil where there is none, or it follows on a line of its own.
    case authenticate(String, initialResponse: Secret?)
    /// A line that answers a SASL challenge, in base64.
    case saslResponse(Secret)
    case status
    case listSizes
    case listUniqueIDs
    case retrieve(Int)
    /// The header of a message, the blank line and that many lines of its body.
    case top(Int, bodyLines: Int)
    case delete(Int)
    case reset
    case noOperation
    case quit

    /// Appends the command's line, CRLF included.
    ///
    /// Arguments must hold no CR, LF or NUL: ``isCarried(_:)`` says whether they do.
    package func encode(into output: inout [UInt8]) {
        switch self {
        case .capabilities: output += "CAPA".utf8
        case .startTLS: output += "STLS".utf8
        case .user(let name): output += "USER \(name)".utf8
        case .password(let secret): output += "PASS \(secret.exposed)".utf8
        case .apop(let name, let digest): output += "APOP \(name) \(digest)".utf8
        case .utf8: output += "UTF8".utf8
        case .authenticate(let mechanism, let response?): output += "AUTH \(mechanism) \(response.exposed)".utf8
        case .authenticate(let mechanism, nil): output += "AUTH \(mechanism)".utf8
        case .saslResponse(let response): output += response.exposed.utf8
        case .status: output += "STAT".utf8
        case .listSizes: output += "LIST".utf8
        case .listUniqueIDs: output += "UIDL".utf8
        case .retrieve(let number): output += "RETR \(number)".utf8
        case .top(let number, let lines): output += "TOP \(number) \(lines)".utf8
        case .delete(let number): output += "DELE \(number)".utf8
        case .reset: output += "RSET".utf8
        case .noOperation: output += "NOOP".utf8
        case .quit: output += "QUIT".utf8
        }
        output.append(0x0D)
        output.append(0x0A)
    }

    /// Whether a text can be an argument: a CR, LF or NUL in it would end the line and begin another command.
    package static func isCarried(_ argument: String) -> Bool {
        !argument.utf8.contains { $0 == 0x0D || $0 == 0x0A || $0 == 0x00 }
    }
}
