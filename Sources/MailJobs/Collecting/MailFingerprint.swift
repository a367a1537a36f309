internal import Crypto

/// What tells a message from others that had the same unique id: servers use ids again.
///
/// A hash of the header, whatever its line ends, since RETR and TOP need not agree on them. A message of which only the
/// header was fetched gets another one than the whole message, so that the one is never taken for the other.
struct MailFingerprint: Sendable, Hashable {
    /// What the ledger keeps: 32 bytes, and one more where only the header is there.
    let bytes: [UInt8]

    /// Bytes of the header that count; more are no header that anybody wrote.
    private static let ceiling = 1 << 20

    /// The fingerprint of a message or of its header.
    ///
    /// - Parameters:
    ///   - message: the message from its beginning, or the header with or without the empty line behind it.
    ///   - isHeaderOnly: whether no more than the header is stored.
    init(_ message: [UInt8], isHeaderOnly: Bool) {
        var hash = SHA256()
        hash.update(data: Self.header(of: message))
        bytes = Array(hash.finalize()) + (isHeaderOnly ? [1] : [])
    }

    /// What the ledger has where only the header of this message was fetched.
    var ofHeaderOnly: [UInt8] { isHeaderOnly ? bytes : bytes + [1] }

    /// Whether it is that of a message of which only the header is there.
    var isHeaderOnly: Bool { Self.isHeaderOnly(bytes) }

    /// Whether a fingerprint that the ledger has is that of a message of which only the header is there.
    static func isHeaderOnly(_ bytes: [UInt8]) -> Bool { bytes.count > SHA256.byteCount }

    /// The header with bare line feeds, ended by one.
    private static func header(of message: [UInt8]) -> [UInt8] {
        var header: [UInt8] = []
        header.reserveCapacity(min(message.count, ceiling))
        for (index, byte) in message.enumerated() where header.count < ceiling {
            if byte == 0x0D, index + 1 < message.count, message[index + 1] == 0x0A { continue }
            if byte == 0x0A, header.isEmpty || header.last == 0x0A { break }
            header.append(byte)
        }
        if header.last != 0x0A { header.append(0x0A) }
        return header
    }
}

extension MailFingerprint {
    /// A name for a message that is the same whenever and by whomever it is collected.
    func key(uid: String) -> String {
        var hash = SHA256()
        hash.update(data: Array(uid.utf8) + [0] + bytes)
        return String(SealHash.text(hash).prefix(32))
    }
}
