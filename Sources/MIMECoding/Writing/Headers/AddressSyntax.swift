/// The form of an address in a header: what makes it unable to end the angle brackets or the line.
///
/// Whether the address is a good one is settled before (`MailModel`); this is the last fence before the bytes leave.
enum AddressSyntax {
    /// A local part of 64 bytes and a domain of 255 (RFC 5321 §4.5.3.1), and the `@`.
    private static let longest = 320

    /// Checks an address and returns whether it is ASCII.
    ///
    /// - Throws: `HeaderFault` with `.malformed(.address)`, `.lineBreak`, `.nul`, `.control` or `.notUTF8`.
    static func check(_ address: Span<UInt8>, field: HeaderName) throws(HeaderFault) -> Bool {
        let found = try HeaderText(address, field: field, controls: .refuse)
        guard !found.hasControls, address.count <= longest, let at = localPartEnd(address), at > 0,
            isDomain(address, from: at + 1)
        else {
            throw HeaderFault(field: field.description, reason: .malformed(.address))
        }
        return found.isASCII
    }

    /// Returns the place of the `@` behind a dot-atom or a quoted string.
    private static func localPartEnd(_ address: Span<UInt8>) -> Int? {
        guard !address.isEmpty else { return nil }
        guard address[0] == 0x22 else {
            var place = 0
            while place < address.count && (ASCIISet.atext.contains(address[place]) || address[place] == 0x2E) {
                place += 1
            }
            return place < address.count && address[place] == 0x40 ? place : nil
        }
        var place = 1
        while place < address.count && address[place] != 0x22 { place += address[place] == 0x5C ? 2 : 1 }
        return place + 1 < address.count && address[place + 1] == 0x40 ? place + 1 : nil
    }

    private static func isDomain(_ address: Span<UInt8>, from start: Int) -> Bool {
        guard start < address.count else { return false }
        let isLiteral = address[start] == 0x5B
        if isLiteral {
            guard address.count - start > 2, address[address.count - 1] == 0x5D else { return false }
        }
        for place in isLiteral ? start + 1..<address.count - 1 : start..<address.count {
            let byte = address[place]
            let isLetter = byte >= 0x80 || ASCIISet.alphanumeric.contains(byte) || byte == 0x2D || byte == 0x2E
            guard isLetter || (isLiteral && byte == 0x3A) else { return false }
        }
        return true
    }
}
