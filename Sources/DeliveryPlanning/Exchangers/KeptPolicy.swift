/// A policy as it is kept between runs: the id it was announced with, until when it counts, and its text.
package struct KeptPolicy: Sendable, Hashable {
    /// The id in the DNS when it was fetched.
    package var id: String
    /// Until when it counts, in seconds since 1970.
    package var expires: Int
    /// The file as it was fetched.
    package var text: [UInt8]

    package init(id: String, expires: Int, text: [UInt8]) {
        self.id = id
        self.expires = expires
        self.text = text
    }

    private static let mark = "martlet-mta-sts-1"

    /// The bytes of the file that keeps it: `mark id expires`, a newline, the text.
    package var bytes: [UInt8] { Array("\(Self.mark) \(id) \(expires)\n".utf8) + text }

    /// Reads it back; nil for whatever is none.
    package init?(bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
        let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
        guard words.count == 3, words[0] == Self.mark, let expires = Int(words[2]) else { return nil }
        self.init(id: String(words[1]), expires: expires, text: Array(bytes[(end + 1)...]))
    }
}
