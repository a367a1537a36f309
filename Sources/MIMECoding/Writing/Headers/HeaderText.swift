/// What free text does to a header.
package enum ControlPolicy: Sendable {
    /// Control characters and Unicode line separators travel inside encoded words; CR, LF and NUL are faults.
    case carry
    /// They are faults like CR, LF and NUL.
    case refuse
}

/// The check of text that is to become part of a header field, and what it found.
struct HeaderText {
    /// Whether all bytes are ASCII.
    private(set) var isASCII = true
    /// Whether tab or another control character occurs.
    private(set) var hasControls = false
    /// Whether `=?` occurs, which a reader could take for the start of an encoded word.
    private(set) var looksEncoded = false

    /// Whether the text can stand in the header without encoding, as far as its characters go.
    var isPlain: Bool { isASCII && !hasControls && !looksEncoded }

    /// Checks text.
    ///
    /// - Throws: `HeaderFault` with `.lineBreak`, `.nul`, `.notUTF8`; with `.refuse` also `.control`, `.lineSeparator`.
    init(_ text: Span<UInt8>, field: HeaderName, controls: ControlPolicy) throws(HeaderFault) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte >= 0x80 {
                isASCII = false
                index += try Self.scalarLength(text, at: index, field: field, controls: controls)
                continue
            }
            if byte < 0x20 || byte == 0x7F {
                if let reason = Self.refusal(of: byte, controls: controls) {
                    throw HeaderFault(field: field.description, reason: reason, offset: index)
                }
                hasControls = true
            } else if byte == 0x3D && index + 1 < text.count && text[index + 1] == 0x3F {
                looksEncoded = true
            }
            index += 1
        }
    }

    private static func refusal(of byte: UInt8, controls: ControlPolicy) -> HeaderFault.Reason? {
        switch byte {
        case 10, 13: .lineBreak
        case 0: .nul
        case 9: nil
        default:
            switch controls {
            case .carry: nil
            case .refuse: .control(byte)
            }
        }
    }

    private static func scalarLength(
        _ text: Span<UInt8>,
        at index: Int,
        field: HeaderName,
        controls: ControlPolicy
    ) throws(HeaderFault) -> Int {
        guard let scalar = UTF8Sequence(text, at: index) else {
            throw HeaderFault(field: field.description, reason: .notUTF8, offset: index)
        }
        let isSeparator = scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value < 0xA0
        if isSeparator && controls == .refuse {
            throw HeaderFault(field: field.description, reason: .lineSeparator, offset: index)
        }
        return scalar.length
    }
}

/// One well-formed UTF-8 sequence (RFC 3629 §4).
struct UTF8Sequence {
    /// The scalar.
    let value: UInt32
    /// Its bytes.
    let length: Int

    /// Reads the sequence at a place; nothing if it is cut, overlong, a surrogate or beyond U+10FFFF.
    init?(_ text: Span<UInt8>, at index: Int) {
        let first = text[index]
        let size: Int
        var scalar: UInt32
        switch first {
        case 0..<0x80: (size, scalar) = (1, UInt32(first))
        case 0xC2...0xDF: (size, scalar) = (2, UInt32(first & 0x1F))
        case 0xE0...0xEF: (size, scalar) = (3, UInt32(first & 0x0F))
        case 0xF0...0xF4: (size, scalar) = (4, UInt32(first & 0x07))
        default: return nil
        }
        guard index + size <= text.count else { return nil }
        for place in 1..<max(size, 1) {
            let byte = text[index + place]
            guard byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        let isOverlong = (size == 3 && scalar < 0x800) || (size == 4 && scalar < 0x1_0000)
        guard !isOverlong, Unicode.Scalar(scalar) != nil else { return nil }
        value = scalar
        length = size
    }

    /// The length that a valid sequence has by its first byte.
    @inline(__always)
    static func length(first: UInt8) -> Int {
        first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }
}
