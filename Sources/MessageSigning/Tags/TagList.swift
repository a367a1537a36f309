/// A list of `name=value` pairs, as signatures and key records are written in (RFC 6376 §3.2).
struct TagList: Sendable {
    /// Why bytes are no tag list.
    enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// A byte that cannot stand where it stands.
        case unexpected(offset: Int)
        /// A tag without a name, or two semicolons in a row.
        case noName(offset: Int)
        /// A name without an equals sign.
        case noValue(name: String)
        /// A name that occurs twice.
        case repeated(name: String)
        /// More tags than anybody needs.
        case tooMany

        var description: String {
            switch self {
            case .unexpected(let offset): "byte \(offset) cannot stand there"
            case .noName(let offset): "a tag without a name at byte \(offset)"
            case .noValue(let name): "\(name) has no value"
            case .repeated(let name): "\(name)= occurs twice"
            case .tooMany: "it has more than \(TagList.mostTags) tags"
            }
        }
    }

    /// One pair.
    struct Tag: Sendable, Equatable {
        /// The name, whose case counts.
        var name: String
        /// The value without white space at its ends.
        var value: [UInt8]
        /// Where the value lies, white space around it included.
        var place: Range<Int>

        /// The value without any white space: for tags whose grammar lets it be folded anywhere.
        var compact: [UInt8] { value.filter { $0 != 32 && $0 != 9 && $0 != 13 && $0 != 10 } }

        /// The value as small letters, for words whose case does not count.
        var word: String { String(decoding: value.map(ASCIIByte.lowercased), as: UTF8.self) }
    }

    static let mostTags = 64

    /// The pairs in order.
    private(set) var tags: [Tag] = []

    /// The pair with a name.
    subscript(name: String) -> Tag? { tags.first { $0.name == name } }

    /// Reads a list.
    ///
    /// `tag-list = tag-spec *( ";" tag-spec ) [ ";" ]` and `tag-spec = [FWS] tag-name [FWS] "=" [FWS] tag-value [FWS]`.
    ///
    /// - Parameters:
    ///   - bytes: what holds the list.
    ///   - range: where in it the list lies; places are counted from the start of `bytes`.
    /// - Throws: `Fault`.
    init(_ bytes: Span<UInt8>, in range: Range<Int>) throws(Fault) {
        var index = range.lowerBound
        repeat {
            try Self.skipSpace(bytes, &index, until: range.upperBound)
            if index == range.upperBound {
                // "[ ";" ]": the last semicolon may be followed by nothing.
                guard !tags.isEmpty else { throw .noName(offset: index) }
                return
            }
            guard tags.count < Self.mostTags else { throw .tooMany }
            let tag = try Self.tag(bytes, &index, until: range.upperBound)
            guard self[tag.name] == nil else { throw .repeated(name: tag.name) }
            tags.append(tag)
            index += 1
        } while index <= range.upperBound
    }

    /// Reads a list that stands alone.
    init(_ bytes: [UInt8]) throws(Fault) { try self.init(bytes.span, in: bytes.indices) }

    /// `tag-name = ALPHA *ALNUMPUNC`; leaves the index at the semicolon or the end.
    private static func tag(_ bytes: Span<UInt8>, _ index: inout Int, until end: Int) throws(Fault) -> Tag {
        let start = index
        while index < end, isNameByte(bytes[index], first: index == start) { index += 1 }
        guard index > start else {
            throw bytes[index] == UInt8(ascii: ";") || bytes[index] == UInt8(ascii: "=")
                ? .noName(offset: index) : .unexpected(offset: index)
        }
        let name = text(bytes, start..<index)
        try skipSpace(bytes, &index, until: end)
        guard index < end, bytes[index] != UInt8(ascii: ";") else { throw .noValue(name: name) }
        guard bytes[index] == UInt8(ascii: "=") else { throw .unexpected(offset: index) }
        index += 1
        let valueStart = index
        var lower = index
        var upper = index
        while true {
            try skipSpace(bytes, &index, until: end)
            guard index < end, bytes[index] != UInt8(ascii: ";") else { break }
            guard isValueByte(bytes[index]) else { throw .unexpected(offset: index) }
            if upper == valueStart, lower == valueStart { lower = index }
            index += 1
            upper = index
        }
        lower = min(lower, upper)
        var value: [UInt8] = []
        value.reserveCapacity(upper - lower)
        for place in lower..<upper { value.append(bytes[place]) }
        return Tag(name: name, value: value, place: valueStart..<index)
    }

    /// `FWS = [*WSP CRLF] 1*WSP`.
    private static func skipSpace(_ bytes: Span<UInt8>, _ index: inout Int, until end: Int) throws(Fault) {
        while index < end {
            if ASCIIByte.isBlank(bytes[index]) {
                index += 1
            } else if bytes[index] == 13, index + 2 < end, bytes[index + 1] == 10, ASCIIByte.isBlank(bytes[index + 2]) {
                index += 3
            } else {
                return
            }
        }
    }

    private static func isNameByte(_ byte: UInt8, first: Bool) -> Bool {
        ASCIIByte.isLetter(byte) || !first && (ASCIIByte.isDigit(byte) || byte == UInt8(ascii: "_"))
    }

    /// `VALCHAR = %x21-3A / %x3C-7E`; RFC 8616 §4 adds what is not ASCII.
    private static func isValueByte(_ byte: UInt8) -> Bool { byte > 32 && byte != UInt8(ascii: ";") && byte != 127 }

    private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        var text: [UInt8] = []
        for index in range { text.append(bytes[index]) }
        return String(decoding: text, as: UTF8.self)
    }
}
