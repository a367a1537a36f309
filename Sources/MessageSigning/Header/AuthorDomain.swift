/// Finds the domain of the first mailbox in a From field.
///
/// The field is our own or has been checked; of anything else this makes a guess that then matches no identity.
enum AuthorDomain {
    /// Puts the domain, in small ASCII letters, in the place of `output`; leaves that empty if there is none.
    ///
    /// - Parameters:
    ///   - value: the field behind its colon, folded or not.
    ///   - output: where the domain goes.
    static func find(in value: Span<UInt8>, into output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        var index = 0
        var isInAngle = false
        var collects = false
        while index < value.count {
            let byte = value[index]
            switch byte {
            case UInt8(ascii: "("):
                index = skipComment(in: value, from: index)
                continue
            case UInt8(ascii: "\""):
                index = skipQuotes(in: value, from: index)
                output.removeAll(keepingCapacity: true)
                collects = false
                continue
            case UInt8(ascii: "<"):
                isInAngle = true
                collects = false
                output.removeAll(keepingCapacity: true)
            case UInt8(ascii: ">"): return
            case UInt8(ascii: "@"):
                collects = true
                output.removeAll(keepingCapacity: true)
            case UInt8(ascii: ","), UInt8(ascii: ";"):
                if !isInAngle, !output.isEmpty { return }
                collects = false
            case UInt8(ascii: ":"):
                collects = false
                output.removeAll(keepingCapacity: true)
            case 32, 9, 13, 10: break
            default: if collects { output.append(ASCIIByte.lowercased(byte)) }
            }
            index += 1
        }
    }

    private static func skipComment(in value: Span<UInt8>, from start: Int) -> Int {
        var depth = 0
        var index = start
        while index < value.count {
            switch value[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\\"): index += 1
            default: break
            }
            index += 1
            if depth == 0 { break }
        }
        return min(index, value.count)
    }

    private static func skipQuotes(in value: Span<UInt8>, from start: Int) -> Int {
        var index = start + 1
        while index < value.count, value[index] != UInt8(ascii: "\"") {
            index += value[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, value.count)
    }
}
