import Glibc
import Testing
import TextEncodings

@testable import RecipientTable

/// Deterministic numbers (SplitMix64), so that a failure can be repeated.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

@Suite("Mutated tables")
struct MutationTests {
    private static let seeds = [
        "email,name,note\r\n王@例子.中国,\"王, 秀英\",\"say \"\"hi\"\"\nplease\"\r\nb@example.com,B,\r\n",
        "sep=;\nemail;tags;x\na@example.com;诗;\"1;2\"\n\n# c\nb@example.com;;\n",
        "\u{FEFF}a\tb\tc\n1\t2\t3\n\"\"\t\"x\"y\t\"\n",
    ]
    private static let pieces: [[UInt8]] =
        ["\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "é", "\u{0}", "sep=", " "]
        .map { Array($0.utf8) } + [[0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [0xF0, 0x9F]]

    /// What reading a table gave.
    private struct Reading: Equatable {
        var records: [[[UInt8]]] = []
        var faults: [String] = []
    }

    /// `MARTLET_FUZZ_TURNS` makes it as long as you like.
    private static var turns: Int {
        guard let text = unsafe getenv("MARTLET_FUZZ_TURNS") else { return 3_000 }
        return Int(unsafe String(cString: text)) ?? 3_000
    }

    @Test("Whatever the bytes, whole and in pieces they give the same records and faults, each with its place")
    func splits() {
        var random = SplitMix(state: 1976)
        for turn in 0..<Self.turns {
            var source = Array(Self.seeds[turn % Self.seeds.count].utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) { Self.mutate(&source, &random) }
            let isDeclared = turn % 2 == 0
            let whole = Self.read(source, piece: max(1, source.count), isDeclared)
            let pieces = Self.read(source, piece: Int.random(in: 1...9, using: &random), isDeclared)
            #expect(whole == pieces, "turn \(turn): \(source)")
        }
    }

    private static func read(_ content: [UInt8], piece: Int, _ isDeclared: Bool) -> Reading {
        var options = CSVOptions()
        if isDeclared { options.charset = .utf8 }
        var reader = CSVReader(options: options)
        var batch = TableBatch()
        var reading = Reading()
        var offset = 0
        while true {
            let end = min(offset + piece, content.count)
            if offset == content.count { reader.finish() } else { reader.append(content[offset..<end]) }
            reader.read(into: &batch)
            for record in 0..<batch.count {
                reading.records.append(
                    (0..<batch.fieldCount(of: record)).map { Array(batch.content(ofField: $0, in: record)) }
                )
            }
            for fault in batch.faults {
                #expect(fault.line > 0 && fault.column > 0 && !fault.message.isEmpty)
                reading.faults.append("\(fault.line):\(fault.column) \(fault.message)")
            }
            if offset == content.count { return reading }
            offset = end
        }
    }

    private static func mutate(_ source: inout [UInt8], _ random: inout SplitMix) {
        let place = Int.random(in: 0...source.count, using: &random)
        let end = min(source.count, place + Int.random(in: 0..<12, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0, 1: source.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
        case 2: source.removeSubrange(place..<end)
        default:
            source.insert(contentsOf: source[place..<end], at: Int.random(in: 0...source.count, using: &random))
        }
    }
}
