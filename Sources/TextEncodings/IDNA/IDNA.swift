internal import CIDN2

/// Internationalised domain names by IDNA2008 (RFC 5890 to 5893), through libidn2.
///
/// Input is mapped by UTS 46, non-transitional, before it is checked: capitals, full-width letters and the ideographic
/// full stop mean what people mean by them, and `straße` stays `xn--strae-oqa` instead of turning into another name.
/// What is ASCII and no A-label is checked here, without a call into C.
package enum IDNA {
    /// Why a name is no domain name.
    package enum Failure: Error, Hashable, Sendable {
        /// No bytes at all, or two dots in a row, or a dot at the beginning.
        case emptyLabel
        /// A label of more than 63 octets (RFC 1035 §2.3.4), in its ASCII form.
        case labelTooLong
        /// A name of more than 253 octets without the final dot, in its ASCII form.
        case nameTooLong
        /// A label begins or ends with a hyphen, or a U-label has hyphens in its third and fourth place.
        case hyphen
        /// A character that no label may have.
        case disallowedCharacter
        /// A code point that joins or combines where it must not.
        case context
        /// Right-to-left and left-to-right characters mixed against RFC 5893.
        case bidirectional
        /// A label that begins with `xn--` and is no A-label.
        case invalidALabel
        /// The bytes are no UTF-8.
        case notUTF8
        /// libidn2 had no memory or gave an error of its own.
        case library(code: Int)
    }

    /// Longest domain name in octets, without a final dot (RFC 1035 §2.3.4 less the root and its length byte).
    package static let maximumNameLength = 253
    /// Longest label in octets (RFC 1035 §2.3.4).
    package static let maximumLabelLength = 63
    /// Longest input that is looked at; the longest name written in U-labels has under 1,000 bytes.
    private static let maximumInput = 1_024

    /// The A-label form of a domain name, in lower case.
    ///
    /// - Parameter name: UTF-8; labels parted by dots (U+3002, U+FF0E and U+FF61 count as dots when a label is not ASCII).
    /// - Returns: ASCII, without a final dot.
    /// - Throws: ``Failure``.
    package static func toASCII(_ name: ArraySlice<UInt8>) throws(Failure) -> [UInt8] {
        if let simple = try plainASCII(name) { return simple }
        guard name.count <= maximumInput else { throw .nameTooLong }
        guard UTF8Scan.isValid(Array(name).span) else { throw .notUTF8 }
        guard !name.contains(0) else { throw .disallowedCharacter }
        let flags = CInt(IDN2_NONTRANSITIONAL.rawValue | IDN2_NFC_INPUT.rawValue)
        let result = unsafe try call(name) { source, output in unsafe idn2_lookup_u8(source, &output, flags) }
        guard let checked = try plainForm(result[...], allowALabels: true) else { throw .disallowedCharacter }
        try refuseMappedHyphens(in: checked, from: name)
        return checked
    }

    /// The A-label form of a domain name, in lower case.
    package static func toASCII(_ name: String) throws(Failure) -> String {
        String(decoding: try toASCII(Array(name.utf8)[...]), as: UTF8.self)
    }

    /// The form in which a mail address has its domain: as ``toASCII(_:)``, but a name in ASCII is taken as it stands.
    ///
    /// RFC 5321 §4.1.2 asks no more of an ASCII label than letters, digits and hyphens; one that begins with `xn--` and
    /// does not decode is looked up like any other, and DNS has the last word.
    ///
    /// - Parameter name: UTF-8.
    /// - Returns: ASCII in lower case, without a final dot.
    /// - Throws: ``Failure``.
    package static func mailDomain(_ name: ArraySlice<UInt8>) throws(Failure) -> [UInt8] {
        if let simple = try plainForm(name, allowALabels: true) { return simple }
        return try toASCII(name)
    }

    /// The U-label form of a domain name for reading; A-labels that do not decode to a valid U-label stay.
    ///
    /// - Parameter name: A domain name in ASCII; anything else comes back as it is.
    /// - Returns: The name with every valid A-label decoded.
    package static func toUnicode(_ name: String) -> String {
        let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard name.utf8.count <= maximumInput, labels.contains(where: { isACEPrefixed(Array($0)[...]) }) else {
            return name
        }
        let shown = labels.map { label -> String in
            let bytes = Array(label)
            guard isACEPrefixed(bytes[...]), (try? toASCII(bytes[...])) != nil,
                let decoded = unsafe try? call(
                    bytes[...],
                    by: { source, output in
                        var text: UnsafeMutablePointer<CChar>?
                        let code = unsafe source.withMemoryRebound(to: CChar.self, capacity: bytes.count + 1) {
                            unsafe idn2_to_unicode_8z8z($0, &text, 0)
                        }
                        unsafe output = UnsafeMutableRawPointer(text)?.assumingMemoryBound(to: UInt8.self)
                        return code
                    }
                ), let text = String(validating: decoded, as: UTF8.self)
            else { return String(decoding: bytes, as: UTF8.self) }
            return text
        }
        return shown.joined(separator: ".")
    }

    /// Whether a label begins with `xn--`, in either case.
    package static func isACEPrefixed(_ label: ArraySlice<UInt8>) -> Bool {
        let start = label.startIndex
        return label.count >= 4 && label[start] | 0x20 == UInt8(ascii: "x")
            && label[start + 1] | 0x20 == UInt8(ascii: "n") && label[start + 2] == UInt8(ascii: "-")
            && label[start + 3] == UInt8(ascii: "-")
    }

    /// Calls one of libidn2's conversions and takes its result over.
    private static func call(
        _ name: ArraySlice<UInt8>,
        by conversion: (UnsafePointer<UInt8>, inout UnsafeMutablePointer<UInt8>?) -> CInt
    ) throws(Failure) -> [UInt8] {
        let terminated = Array(name) + [0]
        var output: UnsafeMutablePointer<UInt8>?
        let code = unsafe terminated.withUnsafeBufferPointer { source in
            unsafe source.baseAddress.map { unsafe conversion($0, &output) } ?? CInt(IDN2_MALLOC.rawValue)
        }
        guard code == CInt(IDN2_OK.rawValue), let found = unsafe output else { throw failure(of: code) }
        defer { unsafe idn2_free(found) }
        var bytes: [UInt8] = []
        while unsafe found[bytes.count] != 0 { unsafe bytes.append(found[bytes.count]) }
        return bytes
    }

    /// What a return code of libidn2 says about the name.
    private static func failure(of code: CInt) -> Failure {
        switch idn2_rc(code) {
        case IDN2_TOO_BIG_DOMAIN: .nameTooLong
        case IDN2_TOO_BIG_LABEL, IDN2_PUNYCODE_BIG_OUTPUT: .labelTooLong
        case IDN2_2HYPHEN, IDN2_HYPHEN_STARTEND: .hyphen
        case IDN2_LEADING_COMBINING, IDN2_CONTEXTJ, IDN2_CONTEXTJ_NO_RULE, IDN2_CONTEXTO, IDN2_CONTEXTO_NO_RULE:
            .context
        case IDN2_DISALLOWED, IDN2_UNASSIGNED, IDN2_NOT_NFC, IDN2_NFC, IDN2_DOT_IN_LABEL,
            IDN2_INVALID_NONTRANSITIONAL, IDN2_INVALID_TRANSITIONAL:
            .disallowedCharacter
        case IDN2_BIDI: .bidirectional
        case IDN2_INVALID_ALABEL, IDN2_UALABEL_MISMATCH, IDN2_ALABEL_ROUNDTRIP_FAILED, IDN2_PUNYCODE_BAD_INPUT,
            IDN2_PUNYCODE_OVERFLOW:
            .invalidALabel
        case IDN2_ENCODING_ERROR: .notUTF8
        default: .library(code: Int(code))
        }
    }
}
