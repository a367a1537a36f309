internal import Crypto

/// The hash of a body in canonical form (RFC 6376 §3.7), made as the body comes by.
struct BodyDigest: Sendable {
    private var canonicalizer: BodyCanonicalizer
    private var sink: Sink

    /// A hash of nothing yet.
    ///
    /// - Parameters:
    ///   - form: how the body is made canonical.
    ///   - length: how many canonical bytes count (`l=`); nil for all.
    init(_ form: Canonicalization, length: Int? = nil) {
        canonicalizer = BodyCanonicalizer(form)
        sink = Sink(limit: length ?? .max)
    }

    /// Takes the next run of the body; runs may be cut anywhere.
    mutating func update(_ bytes: Span<UInt8>) { canonicalizer.update(bytes, into: &sink) }

    /// Ends the body and returns the hash, and how long the canonical body is.
    mutating func finish() -> (hash: SHA256Digest, canonicalCount: Int) {
        canonicalizer.finish(into: &sink)
        return (sink.hash.finalize(), sink.count)
    }

    private struct Sink: CanonicalSink {
        var hash = SHA256()
        var count = 0
        let limit: Int

        init(limit: Int) { self.limit = limit }

        mutating func take(_ bytes: Span<UInt8>) {
            let room = limit - min(count, limit)
            count += bytes.count
            if room > 0 { hash.update(bytes.extracting(first: room)) }
        }
    }
}
