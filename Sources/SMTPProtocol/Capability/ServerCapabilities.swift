/// What a server offers, read from its reply to EHLO (RFC 5321 §4.1.1.1); nothing at all after HELO.
///
///     ehlo-line = ehlo-keyword *( SP ehlo-param )
package struct ServerCapabilities: Sendable, Hashable {
    /// The numbers of RFC 9422 §3, nil where a server sets none.
    package struct Limits: Sendable, Hashable {
        /// MAILMAX: messages in one session.
        package var messages: Int?
        /// RCPTMAX: recipients in one transaction.
        package var recipients: Int?
        /// RCPTDOMAINMAX: recipient domains in one transaction.
        package var domains: Int?

        package init() {}
    }

    /// Every keyword with its parameters, known to us or not.
    package private(set) var keywords: [EHLOKeyword: [String]] = [:]
    /// The name by which the server greets.
    package private(set) var domain = ""
    /// The SASL mechanisms, in capitals, in the server's order.
    package private(set) var authMechanisms: [String] = []
    /// The largest message in octets (RFC 1870 §4); nil where there is no fixed limit.
    package private(set) var maximumSize: Int?
    /// The limits of RFC 9422.
    package private(set) var limits = Limits()

    // The hot path asks for these with each message.
    package private(set) var hasPipelining = false
    package private(set) var hasChunking = false
    package private(set) var has8BitMIME = false
    package private(set) var hasSMTPUTF8 = false
    package private(set) var hasSize = false

    /// Whether STARTTLS is offered.
    package var hasStartTLS: Bool { offers(.startTLS) }
    /// Whether delivery reports can be asked for (RFC 3461).
    package var hasDSN: Bool { offers(.dsn) }
    /// Whether replies carry enhanced status codes (RFC 2034).
    package var hasEnhancedStatusCodes: Bool { offers(.enhancedStatusCodes) }

    /// What a server that only knows HELO offers.
    package init() {}

    /// Reads the text of a reply to EHLO: the greeting, then a line for each keyword.
    package init(helloText text: String) {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        domain = lines.first.flatMap { Self.words($0).first } ?? ""
        for line in lines.dropFirst() { take(Self.words(line)) }
        hasPipelining = offers(.pipelining)
        hasChunking = offers(.chunking)
        has8BitMIME = offers(.eightBitMIME)
        hasSMTPUTF8 = offers(.smtpUTF8)
        hasSize = offers(.size)
    }

    /// Whether a keyword was listed.
    package func offers(_ keyword: EHLOKeyword) -> Bool { keywords[keyword] != nil }

    private mutating func take(_ words: [String]) {
        guard let first = words.first else { return }
        var parameters = Array(words.dropFirst())
        var keyword = EHLOKeyword(first)
        // Quirk: `AUTH=LOGIN PLAIN`, a draft's form that servers still send beside the right one (RFC 4954 has a space).
        if first.count > 5, keyword.canonical.hasPrefix("AUTH=") {
            parameters.insert(String(first.dropFirst(5)), at: 0)
            keyword = .auth
        }
        if keyword == .auth {
            for name in parameters.map({ $0.uppercased() }) where !authMechanisms.contains(name) {
                authMechanisms.append(name)
            }
            keywords[keyword, default: []] += parameters
            return
        }
        guard keywords[keyword] == nil else { return }
        keywords[keyword] = parameters
        if keyword == .size { takeSize(parameters.first) }
        if keyword == .limits { takeLimits(parameters) }
    }

    /// size-param = [1*20DIGIT], where zero means: no fixed limit (RFC 1870 §4).
    private mutating func takeSize(_ parameter: String?) {
        guard let parameter, let size = Int(parameter), size > 0 else { return }
        maximumSize = size
    }

    private mutating func takeLimits(_ parameters: [String]) {
        for parameter in parameters {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let value = Int(parts[1]), value > 0 else { continue }
            switch parts[0].uppercased() {
            case "MAILMAX": limits.messages = value
            case "RCPTMAX": limits.recipients = value
            case "RCPTDOMAINMAX": limits.domains = value
            default: continue
            }
        }
    }

    private static func words(_ line: Substring.UTF8View) -> [String] {
        line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }).map { String(decoding: $0, as: UTF8.self) }
    }
}
