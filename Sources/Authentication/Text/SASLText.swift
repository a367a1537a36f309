/// User names and passwords as SASL compares them: SASLprep (RFC 4013), as far as it can be done without tables.
///
/// Spaces of all kinds become a space, full-width forms of ASCII become ASCII, what is mapped to nothing goes. All that its
/// normal form (NFKC) leaves alone passes: ASCII, Chinese, Japanese and Korean as keyboards write them, letters with
/// their marks in one piece. What NFKC would change in any other way is refused, since a guess would be another password.
package enum SASLText {
    /// What of a name or password cannot be used.
    package enum Fault: Error, Sendable, Hashable, CustomStringConvertible {
        /// A control character, or something else that no name may have.
        case prohibited(what: String, character: UInt32)
        /// A character whose normal form is not known here.
        case unnormalized(what: String, character: UInt32)
        /// Text from left to right and from right to left in one.
        case mixedDirections(what: String)
        /// A NUL.
        case nul(what: String)
        /// Nothing is left of it.
        case empty(what: String)
        /// A token with a space, a control character or anything outside ASCII, or none at all.
        case token

        package var description: String {
            switch self {
            case .prohibited(let what, let character):
                "the \(what) has the character \(Self.name(character)), which SASL does not allow (RFC 4013 §2.3)"
            case .unnormalized(let what, let character):
                "the \(what) has the character \(Self.name(character)), which can be written in several ways (RFC 4013 §2.2);"
                    + " use another one, or the mechanism plain over TLS"
            case .mixedDirections(let what):
                "the \(what) mixes text from right to left with other text (RFC 4013 §2.4)"
            case .nul(let what): "the \(what) holds a NUL"
            case .empty(let what): "the \(what) is empty"
            case .token: "the access token is empty, or has a space, a control character or something outside ASCII"
            }
        }

        private static func name(_ character: UInt32) -> String {
            let digits = String(character, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
    }

    /// Refuses what PLAIN cannot carry.
    static func checkNUL(_ text: String, _ what: String) throws(Fault) {
        guard !text.utf8.contains(0) else { throw .nul(what: what) }
    }

    /// Refuses what could end a field.
    static func checkControls(_ text: String, _ what: String) throws(Fault) {
        for scalar in text.unicodeScalars where scalar.value < 0x20 || scalar.value == 0x7F {
            throw .prohibited(what: what, character: scalar.value)
        }
    }

    /// The text as both sides must have it before it is hashed.
    ///
    /// - Parameters:
    ///   - text: as the settings have it.
    ///   - what: what it is, for people: "password".
    /// - Returns: the prepared text.
    /// - Throws: `Fault`.
    package static func prepared(_ text: String, _ what: String) throws(Fault) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard let mapped = mapping(of: scalar) else { continue }
            guard !isProhibited(mapped) else { throw .prohibited(what: what, character: mapped.value) }
            guard isStable(mapped) else { throw .unnormalized(what: what, character: mapped.value) }
            result.append(mapped)
        }
        guard !result.isEmpty else { throw .empty(what: what) }
        if result.contains(where: isFromRight) {
            let hasOther = result.contains { $0.properties.isAlphabetic && !isFromRight($0) }
            guard !hasOther, let first = result.first, let last = result.last, isFromRight(first), isFromRight(last)
            else { throw .mixedDirections(what: what) }
        }
        return String(result)
    }

    /// What a character becomes (RFC 3454 B.1 and C.1.2); nil for nothing.
    private static func mapping(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xAD, 0x34F, 0x1806, 0x180B...0x180D, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: nil
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
        // FULLWIDTH EXCLAMATION MARK to FULLWIDTH TILDE: what a Chinese keyboard writes for ASCII.
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        default: scalar
        }
    }

    /// The tables C.2 to C.9 of RFC 3454.
    private static func isProhibited(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x6DD, 0x70F, 0x180E, 0x2028, 0x2029, 0x2061...0x2063, 0x206A...0x206F,
            0xFFF9...0xFFFD, 0x1D173...0x1D17A, 0x2FF0...0x2FFB, 0x340, 0x341, 0x200E, 0x200F, 0x202A...0x202E,
            0xE0001, 0xE0020...0xE007F:
            true
        default:
            scalar.properties.generalCategory == .privateUse || scalar.properties.isNoncharacterCodePoint
        }
    }

    /// Whether the normal form is known to be the character itself, whatever stands beside it.
    private static func isStable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return true }
        // Jamo and marks may join what stands before them.
        if scalar.properties.canonicalCombiningClass != .notReordered || (0x1100...0x11FF).contains(scalar.value) {
            return false
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .unassigned: return false
        default: break
        }
        // KELVIN, ANGSTROM and OHM SIGN are other letters in disguise, and so look like capitals only.
        if [0x2126, 0x212A, 0x212B].contains(scalar.value) { return false }
        guard scalar.properties.changesWhenNFKCCaseFolded else { return true }
        // A capital changes because of its case alone when its small letter does not change.
        let small = scalar.properties.lowercaseMapping.unicodeScalars
        guard small.count == 1, let letter = small.first, letter != scalar else { return false }
        return !letter.properties.changesWhenNFKCCaseFolded
    }

    /// The letters of scripts from right to left (RFC 3454 D.1), by block.
    private static func isFromRight(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x05BE...0x07BF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: scalar.properties.isAlphabetic
        default: false
        }
    }
}
