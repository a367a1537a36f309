/// A message of SCRAM: attributes of one letter, parted by commas (RFC 5802 §5.1).
struct SCRAMMessage {
    /// The attributes in order; values as they stand there.
    let attributes: [(name: UInt8, value: [UInt8])]

    /// Reads a message; nil when it is none.
    init?(_ bytes: [UInt8]) {
        var attributes: [(name: UInt8, value: [UInt8])] = []
        for part in bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let letter = part.first.map { $0 | 0x20 } ?? 0
            guard part.count >= 2, (0x61...0x7A).contains(letter), part[part.startIndex + 1] == UInt8(ascii: "="),
                !part.contains(0)
            else { return nil }
            attributes.append((part[part.startIndex], Array(part.dropFirst(2))))
        }
        self.attributes = attributes
    }

    /// The value of the attribute at a place, if it has this name there: order counts.
    func value(_ name: Character, at index: Int) -> [UInt8]? {
        guard index < attributes.count, attributes[index].name == name.asciiValue else { return nil }
        return attributes[index].value
    }

    /// A name as it stands in a message: `=` and `,` written as `=3D` and `=2C`.
    static func escaped(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "=": result += "=3D"
            case ",": result += "=2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
