internal import MIMECoding

/// How far the sender of a collected message is believed, by what a server of ours found (RFC 8601).
///
/// Only fields of the named server count: anybody can write the others. A server that adds such fields removes those that
/// came with the message under its name (RFC 8601 §5).
enum SenderTrust: String, Sendable {
    /// The server found that the domain in From stands behind the message.
    case authenticated
    /// It found that it does not.
    case failed
    /// It said nothing, or there is no server to believe.
    case unknown

    /// Reads the verdict of a server.
    ///
    /// - Parameters:
    ///   - fields: the values of all `Authentication-Results` fields, unfolded.
    ///   - host: the server that is believed; nil for none.
    ///   - domain: the domain in From, in lower case.
    init(_ fields: [[UInt8]], by host: String?, domain: String) {
        self = .unknown
        guard let host, !domain.isEmpty else { return }
        for field in fields.prefix(16) {
            let parts = Self.withoutComments(field).split(separator: ";", omittingEmptySubsequences: false)
            // authserv-id [ version ], then resinfo each behind a ";" (RFC 8601 §2.2).
            guard let server = parts.first?.split(separator: " ").first, server.lowercased() == host.lowercased() else {
                continue
            }
            for part in parts.dropFirst() {
                switch Self.judge(part.split(separator: " ").map { $0.lowercased() }, domain) {
                case .authenticated:
                    self = .authenticated
                    return
                case .failed: self = .failed
                case .unknown: break
                }
            }
        }
    }

    /// One method with its result and properties: `dkim=pass header.d=example.com`.
    private static func judge(_ words: [String], _ domain: String) -> SenderTrust {
        guard let result = words.first?.split(separator: "=", maxSplits: 1), result.count == 2 else { return .unknown }
        let properties = words.dropFirst().compactMap { word -> (name: Substring, value: String)? in
            let pair = word.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, let value = pair[1].split(separator: "@").last else { return nil }
            return (pair[0], String(value).trimmingQuotes)
        }
        func isAligned(_ names: String...) -> Bool {
            properties.contains { property in
                names.contains(String(property.name)) && isSameOrganisation(property.value, domain)
            }
        }
        switch (result[0], result[1]) {
        case ("dmarc", "pass"):
            return properties.isEmpty || isAligned("header.from") ? .authenticated : .unknown
        case ("dmarc", "fail"): return .failed
        case ("dkim", "pass"): return isAligned("header.d", "header.i") ? .authenticated : .unknown
        case ("spf", "pass"): return isAligned("smtp.mailfrom") ? .authenticated : .unknown
        case ("dkim", "fail"), ("spf", "fail"): return .failed
        default: return .unknown
        }
    }

    /// Whether one domain is the other or below it: relaxed alignment without a list of public suffixes.
    private static func isSameOrganisation(_ one: String, _ other: String) -> Bool {
        one == other || one.hasSuffix("." + other) || other.hasSuffix("." + one) && one.utf8.contains(UInt8(ascii: "."))
    }

    /// The text without comments in parentheses, blanks and line ends as single spaces.
    private static func withoutComments(_ field: [UInt8]) -> String {
        var depth = 0
        var bytes: [UInt8] = []
        for byte in field.prefix(16_384) {
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth = max(0, depth - 1)
            case _ where depth > 0: continue
            case 0x09, 0x0A, 0x0D, 0x20: bytes.append(0x20)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// Without the quotes around it.
    fileprivate var trimmingQuotes: String {
        utf8.count >= 2 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
    }
}
