internal import TextEncodings

/// Reads any address by the whole grammar and names the first thing that is wrong.
///
///     Mailbox    = Local-part "@" ( Domain / address-literal )      RFC 5321 §4.1.2
///     Local-part = Dot-string / Quoted-string
///
/// `atext`, `qtextSMTP` and `sub-domain` are extended by UTF-8 (RFC 6531 §3.3).
struct MailAddressParser {
    /// Where the parts of an address are.
    struct Parts {
        var atOffset: Int
        var foldedDomain: String?
        var needsSMTPUTF8: Bool
    }

    typealias Fault = MailAddress.Fault

    private let bytes: [UInt8]
    /// Longest text that is looked at; a domain in U-labels may have more bytes than in A-labels.
    private static let maximumInput = 2_048

    /// Reads an address.
    static func parse(_ input: Span<UInt8>) throws(Fault) -> Parts {
        guard !input.isEmpty else { throw Fault(.empty, at: 0) }
        guard input.count <= maximumInput else { throw Fault(.addressTooLong, at: MailAddress.maximumLength) }
        let parser = MailAddressParser(bytes: Self.copy(input))
        try parser.checkBytes()
        let at = try parser.localPart()
        guard at <= MailAddress.maximumLocalPartLength else { throw Fault(.localPartTooLong, at: 0) }
        let folded = try parser.domain(from: at + 1)
        let domainLength = folded?.utf8.count ?? parser.bytes.count - at - 1
        guard domainLength <= MailAddress.maximumDomainLength else { throw Fault(.domainTooLong, at: at + 1) }
        guard at + 1 + domainLength <= MailAddress.maximumLength else { throw Fault(.addressTooLong, at: 0) }
        return Parts(
            atOffset: at,
            foldedDomain: folded,
            needsSMTPUTF8: parser.bytes[..<at].contains { $0 >= 0x80 }
        )
    }

    private static func copy(_ input: Span<UInt8>) -> [UInt8] {
        // The bytes are only read, and only inside the call.
        unsafe input.withUnsafeBufferPointer { unsafe Array($0) }
    }

    /// Control characters and bytes that are no UTF-8 are faults wherever they stand.
    private func checkBytes() throws(Fault) {
        if let index = bytes.firstIndex(where: AddressBytes.isControl) {
            let kind: Fault.Kind = bytes[index] == 0x09 ? .space : .control
            throw Fault(kind, at: index, byte: bytes[index])
        }
        do {
            _ = try Charset.utf8.decodeStrictly(bytes)
        } catch {
            switch error {
            case .badSequence(let offset, let byte): throw Fault(.encoding, at: offset, byte: byte)
            case .unsupported: throw Fault(.encoding, at: 0, byte: bytes.first)
            }
        }
        // C1 controls, U+0080 to U+009F.
        for index in bytes.indices.dropLast() where bytes[index] == 0xC2 && bytes[index + 1] < 0xA0 {
            throw Fault(.control, at: index, byte: bytes[index + 1])
        }
    }

    /// Reads the local part; returns the offset of the `@` behind it.
    private func localPart() throws(Fault) -> Int {
        switch bytes[0] {
        case UInt8(ascii: "\""): try quotedString()
        case UInt8(ascii: "@"): throw Fault(.emptyLocalPart, at: 0)
        default: try dotString()
        }
    }

    /// Reads `Dot-string = Atom *("." Atom)`.
    private func dotString() throws(Fault) -> Int {
        var atomStart = 0
        for index in bytes.indices {
            let byte = bytes[index]
            if AddressBytes.isAtomText(byte) || byte >= 0x80 { continue }
            switch byte {
            case UInt8(ascii: "@"):
                if index == atomStart { throw Fault(.trailingDot, at: index - 1) }
                return index
            case UInt8(ascii: "."):
                if index == atomStart { throw Fault(index == 0 ? .leadingDot : .doubleDot, at: index) }
                atomStart = index + 1
            default: throw stray(index)
            }
        }
        throw Fault(.missingAt, at: bytes.count)
    }

    /// Reads `Quoted-string = DQUOTE *QcontentSMTP DQUOTE`.
    private func quotedString() throws(Fault) -> Int {
        var index = 1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                guard index > 1 else { throw Fault(.emptyLocalPart, at: 1) }
                guard index + 1 < bytes.count else { throw Fault(.missingAt, at: bytes.count) }
                guard bytes[index + 1] == UInt8(ascii: "@") else { throw Fault(.textAfterQuote, at: index + 1) }
                return index + 1
            case UInt8(ascii: "\\"):
                // quoted-pairSMTP = %d92 %d32-126
                guard index + 1 < bytes.count, 0x20...0x7E ~= bytes[index + 1] else { throw Fault(.escape, at: index) }
                index += 2
            default: index += 1
            }
        }
        throw Fault(.openQuote, at: 0)
    }

    /// Reads the domain; returns its A-label form where that is not what is written.
    private func domain(from start: Int) throws(Fault) -> String? {
        guard start < bytes.count else { throw Fault(.emptyDomain, at: start) }
        if bytes[start] == UInt8(ascii: "[") {
            guard bytes.last == UInt8(ascii: "]"), AddressLiteral.isValid(bytes[(start + 1)...].dropLast()) else {
                throw Fault(.addressLiteral, at: start)
            }
            return nil
        }
        try checkLabels(from: start)
        let name = bytes[start...]
        // The mapping of UTS 46 turns these into full stops, and a final one would vanish.
        for stop in ["\u{3002}", "\u{FF0E}", "\u{FF61}"] where name.suffix(3).elementsEqual(stop.utf8) {
            throw Fault(.trailingDot, at: bytes.count - 3)
        }
        let folded: [UInt8]
        do {
            folded = try IDNA.mailDomain(name)
        } catch {
            throw Fault(.internationalDomain(error), at: start)
        }
        return folded.elementsEqual(name) ? nil : String(decoding: folded, as: UTF8.self)
    }

    /// Checks `Domain = sub-domain *("." sub-domain)`, `sub-domain = Let-dig [Ldh-str]`, extended by U-labels.
    private func checkLabels(from start: Int) throws(Fault) {
        var labelStart = start
        var isASCII = true
        for index in start...bytes.count {
            if index < bytes.count, bytes[index] != UInt8(ascii: ".") {
                let byte = bytes[index]
                if byte >= 0x80 { isASCII = false }
                guard AddressBytes.isLetterOrDigit(byte) || byte == UInt8(ascii: "-") || byte >= 0x80 else {
                    throw stray(index)
                }
                continue
            }
            guard index > labelStart else {
                if index == bytes.count { throw Fault(.trailingDot, at: index - 1) }
                throw Fault(index == start ? .leadingDot : .doubleDot, at: index)
            }
            guard bytes[labelStart] != UInt8(ascii: "-"), bytes[index - 1] != UInt8(ascii: "-") else {
                throw Fault(.hyphen, at: labelStart)
            }
            guard !isASCII || index - labelStart <= IDNA.maximumLabelLength else {
                throw Fault(.labelTooLong, at: labelStart)
            }
            labelStart = index + 1
            isASCII = true
        }
    }

    /// The fault of a byte that has no business where it stands.
    private func stray(_ index: Int) -> Fault {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: " "): return Fault(.space, at: index)
        case UInt8(ascii: "@"): return Fault(.extraAt, at: index)
        case UInt8(ascii: "("), UInt8(ascii: ")"): return Fault(.comment, at: index)
        case UInt8(ascii: "<"), UInt8(ascii: ">"): return Fault(.angleBrackets, at: index)
        default: return Fault(.character, at: index, byte: byte)
        }
    }
}
