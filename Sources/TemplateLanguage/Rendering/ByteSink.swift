/// Collects a text in memory of its own, which grows and is kept.
///
/// An array would check for uniqueness and capacity at every piece, which costs as much as the copying of short values.
/// The memory belongs to an ``OutputMemory``: take a sink from it, and give it back when done.
@safe struct ByteSink: RenderSink {
    fileprivate var base: UnsafeMutablePointer<UInt8>
    fileprivate(set) var count = 0
    fileprivate var capacity: Int

    @inline(__always)
    mutating func literal(_ index: Int, _ bytes: Span<UInt8>) { append(bytes) }

    @inline(__always)
    mutating func dynamic(_ bytes: Span<UInt8>) { append(bytes) }

    @inline(__always)
    private mutating func append(_ piece: Span<UInt8>) {
        if piece.count > capacity &- count { grow(by: piece.count) }
        // Safe: there is room for the piece, and the memory is this sink's alone until it is given back.
        unsafe piece.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { unsafe (base + count).update(from: start, count: source.count) }
        }
        count &+= piece.count
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        let larger = max(capacity * 2, count + more)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        unsafe memory.update(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = memory
        capacity = larger
    }
}

/// The memory that rendered texts are collected in; not `Sendable`, it belongs to one renderer.
@safe final class OutputMemory {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    /// Room for most messages from the start.
    private static let initialCapacity = 8 << 10

    init() {
        capacity = Self.initialCapacity
        unsafe base = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    }

    deinit {
        unsafe base.deallocate()
    }

    /// An empty sink; nothing else may be done with the memory until it is given back.
    func sink() -> ByteSink {
        count = 0
        return unsafe ByteSink(base: base, capacity: capacity)
    }

    /// Takes a sink's memory back, with what was collected.
    func take(_ sink: ByteSink) {
        unsafe base = sink.base
        capacity = sink.capacity
        count = sink.count
    }

    /// Lends what was collected.
    func withSpan<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // Safe: the first `count` bytes are initialised and stay where they are during the call.
        let collected = unsafe Span(_unsafeElements: UnsafeBufferPointer(start: base, count: count))
        return try body(collected)
    }

    /// Puts a copy of what was collected into an array.
    func copy(into buffer: inout [UInt8]) {
        buffer.removeAll(keepingCapacity: true)
        unsafe buffer.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
    }
}
