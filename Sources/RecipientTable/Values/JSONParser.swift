/// Reads one JSON text (RFC 8259), strictly and in bounded depth.
struct JSONParser {
    /// Why a text is not read, and at which byte.
    struct Failure: Error, Equatable {
        var kind: TableFault.Kind
        var offset: Int
        var message: String
    }

    /// What becomes of an object's second value of one name.
    enum DuplicateKeys: Sendable {
        case keepLast
        case report
    }

    /// Deepest nesting of arrays and objects; each level costs a frame of the stack.
    static let maximumDepth = 64

    private let bytes: ArraySlice<UInt8>
    private let duplicates: DuplicateKeys
    private var index: Int
    private var depth = 0

    /// Reads a text, which must be valid UTF-8 and end with its value.
    static func parse(_ bytes: ArraySlice<UInt8>, duplicates: DuplicateKeys) throws(Failure) -> RowValue {
        var parser = JSONParser(bytes: bytes, duplicates: duplicates)
        parser.skipSpace()
        let value = try parser.value()
        parser.skipSpace()
        guard parser.index == bytes.endIndex else { throw parser.failure("nothing may follow the value on its line") }
        return value
    }

    private init(bytes: ArraySlice<UInt8>, duplicates: DuplicateKeys) {
        self.bytes = bytes
        self.duplicates = duplicates
        index = bytes.startIndex
    }

    private var current: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    private func failure(_ message: String, _ kind: TableFault.Kind = .badJSON, at place: Int? = nil) -> Failure {
        Failure(kind: kind, offset: (place ?? index) - bytes.startIndex, message: message)
    }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
    }

    private mutating func value() throws(Failure) -> RowValue {
        guard let byte = current else { throw failure("a value is missing here") }
        switch byte {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try list()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "'"): throw failure("JSON has no single quotes; write `\"`")
        default: throw failure("no JSON value begins like this; text must stand in double quotes")
        }
    }

    private mutating func word(_ word: StaticString, _ value: RowValue) throws(Failure) -> RowValue {
        let text = word.description
        guard bytes[index...].starts(with: text.utf8) else {
            throw failure("only true, false and null may be written bare")
        }
        index += text.utf8.count
        return value
    }

    private mutating func enter() throws(Failure) {
        depth += 1
        guard depth <= Self.maximumDepth else {
            throw failure("the value is nested deeper than \(Self.maximumDepth) levels", .nestedTooDeep)
        }
        index += 1
        skipSpace()
    }

    private mutating func list() throws(Failure) -> RowValue {
        try enter()
        defer { depth -= 1 }
        var values: [RowValue] = []
        if current == UInt8(ascii: "]") {
            index += 1
            return .list(values)
        }
        while true {
            values.append(try value())
            skipSpace()
            switch current {
            case UInt8(ascii: ","): index += 1
            case UInt8(ascii: "]"):
                index += 1
                return .list(values)
            default: throw failure("`,` or `]` is missing here")
            }
            skipSpace()
        }
    }

    private mutating func object() throws(Failure) -> RowValue {
        try enter()
        defer { depth -= 1 }
        var members: [RowValue.Member] = []
        var places: [[UInt8]: Int] = [:]
        if current == UInt8(ascii: "}") {
            index += 1
            return .object(members)
        }
        while true {
            let start = index
            guard current == UInt8(ascii: "\"") else { throw failure("a name in double quotes is missing here") }
            let name = try string()
            skipSpace()
            guard current == UInt8(ascii: ":") else { throw failure("`:` is missing behind the name") }
            index += 1
            skipSpace()
            let member = RowValue.Member(name: name, value: try value())
            if let earlier = Self.place(of: name, in: members, &places) {
                guard duplicates == .keepLast else {
                    throw failure("the name `\(name)` is there twice; take one away", .duplicateKey, at: start)
                }
                members[earlier] = member
            } else {
                members.append(member)
            }
            skipSpace()
            switch current {
            case UInt8(ascii: ","): index += 1
            case UInt8(ascii: "}"):
                index += 1
                return .object(members)
            default: throw failure("`,` or `}` is missing here")
            }
            skipSpace()
        }
    }

    /// Where a name is already; a dictionary is built only for objects of many names, so that they cost no square time.
    private static func place(
        of name: String,
        in members: [RowValue.Member],
        _ places: inout [[UInt8]: Int]
    ) -> Int? {
        if members.count < 16 { return members.firstIndex { $0.name.utf8.elementsEqual(name.utf8) } }
        if places.isEmpty {
            for (place, member) in members.enumerated() { places[Array(member.name.utf8)] = place }
        }
        let key = Array(name.utf8)
        if let place = places[key] { return place }
        places[key] = members.count
        return nil
    }
}

extension JSONParser {
    /// Reads `number = [ minus ] int [ frac ] [ exp ]`, RFC 8259 §6.
    private mutating func number() throws(Failure) -> String {
        let start = index
        if current == UInt8(ascii: "-") { index += 1 }
        if current == UInt8(ascii: "0") {
            index += 1
        } else {
            try digits("a digit is missing here")
        }
        if current == UInt8(ascii: ".") {
            index += 1
            try digits("a digit must follow the point")
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            index += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
            try digits("a digit is missing in the exponent")
        }
        if let byte = current, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
            throw failure("a number has no zero at its beginning; write it as text, in double quotes")
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits(_ message: String) throws(Failure) {
        let start = index
        while let byte = current, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { index += 1 }
        guard index > start else { throw failure(message) }
    }

    private mutating func string() throws(Failure) -> String {
        let opening = index
        index += 1
        let start = index
        while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { index += 1 }
        if current == UInt8(ascii: "\"") {
            defer { index += 1 }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }
        var content = Array(bytes[start..<index])
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &content)
            case 0..<0x20: throw failure("a control character in text must be escaped, as in `\\n`")
            default:
                content.append(byte)
                index += 1
            }
        }
        throw failure("the text that begins here is never closed", at: opening)
    }

    private mutating func escape(into content: inout [UInt8]) throws(Failure) {
        let start = index
        index += 1
        guard let byte = current else { throw failure("the text ends in the middle of an escape") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"): content.append(contentsOf: String(Character(try unicode(from: start))).utf8)
        default: throw failure("JSON has no such escape", at: start)
        }
    }

    /// The scalar of one `\uXXXX`, or of two that are a surrogate pair.
    private mutating func unicode(from start: Int) throws(Failure) -> Unicode.Scalar {
        let first = try unit()
        if let scalar = Unicode.Scalar(first) {
            guard first != 0 else { throw failure("a NUL character; text has none", .nul, at: start) }
            return scalar
        }
        guard first < 0xDC00, bytes[index...].starts(with: "\\u".utf8) else {
            throw failure("half of a surrogate pair", at: start)
        }
        index += 2
        let second = try unit()
        guard second & 0xFC00 == 0xDC00,
            let scalar = Unicode.Scalar(0x1_0000 + ((first & 0x3FF) << 10 | second & 0x3FF))
        else { throw failure("half of a surrogate pair", at: start) }
        return scalar
    }

    private mutating func unit() throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = Self.hexValue(byte) else {
                throw failure("four hexadecimal digits must follow `\\u`")
            }
            value = value << 4 | digit
            index += 1
        }
        return value
    }

    private static func hexValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
