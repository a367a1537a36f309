internal import Crypto
internal import MailModel

extension SentFacts {
    /// The facts of a message that is about to be handed over.
    ///
    /// - Parameters:
    ///   - message: the message.
    ///   - date: when it was composed: its Date field has the second.
    ///   - isSigned: whether it was signed.
    init(_ message: OutgoingMessage, date: Timestamp, isSigned: Bool) {
        var form: Form = isSigned ? .signed : []
        if message.content.is8Bit { form.insert(.eightBit) }
        if message.envelope.needsSMTPUTF8 { form.insert(.smtpUTF8) }
        self.init(date: date.rawValue / 1_000, form: form, digest: MessageDigest(of: message.content))
    }
}

extension MessageDigest {
    /// The SHA-256 of a message's bytes.
    init(of content: MessageContent) {
        var hash = SHA256()
        Self.add(content.first, to: &hash)
        for run in content.rest { Self.add(run, to: &hash) }
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        unsafe withUnsafeMutableBytes(of: &words) { target in
            unsafe hash.finalize().withUnsafeBytes { unsafe target.copyMemory(from: $0) }
        }
        self.init(
            words: (
                UInt64(littleEndian: words.0), UInt64(littleEndian: words.1), UInt64(littleEndian: words.2),
                UInt64(littleEndian: words.3)
            )
        )
    }

    private static func add(_ run: MessageContent.Run, to hash: inout SHA256) {
        unsafe run.storage.withUnsafeBytes { unsafe hash.update(bufferPointer: .init(rebasing: $0[run.range])) }
    }
}
