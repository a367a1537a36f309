internal import Authentication
internal import Crypto

/// What a greeting holds for APOP (RFC 1939 §7): `<process-ID.clock@hostname>`.
struct APOPTimestamp: Sendable, Hashable {
    /// It with its angle brackets.
    let text: [UInt8]

    /// Finds it in a greeting.
    ///
    /// It has to look like a message identifier: servers that chose their words freely have got passwords out of clients, MD5
    /// being what it is (CVE-2007-1558).
    init?(greeting: [UInt8]) {
        guard let start = greeting.lastIndex(of: UInt8(ascii: "<")),
            let end = greeting[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        let inner = greeting[(start + 1)..<end]
        guard inner.count <= 250, inner.count(where: { $0 == UInt8(ascii: "@") }) == 1,
            inner.first != UInt8(ascii: "@"), inner.last != UInt8(ascii: "@"),
            inner.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        text = Array(greeting[start...end])
    }

    /// MD5 over the timestamp and the password, in hexadecimal.
    func digest(password: String) -> String {
        let hash = Insecure.MD5.hash(data: text + Array(password.utf8))
        return String(decoding: HexText.lowercase(hash), as: UTF8.self)
    }
}
