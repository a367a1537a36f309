@testable import MessageSigning

/// Takes canonical bytes as they come.
struct CollectingSink: CanonicalSink {
    var bytes: [UInt8] = []

    mutating func take(_ bytes: Span<UInt8>) {
        for index in bytes.indices { self.bytes.append(bytes[index]) }
    }
}

enum Samples {
    /// A body's canonical form, fed in the runs that lie between some places.
    static func canonicalBody(_ body: [UInt8], _ form: Canonicalization, cutAt places: [Int] = []) -> [UInt8] {
        var canonicalizer = BodyCanonicalizer(form)
        var sink = CollectingSink()
        var start = 0
        for end in places + [body.count] {
            canonicalizer.update(body.span.extracting(start..<end), into: &sink)
            start = end
        }
        canonicalizer.finish(into: &sink)
        return sink.bytes
    }

    /// A text of this file as mail: lines end in CRLF.
    static func mail(_ text: String) -> [UInt8] { DKIMCorpus.wire(text) }

    /// Numbers that look random and are the same every time (SplitMix64).
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
