/// Recognises the address that nearly all are: an ASCII dot-string at a lower-case ASCII domain.
///
/// Only says yes or "look closer"; what is wrong with an address is the slow parser's to say.
struct PlainAddressScan {
    /// Bytes before the `@`.
    let atOffset: Int

    /// Scans an address, or returns nil when it is not of that kind.
    @inline(__always)
    init?(_ bytes: Span<UInt8>) {
        let count = bytes.count
        guard count >= 3, count <= MailAddress.maximumLength else { return nil }
        guard let at = Self.localPartEnd(bytes), Self.isPlainDomain(bytes, from: at + 1) else { return nil }
        atOffset = at
    }

    @inline(__always)
    private static func localPartEnd(_ bytes: Span<UInt8>) -> Int? {
        var index = 0
        var atomStart = 0
        while index < bytes.count {
            let byte = bytes[index]
            if !AddressBytes.isAtomText(byte) {
                guard index > atomStart else { return nil }
                if byte == UInt8(ascii: "@") { return index <= MailAddress.maximumLocalPartLength ? index : nil }
                guard byte == UInt8(ascii: ".") else { return nil }
                atomStart = index + 1
            }
            index += 1
        }
        return nil
    }

    @inline(__always)
    private static func isPlainDomain(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        var index = start
        var labelStart = start
        while index < bytes.count {
            let byte = bytes[index]
            if !AddressBytes.isLowerCaseLetterOrDigit(byte) {
                if byte == UInt8(ascii: ".") {
                    guard isLabel(bytes, labelStart, index) else { return false }
                    labelStart = index + 1
                } else {
                    guard byte == UInt8(ascii: "-"), index != labelStart else { return false }
                }
            }
            index += 1
        }
        return isLabel(bytes, labelStart, index)
    }

    @inline(__always)
    private static func isLabel(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        end > start && end - start <= 63 && bytes[end - 1] != UInt8(ascii: "-")
    }
}
