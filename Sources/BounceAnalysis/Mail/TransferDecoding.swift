/// Lenient decoders for the text of reports: what is broken is passed through.
package enum TransferDecoding {
    /// The body of a leaf, transfer encoding removed.
    package static func decode(_ leaf: CollectedMail.Leaf, of mail: CollectedMail, limit: Int) -> [UInt8] {
        let body = leaf.body.lowerBound..<min(leaf.body.upperBound, leaf.body.lowerBound + limit)
        guard let field = leaf.header["content-transfer-encoding"] else { return Array(mail.bytes[body]) }
        switch ASCII.lowercased(mail.bytes, ASCII.trim(mail.bytes, field)) {
        case "base64": return base64(mail.bytes, body)
        case "quoted-printable": return quotedPrintable(mail.bytes, body, underscoreIsSpace: false)
        default: return Array(mail.bytes[body])
        }
    }

    /// Base64 (RFC 4648 §4); bytes outside the alphabet are skipped, CR LF becomes LF.
    package static func base64(_ text: borrowing [UInt8], _ range: Range<Int>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(range.count * 3 / 4)
        var bits: UInt32 = 0
        var count = 0
        for index in range {
            guard let value = sextet(text[index]) else { continue }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                let byte = UInt8(truncatingIfNeeded: bits >> UInt32(count))
                if byte != 0x0D { out.append(byte) }
            }
        }
        return out
    }

    /// Quoted-printable (RFC 2045 §6.7) or, with `underscoreIsSpace`, the Q encoding (RFC 2047 §4.2).
    package static func quotedPrintable(
        _ text: borrowing [UInt8],
        _ range: Range<Int>,
        underscoreIsSpace: Bool
    ) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            index += 1
            if byte == 0x5F, underscoreIsSpace {
                out.append(ASCII.space)
            } else if byte != ASCII.equals {
                out.append(byte)
            } else if index + 1 < range.upperBound, let high = nibble(text[index]), let low = nibble(text[index + 1]) {
                if high << 4 | low != 0x0D { out.append(high << 4 | low) }
                index += 2
            } else {
                var end = index
                while end < range.upperBound, text[end] == ASCII.space || text[end] == 0x09 { end += 1 }
                if end >= range.upperBound || text[end] == ASCII.newline {
                    index = min(end + 1, range.upperBound)
                } else {
                    out.append(byte)
                }
            }
        }
        return out
    }

    private static func sextet(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: byte - 0x41
        case 0x61...0x7A: byte - 0x61 + 26
        case 0x30...0x39: byte - 0x30 + 52
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }

    package static func nibble(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
