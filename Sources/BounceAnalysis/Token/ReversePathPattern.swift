/// A reverse-path with a place for the token, such as `bounces+{token}@example.com`.
///
/// The token may stand anywhere in the local part, once. Matching takes letter case for equal, since some systems change
/// that of local parts.
package struct ReversePathPattern: Sendable, Equatable {
    /// What is wrong with a pattern.
    package enum Failure: Error, Equatable {
        /// There is no "{token}", or more than one.
        case tokenCount(Int)
        /// The token does not stand in the local part of an address.
        case notInLocalPart
        /// With the token the local part has more than 64 octets (RFC 5321 §4.5.3.1.1).
        case localPartTooLong(Int)
        /// A letter or digit touches the token: where it begins or ends could not be told.
        case tokenTouchesWord
    }

    private let prefix: [UInt8]
    private let suffix: [UInt8]

    /// Reads a pattern.
    ///
    /// - Parameter pattern: an address with "{token}" in its local part.
    /// - Throws: what is wrong with it.
    package init(_ pattern: String) throws(Failure) {
        let bytes = Array(pattern.utf8)
        let mark = Array("{token}".utf8)
        let places = bytes.indices.filter {
            $0 + mark.count <= bytes.count && bytes[$0..<$0 + mark.count].elementsEqual(mark)
        }
        guard places.count == 1, let place = places.first else { throw .tokenCount(places.count) }
        prefix = Array(bytes[..<place])
        suffix = Array(bytes[(place + mark.count)...])
        guard let sign = suffix.lastIndex(of: ASCII.at), sign + 1 < suffix.count, !prefix.contains(ASCII.at) else {
            throw .notInLocalPart
        }
        let length = prefix.count + VERPToken.length + sign
        guard length <= 64 else { throw .localPartTooLong(length) }
        if let last = prefix.last, ASCII.isAlphanumeric(last) { throw .tokenTouchesWord }
        if let first = suffix.first, ASCII.isAlphanumeric(first) { throw .tokenTouchesWord }
    }

    /// Appends the reverse-path for a token.
    package func append(_ token: VERPToken, maker: inout VERPToken.Maker, to out: inout [UInt8]) {
        out.append(contentsOf: prefix)
        maker.append(token, to: &out)
        out.append(contentsOf: suffix)
    }

    /// The reverse-path for a token.
    package func make(_ token: VERPToken, maker: inout VERPToken.Maker) -> String {
        var out: [UInt8] = []
        append(token, maker: &maker, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// The reverse-path for a token whose text is at hand.
    package func make(token text: [UInt8]) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(prefix.count + text.count + suffix.count)
        out.append(contentsOf: prefix)
        out.append(contentsOf: text)
        out.append(contentsOf: suffix)
        return String(decoding: out, as: UTF8.self)
    }

    /// The token of an address that was made with this pattern and the maker's secret.
    ///
    /// - Parameters:
    ///   - address: an address in any letter case.
    ///   - maker: the maker with the secret.
    /// - Returns: nil when the address does not fit or its token was forged.
    package func token(in address: some StringProtocol, maker: inout VERPToken.Maker) -> VERPToken? {
        let bytes = Array(address.utf8)
        guard fits(String(address)) else { return nil }
        return maker.parse(bytes[prefix.count..<prefix.count + VERPToken.length])
    }

    /// Whether an address has this form, its token not checked.
    package func fits(_ address: String) -> Bool {
        let bytes = Array(address.utf8)
        return bytes.count == prefix.count + VERPToken.length + suffix.count
            && Self.same(bytes[..<prefix.count], prefix[...])
            && Self.same(bytes[(prefix.count + VERPToken.length)...], suffix[...])
    }

    /// A token found in a collected message.
    package struct Found: Sendable, Equatable {
        /// The token.
        package var token: VERPToken
        /// The field it stood in, lower-case.
        package var field: String
    }

    /// The tokens in the addresses a collected message came to, each once, most trusted field first.
    ///
    /// - Parameters:
    ///   - references: what the analysis found.
    ///   - maker: the maker with the secret.
    /// - Returns: empty when no address has a token of this pattern.
    package func tokens(in references: References, maker: inout VERPToken.Maker) -> [Found] {
        var found: [Found] = []
        for place in references.deliveredTo {
            if let token = token(in: place.address, maker: &maker), !found.contains(where: { $0.token == token }) {
                found.append(Found(token: token, field: place.field))
            }
        }
        return found
    }

    private static func same(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        zip(left, right).allSatisfy { ASCII.lower($0) == ASCII.lower($1) }
    }
}
