internal import TextEncodings

/// Turns the bytes of a file into UTF-8: finds the charset where none is declared, takes the byte order mark away, and
/// writes down where bytes were no characters.
struct TextIntake: ~Copyable {
    /// Bytes that are looked at before the charset and the delimiter are settled.
    static let sampleSize = 128 * 1_024
    /// Bad places that may wait to be told; more in one go mean that the charset is wrong.
    static let maximumBadSequences = 10_000

    /// What the charset is and why, once it is known.
    private(set) var guess: CharsetGuess?
    /// The charset, once it is known.
    var charset: Charset? { guess == nil ? nil : chosen }
    /// Bad places not yet told, by offset in all the text so far.
    var badSequences: [CharsetDecoder.BadSequence] = []
    /// Whether there were more bad places than may wait.
    private(set) var hasTooManyBadSequences = false
    /// Whether this system's C library cannot read the charset.
    private(set) var isUnsupported = false

    private let declared: Charset?
    private var chosen: Charset?
    private var sample: [UInt8] = []
    private var decoder: CharsetDecoder?

    init(declared: Charset?) {
        self.declared = declared
    }

    /// Takes the next bytes and appends the text that is whole to `text`.
    mutating func append(_ chunk: ArraySlice<UInt8>, into text: inout [UInt8]) {
        guard chosen == nil else { return decode(chunk, into: &text) }
        sample.append(contentsOf: chunk)
        // A declaration needs no more than a look for a byte order mark.
        if sample.count >= (declared == nil ? Self.sampleSize : 4) { settle(isWhole: false, into: &text) }
    }

    /// Says that there are no more bytes.
    mutating func finish(into text: inout [UInt8]) {
        if chosen == nil { settle(isWhole: true, into: &text) }
        guard decoder != nil else { return }
        decoder?.finish(into: &text)
        collect()
    }

    /// Chooses the charset: a byte order mark before a declaration before a guess.
    private mutating func settle(isWhole: Bool, into text: inout [UInt8]) {
        var found = CharsetGuess(sample: declared == nil ? sample[...] : sample.prefix(4), isWhole: isWhole)
        if let declared, found.basis != .byteOrderMark { found.charset = declared }
        guess = found
        chosen = found.charset
        decoder = CharsetDecoder(found.charset)
        isUnsupported = decoder == nil
        let bytes = sample
        sample = []
        decode(bytes.dropFirst(found.markLength), into: &text)
    }

    private mutating func decode(_ chunk: ArraySlice<UInt8>, into text: inout [UInt8]) {
        guard !hasTooManyBadSequences else { return }
        decoder?.decode(chunk, into: &text)
        collect()
    }

    private mutating func collect() {
        guard let found = decoder?.takeBadSequences(), !found.isEmpty else { return }
        badSequences.append(contentsOf: found.prefix(Self.maximumBadSequences - badSequences.count))
        if badSequences.count >= Self.maximumBadSequences { hasTooManyBadSequences = true }
    }
}
