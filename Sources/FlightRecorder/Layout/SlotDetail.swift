internal import MailModel

/// What left with the mark of a slot: seven plain words, the last of them a check that covers the mark too.
///
/// Written behind the mark. A process that is killed in between leaves a mark without it, which is still a mark: the
/// recipient is in doubt either way, and only what left is not known then.
enum SlotDetail {
    /// Notes what left.
    static func write(_ sent: SentFacts, mark: UInt64, at offset: Int, of file: MappedFile, seed: UInt64) {
        var sum = Checksum(seed: seed)
        sum.add(mark)
        var place = offset
        func put(_ word: UInt64) {
            file.setPlainWord(word, at: place)
            sum.add(word)
            place += 8
        }
        put(UInt64(bitPattern: sent.date))
        put(UInt64(sent.form.rawValue))
        put(sent.digest.words.0)
        put(sent.digest.words.1)
        put(sent.digest.words.2)
        put(sent.digest.words.3)
        file.setPlainWord(sum.value, at: place)
    }

    /// What left with a mark; nil when it was not written whole, or belongs to another mark.
    static func read(mark: UInt64, at offset: Int, of file: MappedFile, seed: UInt64) -> SentFacts? {
        let content = (0..<6).map { file.plainWord(offset + 8 * $0) }
        var sum = Checksum(seed: seed)
        sum.add(mark)
        for word in content { sum.add(word) }
        guard file.plainWord(offset + 8 * content.count) == sum.value else { return nil }
        return SentFacts(
            date: Int64(bitPattern: content[0]),
            form: SentFacts.Form(rawValue: UInt8(truncatingIfNeeded: content[1])),
            digest: MessageDigest(words: (content[2], content[3], content[4], content[5]))
        )
    }
}
