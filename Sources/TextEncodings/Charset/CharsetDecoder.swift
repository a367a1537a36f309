/// Turns a stream of bytes of one charset into UTF-8, however the stream is cut into chunks.
///
/// What is no character of the charset becomes U+FFFD and is written down as a ``BadSequence``; a strict caller refuses
/// the text when there is one, a lenient one goes on. Memory is bounded by the chunk: at most ``maximumPending`` bytes
/// wait for the rest of their character.
package struct CharsetDecoder: ~Copyable {
    /// A place that held no character.
    package struct BadSequence: Sendable, Equatable {
        /// Offset of the first bad byte from the beginning of the stream.
        package var inputOffset: Int
        /// Offset of its U+FFFD from the beginning of all that was decoded.
        package var outputOffset: Int
        /// The first bad byte.
        package var byte: UInt8
    }

    /// Longest beginning of a character that may wait; ISO-2022 and GB18030 need at most 8 with their escapes.
    static let maximumPending = 16

    /// The charset being read.
    package let charset: Charset
    /// The bad places since the last ``takeBadSequences()``.
    package private(set) var badSequences: [BadSequence] = []
    /// How many places held no character, in all.
    package private(set) var replacements = 0

    private var pending: [UInt8] = []
    private var inputUsed = 0
    private var outputBase = 0
    private let table: SingleByteTable?
    private let handle: IconvHandle?
    private var bigEndian: Bool?

    /// A decoder at the beginning of a text, or nil when this system's C library lacks the charset.
    package init?(_ charset: Charset) {
        self.charset = charset
        switch charset.scheme {
        case .ascii, .utf8, .utf16:
            table = nil
            handle = nil
        case .table:
            guard let made = SingleByteTable.of(charset) else { return nil }
            table = made
            handle = nil
        case .converter:
            guard let made = IconvHandle(from: charset.converterName, to: "UTF-8") else { return nil }
            table = nil
            handle = made
        }
        switch charset {
        case .utf16LittleEndian: bigEndian = false
        case .utf16BigEndian: bigEndian = true
        default: bigEndian = nil
        }
    }

    /// Decodes the next chunk and appends it to `output`.
    package mutating func decode(_ chunk: ArraySlice<UInt8>, into output: inout [UInt8]) {
        decode(chunk, last: false, into: &output)
    }

    /// Says that the stream has ended; a character cut off by the end is a bad sequence.
    package mutating func finish(into output: inout [UInt8]) {
        decode([], last: true, into: &output)
    }

    /// Hands the bad places over and forgets them.
    package mutating func takeBadSequences() -> [BadSequence] {
        defer { badSequences.removeAll(keepingCapacity: true) }
        return badSequences
    }

    private mutating func decode(_ chunk: ArraySlice<UInt8>, last: Bool, into output: inout [UInt8]) {
        let before = output.count
        outputBase -= before
        if pending.isEmpty {
            let used = unsafe chunk.withUnsafeBufferPointer { unsafe run($0, last: last, into: &output) }
            pending.append(contentsOf: chunk.dropFirst(used))
        } else {
            // A character across two chunks: few bytes wait, so putting both together costs one copy of the chunk.
            let joined = pending + chunk
            let used = unsafe joined.withUnsafeBufferPointer { unsafe run($0, last: last, into: &output) }
            pending.removeAll(keepingCapacity: true)
            pending.append(contentsOf: joined[used...])
        }
        if last { handle?.finish(into: &output) }
        outputBase += output.count
    }

    /// Decodes as much as is whole; returns how many bytes were used.
    private mutating func run(
        _ bytes: UnsafeBufferPointer<UInt8>,
        last: Bool,
        into output: inout [UInt8]
    ) -> Int {
        let used =
            switch charset.scheme {
            case .ascii: unsafe decodeASCII(bytes, into: &output)
            case .utf8: unsafe decodeUTF8(bytes, last: last, into: &output)
            case .utf16: unsafe decodeUTF16(bytes, last: last, into: &output)
            case .table: unsafe decodeTable(bytes, into: &output)
            case .converter: unsafe decodeByConverter(bytes, last: last, into: &output)
            }
        inputUsed += used
        return used
    }

    /// Writes U+FFFD and where it stands for what.
    private mutating func replace(_ byte: UInt8, at index: Int, into output: inout [UInt8]) {
        badSequences.append(
            BadSequence(inputOffset: inputUsed + index, outputOffset: outputBase + output.count, byte: byte)
        )
        replacements += 1
        output.append(contentsOf: UTF8Output.replacement)
    }
}

extension CharsetDecoder {
    private mutating func decodeASCII(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Int {
        var index = 0
        while index < bytes.count {
            let end = unsafe UTF8Scan.asciiEnd(bytes, from: index)
            unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
            index = end
            guard index < bytes.count else { break }
            unsafe replace(bytes[index], at: index, into: &output)
            index += 1
        }
        return index
    }

    private mutating func decodeUTF8(
        _ bytes: UnsafeBufferPointer<UInt8>,
        last: Bool,
        into output: inout [UInt8]
    ) -> Int {
        var index = 0
        while index < bytes.count {
            switch unsafe UTF8Scan.step(bytes, from: index) {
            case .complete:
                unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index...]))
                return bytes.count
            case .cut(let cut):
                unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<cut]))
                guard last else { return cut }
                unsafe replace(bytes[cut], at: cut, into: &output)
                return bytes.count
            case .bad(let bad, let length):
                unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<bad]))
                unsafe replace(bytes[bad], at: bad, into: &output)
                index = bad + length
            }
        }
        return index
    }

    private mutating func decodeTable(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Int {
        guard let points = table?.points else { return bytes.count }
        output.reserveCapacity(output.count + bytes.count + bytes.count / 4)
        for index in 0..<bytes.count {
            let byte = unsafe bytes[index]
            let point = points[Int(byte)]
            if point == SingleByteTable.none {
                replace(byte, at: index, into: &output)
            } else {
                UTF8Output.append(point, to: &output)
            }
        }
        return bytes.count
    }

    /// RFC 2781: without a byte order mark the order is guessed by the first unit's zero byte, then little-endian.
    private mutating func decodeUTF16(
        _ bytes: UnsafeBufferPointer<UInt8>,
        last: Bool,
        into output: inout [UInt8]
    ) -> Int {
        var index = 0
        if bigEndian == nil {
            guard bytes.count >= 2 else { return unsafe finishUTF16(bytes, from: 0, last: last, into: &output) }
            let mark = unsafe (bytes[0], bytes[1])
            bigEndian = mark == (0xFE, 0xFF) || mark.0 == 0
            if mark == (0xFE, 0xFF) || mark == (0xFF, 0xFE) { index = 2 }
        }
        let high = bigEndian == true ? 0 : 1
        while index + 2 <= bytes.count {
            let unit = unsafe UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + 1 - high])
            guard unit & 0xF800 == 0xD800 else {
                UTF8Output.append(unit, to: &output)
                index += 2
                continue
            }
            guard unit < 0xDC00 else {
                unsafe replace(bytes[index], at: index, into: &output)
                index += 2
                continue
            }
            guard index + 4 <= bytes.count else { break }
            let low = unsafe UInt32(bytes[index + 2 + high]) << 8 | UInt32(bytes[index + 3 - high])
            if low & 0xFC00 == 0xDC00 {
                UTF8Output.append(0x1_0000 + ((unit & 0x3FF) << 10 | low & 0x3FF), to: &output)
                index += 4
            } else {
                unsafe replace(bytes[index], at: index, into: &output)
                index += 2
            }
        }
        return unsafe finishUTF16(bytes, from: index, last: last, into: &output)
    }

    /// At the end of the stream, half a unit or half a surrogate pair is one bad sequence.
    private mutating func finishUTF16(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from index: Int,
        last: Bool,
        into output: inout [UInt8]
    ) -> Int {
        guard last, index < bytes.count else { return index }
        unsafe replace(bytes[index], at: index, into: &output)
        return bytes.count
    }

    private mutating func decodeByConverter(
        _ bytes: UnsafeBufferPointer<UInt8>,
        last: Bool,
        into output: inout [UInt8]
    ) -> Int {
        guard let handle else { return bytes.count }
        output.reserveCapacity(output.count + bytes.count + bytes.count / 2)
        var index = 0
        while index < bytes.count {
            switch unsafe handle.convert(bytes, from: index, into: &output) {
            case .done: return bytes.count
            case .cut(let cut):
                guard last || bytes.count - cut > Self.maximumPending else { return cut }
                unsafe replace(bytes[cut], at: cut, into: &output)
                index = cut + 1
            case .bad(let bad):
                unsafe replace(bytes[bad], at: bad, into: &output)
                index = bad + 1
            }
        }
        return index
    }
}
