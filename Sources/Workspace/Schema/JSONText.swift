/// A JSON value that keeps its keys in order, written for people to read.
indirect enum JSONText {
    case string(String)
    case number(Int)
    /// A number as it is written.
    case literal(String)
    case boolean(Bool)
    case array([JSONText])
    case object([(String, JSONText)])

    /// The value, indented by two spaces.
    var text: String {
        var out = ""
        write(to: &out, indentation: "")
        return out
    }

    private func write(to out: inout String, indentation: String) {
        let inner = indentation + "  "
        switch self {
        case .string(let text): out += Self.quoted(text)
        case .number(let number): out += "\(number)"
        case .literal(let text): out += text
        case .boolean(let flag): out += flag ? "true" : "false"
        case .array(let values):
            guard !values.isEmpty else {
                out += "[]"
                return
            }
            out += "["
            for (index, value) in values.enumerated() {
                out += index > 0 ? ", " : ""
                value.write(to: &out, indentation: inner)
            }
            out += "]"
        case .object(let pairs):
            guard !pairs.isEmpty else {
                out += "{}"
                return
            }
            out += "{\n"
            for (index, pair) in pairs.enumerated() {
                out += "\(inner)\(Self.quoted(pair.0)): "
                pair.1.write(to: &out, indentation: inner)
                out += index + 1 < pairs.count ? ",\n" : "\n"
            }
            out += indentation + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": out += "\\\(scalar)"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
