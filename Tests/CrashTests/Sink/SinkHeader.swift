/// The two header fields that say whose message it is.
struct SinkHeader {
    private(set) var to = ""
    private(set) var messageID = ""

    init(_ content: [UInt8]) {
        var start = content.startIndex
        var last = ""
        while start < content.endIndex, let end = content[start...].firstIndex(of: 0x0A) {
            let line = content[start..<end]
            start = end + 1
            if line.count < 2 { break }
            if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t") {
                if last == "to" { to += String(decoding: line.dropLast(), as: UTF8.self) }
                continue
            }
            let name = String(decoding: line.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self).lowercased()
            last = name
            guard name == "to" || name == "message-id" else { continue }
            let value = String(decoding: line.dropFirst(name.utf8.count + 1).dropLast(), as: UTF8.self)
            if name == "to" { to = value } else { messageID = value }
        }
    }
}
