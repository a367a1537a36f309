/// Writes values as compact JSON.
enum JSONWriter {
    /// Appends a value; functions are written as null.
    static func append(_ value: TemplateValue, to output: inout [UInt8]) {
        switch value {
        case .null, .lambda: output.append(contentsOf: "null".utf8)
        case .bool(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
        case .number(let text): output.append(contentsOf: text)
        case .string(let text): append(text: text, to: &output)
        case .list(let items):
            output.append(0x5B)
            for (index, item) in items.enumerated() {
                if index > 0 { output.append(ASCII.comma) }
                append(item, to: &output)
            }
            output.append(0x5D)
        case .object(let object):
            output.append(ASCII.openBrace)
            for index in 0..<object.count {
                if index > 0 { output.append(ASCII.comma) }
                append(text: object.keys[index], to: &output)
                output.append(ASCII.colon)
                append(object.values[index], to: &output)
            }
            output.append(ASCII.closeBrace)
        }
    }

    /// Appends a string in quotes, with the escapes that RFC 8259 §7 demands.
    static func append(text: [UInt8], to output: inout [UInt8]) {
        output.append(ASCII.quote)
        for byte in text {
            switch byte {
            case ASCII.quote, ASCII.backslash:
                output.append(ASCII.backslash)
                output.append(byte)
            case ASCII.lineFeed: output.append(contentsOf: "\\n".utf8)
            case ASCII.carriageReturn: output.append(contentsOf: "\\r".utf8)
            case ASCII.tab: output.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                output.append(contentsOf: "\\u00".utf8)
                output.append(ASCII.hexDigit(byte >> 4))
                output.append(ASCII.hexDigit(byte))
            default: output.append(byte)
            }
        }
        output.append(ASCII.quote)
    }
}
