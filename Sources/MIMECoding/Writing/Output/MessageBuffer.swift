/// The bytes of messages being written, in one block of memory that is used again and again.
///
/// `append` never allocates once the block has grown to the size of the largest batch; `removeAll` keeps the memory.
/// Several messages can lie behind one another: a `ComposedMessage` names its range. Reading goes through `withSpan`
/// or `copy`: holding an array slice of the block would make the next write copy all of it.
package struct MessageBuffer: Sendable {
    /// Always longer than `count`; what lies behind `count` is left over from earlier messages.
    private var storage: [UInt8]
    /// How many bytes have been written.
    package private(set) var count = 0

    /// Makes an empty buffer.
    ///
    /// - Parameter capacity: bytes to set aside at once; it grows by itself.
    package init(capacity: Int = 16 * 1024) {
        storage = [UInt8](repeating: 0, count: max(capacity, 256))
    }

    /// Forgets the content and keeps the memory.
    package mutating func removeAll() {
        count = 0
    }

    /// Goes back to an earlier length, which takes back everything written since.
    mutating func truncate(to earlier: Int) {
        precondition(earlier >= 0 && earlier <= count, "a buffer can only be cut, not lengthened")
        count = earlier
    }

    /// Whether the last bytes are a CRLF.
    var endsInLineEnd: Bool {
        count >= 2 && storage[count - 2] == 13 && storage[count - 1] == 10
    }

    /// Leaves bytes as they are, to be written later.
    mutating func leave(_ room: Int) {
        precondition(room >= 0, "room cannot be negative")
        reserve(room)
        count += room
    }

    /// Writes over bytes that were left.
    mutating func overwrite(at place: Int, with bytes: Span<UInt8>) {
        precondition(place >= 0 && place + bytes.count <= count, "only what was written can be written over")
        for index in bytes.indices { storage[place + index] = bytes[index] }
    }

    /// Takes the last byte back if it is the one given.
    mutating func dropLast(_ byte: UInt8) {
        if count > 0 && storage[count - 1] == byte { count -= 1 }
    }

    /// Appends one byte.
    mutating func append(_ byte: UInt8) {
        reserve(1)
        storage[count] = byte
        count += 1
    }

    /// Appends bytes from anywhere.
    package mutating func append(_ bytes: Span<UInt8>) {
        let length = bytes.count
        guard length > 0 else { return }
        // Unsafe for a plain block copy; `emit` has made sure of the room.
        unsafe bytes.withUnsafeBufferPointer { source in
            guard let base = source.baseAddress else { return }
            unsafe emit(atMost: length) { target in
                unsafe target.update(from: base, count: length)
                return length
            }
        }
    }

    /// Appends an array.
    package mutating func append(_ bytes: [UInt8]) {
        append(bytes.span)
    }

    /// Appends a slice.
    package mutating func append(_ bytes: ArraySlice<UInt8>) {
        append(bytes.span)
    }

    /// Appends a text that is part of the program.
    mutating func append(_ text: StaticString) {
        // Unsafe for a plain block copy out of the program's own constant data.
        text.withUTF8Buffer { source in
            guard let base = source.baseAddress else { return }
            let length = source.count
            unsafe emit(atMost: length) { target in
                unsafe target.update(from: base, count: length)
                return length
            }
        }
    }

    /// Appends a copy of bytes that this buffer or another one holds.
    mutating func append(_ range: Range<Int>, of other: borrowing MessageBuffer) {
        append(other.storage.span.extracting(range))
    }

    /// Lets an encoder write straight into the block.
    ///
    /// - Parameters:
    ///   - bound: the most bytes that `body` will touch, spare room for wide stores included.
    ///   - body: writes at the given address and returns how many bytes count, at most `bound`.
    @inline(__always)
    mutating func emit(atMost bound: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        reserve(bound)
        let start = count
        let written = unsafe storage.withUnsafeMutableBufferPointer { whole in
            guard let base = whole.baseAddress else { return 0 }
            return unsafe body(base + start)
        }
        precondition(written >= 0 && written <= bound, "an encoder wrote past its bound")
        count += written
    }

    /// Calls `body` with the bytes of a range.
    package borrowing func withSpan<Result, Failure: Error>(
        _ range: Range<Int>,
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        precondition(range.upperBound <= count, "the range lies behind what was written")
        return try body(storage.span.extracting(range))
    }

    /// Gives up the content; the buffer is empty then and has no memory.
    package mutating func finish() -> [UInt8] {
        defer { (storage, count) = ([], 0) }
        storage.removeLast(storage.count - count)
        return storage
    }

    /// Returns a copy of the bytes of a range.
    package borrowing func copy(_ range: Range<Int>) -> [UInt8] {
        precondition(range.upperBound <= count, "the range lies behind what was written")
        return [UInt8](storage[range])
    }

    @inline(__always)
    private mutating func reserve(_ extra: Int) {
        if count + extra > storage.count { grow(extra) }
    }

    @inline(never)
    private mutating func grow(_ extra: Int) {
        let wanted = max(count + extra, storage.count * 2)
        storage.append(contentsOf: repeatElement(0, count: wanted - storage.count))
    }
}
