package import TextEncodings

extension MailAddress {
    /// Why a text is no address: what, where, and what would be right.
    package struct Fault: Error, Hashable, Sendable {
        /// What is wrong.
        package enum Kind: Hashable, Sendable {
            /// Nothing there.
            case empty
            /// No `@` parts a local part from a domain.
            case missingAt
            /// A second `@`.
            case extraAt
            /// Nothing before the `@`.
            case emptyLocalPart
            /// Nothing behind the `@`.
            case emptyDomain
            /// A dot at the beginning of local part or domain.
            case leadingDot
            /// A dot at the end of local part or domain.
            case trailingDot
            /// Two dots in a row.
            case doubleDot
            /// White space.
            case space
            /// A control character.
            case control
            /// A character that may not stand there.
            case character
            /// A comment in parentheses, which headers may have and envelopes may not.
            case comment
            /// Angle brackets: a display name, or the whole address in brackets.
            case angleBrackets
            /// A quote that is never closed.
            case openQuote
            /// Something between the closing quote and the `@`.
            case textAfterQuote
            /// A backslash before what it cannot escape.
            case escape
            /// Over 64 octets before the `@`.
            case localPartTooLong
            /// A domain label of over 63 octets.
            case labelTooLong
            /// A domain of over 255 octets.
            case domainTooLong
            /// An address of over 254 octets.
            case addressTooLong
            /// A domain label that begins or ends with a hyphen.
            case hyphen
            /// A domain that IDNA2008 refuses.
            case internationalDomain(IDNA.Failure)
            /// An address literal that is no IPv4 and no IPv6 address.
            case addressLiteral
            /// Bytes that are no UTF-8.
            case encoding
        }

        /// What is wrong.
        package var kind: Kind
        /// At which byte, from 0.
        package var offset: Int
        /// The offending byte, where one alone is at fault.
        package var byte: UInt8?

        init(_ kind: Kind, at offset: Int, byte: UInt8? = nil) {
            self.kind = kind
            self.offset = offset
            self.byte = byte
        }
    }
}

extension MailAddress.Fault: CustomStringConvertible {
    /// One sentence: what is wrong, where (counted from 1), and what would be right.
    package var description: String {
        switch kind {
        case .empty: "the address is empty; write one like `ann@example.com`"
        case .missingAt: "there is no `@`; an address reads `name@domain`"
        case .extraAt: "a second `@` \(place); quote the name if it belongs to it: `\"a@b\"@example.com`"
        case .emptyLocalPart: "nothing stands before the `@`; an address reads `name@domain`"
        case .emptyDomain: "nothing stands behind the `@`; an address reads `name@domain`"
        case .leadingDot: "a dot \(place), at the beginning; take it away"
        case .trailingDot: "a dot \(place), at the end; take it away"
        case .doubleDot: "two dots in a row \(place); write one"
        case .space: "white space \(place); take it away"
        case .control: "a control character (\(hexadecimal)) \(place); take it away"
        case .character: "\(shownByte) \(place) may not stand there; take it away or correct it"
        case .comment: "a comment in parentheses \(place); write the address alone"
        case .angleBrackets: "an angle bracket \(place); write the address alone, without name and brackets"
        case .openQuote: "the quote \(place) is never closed; close it before the `@`"
        case .textAfterQuote: "text behind the closing quote \(place); the `@` must follow it"
        case .escape: "a backslash \(place) before what it cannot escape; printable ASCII must follow it"
        case .localPartTooLong: "the part before the `@` is longer than 64 bytes; no server takes that"
        case .labelTooLong: "a part of the domain \(place) is longer than 63 bytes; DNS has no such name"
        case .domainTooLong: "the domain is longer than 255 bytes; DNS has no such name"
        case .addressTooLong: "the address is longer than 254 bytes; no server takes that"
        case .hyphen: "a part of the domain \(place) begins or ends with a hyphen; take it away"
        case .internationalDomain(let failure): "the domain is not valid by IDNA2008: \(Self.reason(failure))"
        case .addressLiteral: "no IP address in the brackets \(place); write `[192.0.2.1]` or `[IPv6:2001:db8::1]`"
        case .encoding: "the byte \(hexadecimal) \(place) is no UTF-8; save the file as UTF-8 or declare its encoding"
        }
    }

    private var place: String { "at byte \(offset + 1)" }

    private var hexadecimal: String {
        let digits = String(byte ?? 0, radix: 16, uppercase: true)
        return "0x" + (digits.utf8.count < 2 ? "0" : "") + digits
    }

    private var shownByte: String {
        guard let byte, 0x21...0x7E ~= byte else { return "a character" }
        return "`\(Character(Unicode.Scalar(byte)))`"
    }

    private static func reason(_ failure: IDNA.Failure) -> String {
        switch failure {
        case .emptyLabel: "a part between two dots is empty"
        case .labelTooLong: "a part is longer than 63 bytes in its ASCII form"
        case .nameTooLong: "it is longer than 253 bytes in its ASCII form"
        case .hyphen: "a part has hyphens where none may be"
        case .disallowedCharacter: "it has a character that no domain may have"
        case .context: "a joining or combining character stands where it must not"
        case .bidirectional: "right-to-left and left-to-right letters are mixed"
        case .invalidALabel: "a part beginning with `xn--` does not decode"
        case .notUTF8: "it is no UTF-8"
        case .library(let code): "libidn2 gave error \(code)"
        }
    }
}
