/// Takes a rendered text piece by piece.
///
/// Fixed texts come with their index, so that a sink may hold another form of them (encoded for transfer, say) and never
/// look at their bytes; values come as bytes, escaped, in as many pieces as escaping makes.
///
/// Renderers are specialised for the sinks of this module; a sink of another module costs a witness call a piece.
package protocol RenderSink {
    /// Takes the fixed text with this index in ``Template/literals``.
    mutating func literal(_ index: Int, _ bytes: Span<UInt8>)
    /// Takes a piece of a value.
    mutating func dynamic(_ bytes: Span<UInt8>)
}

/// Collects a text as a list of fixed texts by index and stretches of value bytes: what a composer needs that has the
/// fixed texts encoded already.
package struct SegmentSink: RenderSink, Sendable {
    /// A stretch of the text.
    package enum Segment: Sendable, Equatable {
        /// A fixed text, by its index in ``Template/literals``.
        case literal(Int)
        /// A range of ``SegmentSink/bytes``.
        case dynamic(Range<Int>)
    }

    /// The text in order; neighbouring values are one stretch.
    package private(set) var segments: [Segment] = []
    /// The values' bytes.
    package private(set) var bytes: [UInt8] = []

    /// An empty sink.
    package init() {}

    /// Empties the sink and keeps its memory.
    package mutating func removeAll() {
        segments.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Takes a fixed text.
    package mutating func literal(_ index: Int, _ bytes: Span<UInt8>) {
        segments.append(.literal(index))
    }

    /// Takes a piece of a value.
    package mutating func dynamic(_ piece: Span<UInt8>) {
        guard !piece.isEmpty else { return }
        let start = bytes.count
        // The pointer is used within the closure only.
        unsafe piece.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        if case .dynamic(let range)? = segments.last, range.upperBound == start {
            segments[segments.count - 1] = .dynamic(range.lowerBound..<bytes.count)
        } else {
            segments.append(.dynamic(start..<bytes.count))
        }
    }
}
