import Testing
import TimeZones

@Suite("Zone files")
struct TZifReaderTests {
    /// Two offsets, three changes, a rule behind them.
    private static let sample: TZifBuilder = {
        var builder = TZifBuilder()
        builder.transitions = [(-1_000, 1), (0, 0), (5_000, 1)]
        builder.types = [(3_600, 0, 0), (7_200, 1, 4)]
        builder.names = Array("CET\0CEST\0".utf8)
        builder.footer = "CET-1CEST,M3.5.0,M10.5.0/3"
        return builder
    }()

    private static func changed(_ change: (inout TZifBuilder) -> Void) -> [UInt8] {
        var builder = sample
        change(&builder)
        return builder.bytes()
    }

    @Test("Every version from 1 to 4 is read", arguments: [0, UInt8(ascii: "2"), UInt8(ascii: "3"), UInt8(ascii: "4")])
    func versions(version: UInt8) throws {
        let rules = try ZoneRules(tzif: Self.changed { $0.version = version })
        #expect(rules.offset(at: -1_001) == ZoneOffset(seconds: 3_600, isDaylight: false, abbreviation: "CET"))
        #expect(rules.offset(at: -1_000) == ZoneOffset(seconds: 7_200, isDaylight: true, abbreviation: "CEST"))
        #expect(rules.offset(at: 4_999).abbreviation == "CET")
        // Version 1 has no rule for later years: the last change holds on.
        #expect(rules.offset(at: 5_000).abbreviation == (version == 0 ? "CEST" : "CET"))
    }

    @Test("Abbreviations may share their ends")
    func sharedNames() throws {
        let rules = try ZoneRules(
            tzif: Self.changed {
                $0.names = Array("AHST\0".utf8)
                $0.types[1].name = 1
            }
        )
        #expect(rules.offset(at: -2_000).abbreviation == "AHST")
        #expect(rules.offset(at: -1).abbreviation == "HST")
    }

    @Test("Without a table the rule holds always, without a rule the first offset does")
    func tablesLeftOut() throws {
        let ruled = try ZoneRules(
            tzif: Self.changed {
                $0.transitions = []
                $0.footer = "CST-8"
            }
        )
        #expect(ruled.offset(at: 0).seconds == 28_800)
        let plain = try ZoneRules(
            tzif: Self.changed {
                $0.transitions = []
                $0.footer = ""
            }
        )
        #expect(plain.span(at: 0).start == nil)
        #expect(plain.span(at: 0).end == nil)
        #expect(plain.offset(at: 0).seconds == 3_600)
    }

    @Test("A file that ends too early is refused, wherever it ends")
    func truncated() {
        let bytes = Self.sample.bytes()
        for count in 0..<bytes.count {
            #expect(throws: count == 0 ? ZoneRules.Failure.notTZif : .truncated, "\(count) bytes") {
                _ = try ZoneRules(tzif: Array(bytes.prefix(count)))
            }
        }
    }

    private static let wrong: [(bytes: [UInt8], failure: ZoneRules.Failure)] = [
        (Array("#!/bin/sh".utf8), .notTZif),
        ([UInt8](repeating: 0x54, count: 70_000), .tooLarge(byteCount: 70_000)),
        (changed { $0.version = UInt8(ascii: "5") }, .version(0x35)),
        (sample.bytes() + [0x0A], .bytesBehindEnd(count: 1)),
        (changed { $0.types = [] }, .counts("0 offsets instead of 1 to 256")),
        (changed { $0.names = [] }, .counts("no abbreviations")),
        (changed { $0.standardMarks = 1 }, .counts("1 indicators for 2 offsets")),
        (changed { $0.universalMarks = 3 }, .counts("3 indicators for 2 offsets")),
        (changed { $0.leapSeconds = 1 }, .leapSeconds),
        (changed { $0.lies = [(3, .max)] }, .truncated),
        (changed { $0.lies = [(4, .max)] }, .counts("4294967295 offsets instead of 1 to 256")),
        (changed { $0.lies = [(5, .max)] }, .truncated),
        (changed { $0.transitions[2].at = 0 }, .order(index: 2)),
        (changed { $0.transitions[0].at = .min }, .time(index: 0)),
        (changed { $0.transitions[2].at = .max }, .time(index: 2)),
        (changed { $0.transitions[1].type = 2 }, .offsetIndex(index: 1)),
        (changed { $0.types[0].seconds = 93_600 }, .offset(seconds: 93_600)),
        (changed { $0.types[0].seconds = Int(Int32.min) }, .offset(seconds: Int(Int32.min))),
        (changed { $0.types[1].mark = 2 }, .daylightMark(2)),
        (changed { $0.types[1].name = 9 }, .abbreviation(index: 1)),
        (changed { $0.types[1].name = 8 }, .abbreviation(index: 1)),
        (changed { $0.names = Array("CET\0CEST".utf8) }, .abbreviation(index: 1)),
        (changed { $0.names = Array("C\u{1B}T\0CEST\0".utf8) }, .abbreviation(index: 0)),
    ]

    @Test("What is wrong with a file is named", arguments: wrong.indices)
    func refused(index: Int) {
        #expect(throws: Self.wrong[index].failure) { _ = try ZoneRules(tzif: Self.wrong[index].bytes) }
    }

    @Test("Files with changed bytes are refused or answer every question, and never crash")
    func mutated() {
        var random = SplitMix(seed: 9_636)
        var read = 0
        let original = Self.sample.bytes()
        for _ in 0..<20_000 {
            var bytes = original
            for _ in 0...random.below(3) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
            guard let rules = try? ZoneRules(tzif: bytes) else { continue }
            read += 1
            for instant in [Int.min, -1, 0, 4_102_444_800, .max] {
                let span = rules.span(at: instant)
                #expect(span.start ?? .min < span.end ?? .max)
                _ = rules.instants(of: rules.civil(at: instant))
                _ = rules.clockReached(before: instant)
            }
        }
        #expect(read > 100)
    }

    @Test("A zone that counts leap seconds is refused", .enabled(if: ZoneFiles.areThere, "package tzdata is missing"))
    func leapSeconds() throws {
        guard let bytes = try? ZoneFiles.bytes("right/Asia/Shanghai") else { return }
        #expect(throws: ZoneRules.Failure.leapSeconds) { _ = try ZoneRules(tzif: bytes) }
    }

    @Test("Every zone of this machine is read", .enabled(if: ZoneFiles.areThere, "package tzdata is missing"))
    func everyZone() throws {
        let names = try ZoneFiles.names()
        #expect(names.count > 300)
        for name in names {
            #expect(throws: Never.self, "\(name)") { _ = try ZoneFiles.rules(name) }
        }
    }
}
