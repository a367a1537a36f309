internal import MailModel

/// Finds one address in any bytes: in letters of any case, as it stands in URLs and in quoted-printable text too.
///
/// An address is found whole only: `ann@example.com` is not in `joann@example.com`, nor in `ann@example.com.example.net`.
struct AddressNeedle: Sendable {
    /// The forms that are looked for, in lower-case ASCII letters.
    private(set) var forms: [[UInt8]] = []

    /// How the `@` may be written.
    private static let signs = ["@", "%40", "=40"]

    /// Takes in an address as somebody writes it.
    mutating func add(_ address: String) {
        let folded = Array(address.utf8).map(Self.folded)
        guard let at = folded.lastIndex(of: UInt8(ascii: "@")) else { return }
        for sign in Self.signs {
            let form = folded[..<at] + Array(sign.utf8) + folded[(at + 1)...]
            if !forms.contains(Array(form)) { forms.append(Array(form)) }
        }
    }

    /// The forms as texts: one of them is in every text that names the address.
    var texts: [String] { forms.map { String(decoding: $0, as: UTF8.self) } }

    /// Where the address is.
    func ranges(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for form in forms { Self.find(form, in: bytes, &found) }
        return found
    }

    /// Whether the address is in a text.
    func isNamed(in text: String) -> Bool { !ranges(in: Array(text.utf8)[...]).isEmpty }

    /// A text without the address; nil when it is not in it.
    func erased(_ text: String) -> String? {
        var bytes = Array(text.utf8)
        let found = ranges(in: bytes[...])
        guard !found.isEmpty else { return nil }
        for range in found {
            for place in range { bytes[place] = UInt8(ascii: "*") }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func find(_ form: [UInt8], in bytes: ArraySlice<UInt8>, _ found: inout [Range<Int>]) {
        guard let first = form.first, bytes.count >= form.count else { return }
        let span = bytes.span
        for start in 0...(span.count - form.count) where folded(span[start]) == first {
            var length = 1
            while length < form.count, folded(span[start + length]) == form[length] { length += 1 }
            guard length == form.count else { continue }
            let end = start + length
            if start > 0, isOfLocalPart(span[start - 1]) { continue }
            if end < span.count, isOfDomain(span[end]) { continue }
            if end + 1 < span.count, span[end] == UInt8(ascii: "."), isOfDomain(span[end + 1]) { continue }
            found.append(bytes.startIndex + start..<bytes.startIndex + end)
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
    }

    private static func isOfDomain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// Letters that are not ASCII end an address here: in Chinese text it stands without spaces.
    private static func isOfLocalPart(_ byte: UInt8) -> Bool {
        isOfDomain(byte) || ".!#$&'*+?^_{|}~".utf8.contains(byte)
    }
}
