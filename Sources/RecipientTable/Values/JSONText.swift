/// Writes values as JSON (RFC 8259), on one line.
package enum JSONText {
    /// Appends a JSON string of UTF-8 content; control characters are escaped, everything else stays.
    package static func append(_ content: ArraySlice<UInt8>, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in content {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                output.append(UInt8(ascii: "\\"))
                output.append(byte)
            case 0x0A: output.append(contentsOf: "\\n".utf8)
            case 0x0D: output.append(contentsOf: "\\r".utf8)
            case 0x09: output.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                output.append(contentsOf: "\\u00".utf8)
                output.append(hexDigit(byte >> 4))
                output.append(hexDigit(byte & 0xF))
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    /// Appends a record as an array of strings and a line feed: one line of `rows --format jsonl --raw`.
    package static func appendRow(_ record: Int, of batch: TableBatch, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "["))
        for column in 0..<batch.fieldCount(of: record) {
            if column > 0 { output.append(UInt8(ascii: ",")) }
            append(batch.content(ofField: column, in: record), to: &output)
        }
        output.append(UInt8(ascii: "]"))
        output.append(0x0A)
    }

    /// Appends any value.
    package static func append(_ value: RowValue, to output: inout [UInt8]) {
        switch value {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
        case .number(let text): output.append(contentsOf: text.utf8)
        case .string(let text): append(Array(text.utf8)[...], to: &output)
        case .list(let values):
            output.append(UInt8(ascii: "["))
            for (place, item) in values.enumerated() {
                if place > 0 { output.append(UInt8(ascii: ",")) }
                append(item, to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (place, member) in members.enumerated() {
                if place > 0 { output.append(UInt8(ascii: ",")) }
                append(Array(member.name.utf8)[...], to: &output)
                output.append(UInt8(ascii: ":"))
                append(member.value, to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
