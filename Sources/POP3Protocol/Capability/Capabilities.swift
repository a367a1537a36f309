/// What a server says that it can do (CAPA, RFC 2449).
package struct Capabilities: Sendable, Hashable {
    /// The most lines that are read; a server has about ten.
    static let ceiling = 256

    /// The lines, by keyword in upper case; arguments as the server wrote them.
    private var arguments: [String: [String]] = [:]

    package init() {}

    /// Takes in one line of the reply.
    ///
    ///     capa-tag *(SP param)
    mutating func add(_ line: [UInt8]) {
        let words = line.split(separator: 0x20).map { ServerText.masked($0) }
        guard let keyword = words.first else { return }
        arguments[keyword.uppercased(), default: []] += words.dropFirst()
    }

    /// Whether a capability is there; an unknown one may be asked for as well.
    package func has(_ keyword: String) -> Bool { arguments[keyword] != nil }

    /// Whether commands may be sent before the replies to earlier ones have come.
    package var pipelines: Bool { has("PIPELINING") }

    /// Whether STLS is offered (RFC 2595 §4).
    package var offersTLS: Bool { has("STLS") }

    /// Whether USER and PASS are taken.
    package var takesPassword: Bool { has("USER") }

    /// The SASL mechanisms that are offered (RFC 5034), in capitals; none as well when the server has no SASL at all.
    package var saslMechanisms: [String] { arguments["SASL"]?.map { $0.uppercased() } ?? [] }

    /// Whether messages with UTF-8 in their header can be had as they are (RFC 6856).
    package var offersUTF8: Bool { has("UTF8") }

    /// Whether nothing is known of the server, since it has no CAPA.
    package var isEmpty: Bool { arguments.isEmpty }
}
