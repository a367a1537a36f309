import DeliveryPlanning
import Testing
import TimeZones

@Suite("Cron lines")
struct CronParsingTests {
    private typealias Failure = CronSchedule.Failure

    /// The next days and times after a Thursday, 1 January 2026, in UTC.
    private static let meanings: [(line: String, times: [String])] = [
        ("0 9 * * MON-FRI", ["2026-01-01 09:00", "2026-01-02 09:00", "2026-01-05 09:00"]),
        ("  0\t9 * *  mon-fri ", ["2026-01-01 09:00", "2026-01-02 09:00", "2026-01-05 09:00"]),
        ("*/20 8-9 * * *", ["2026-01-01 08:00", "2026-01-01 08:20", "2026-01-01 08:40", "2026-01-01 09:00"]),
        ("5-59/25 0 * * *", ["2026-01-01 00:05", "2026-01-01 00:30", "2026-01-01 00:55", "2026-01-02 00:05"]),
        ("0 0,12 1 JAN,jul *", ["2026-01-01 12:00", "2026-07-01 00:00", "2026-07-01 12:00"]),
        ("0 9 * * 7", ["2026-01-04 09:00", "2026-01-11 09:00"]),
        ("0 9 * * 0", ["2026-01-04 09:00", "2026-01-11 09:00"]),
        ("0 9 * * SAT-SUN", ["2026-01-03 09:00", "2026-01-04 09:00", "2026-01-10 09:00"]),
        ("0 9 * * SUN-TUE", ["2026-01-04 09:00", "2026-01-05 09:00", "2026-01-06 09:00", "2026-01-11 09:00"]),
        ("0 9 * * 5-7", ["2026-01-02 09:00", "2026-01-03 09:00", "2026-01-04 09:00", "2026-01-09 09:00"]),
        // Both day fields restricted: one is enough.
        ("0 0 13 * FRI", ["2026-01-02 00:00", "2026-01-09 00:00", "2026-01-13 00:00", "2026-01-16 00:00"]),
        // A field that begins with * restricts nothing by itself, so both have to fit.
        ("0 0 */2 * FRI", ["2026-01-09 00:00", "2026-01-23 00:00"]),
        ("0 0 31 * *", ["2026-01-31 00:00", "2026-03-31 00:00", "2026-05-31 00:00"]),
        ("0 0 29 2 *", ["2028-02-29 00:00"]),
        ("@yearly", ["2027-01-01 00:00", "2028-01-01 00:00"]),
        ("@annually", ["2027-01-01 00:00"]),
        ("@monthly", ["2026-02-01 00:00", "2026-03-01 00:00"]),
        ("@weekly", ["2026-01-04 00:00", "2026-01-11 00:00"]),
        ("@Daily", ["2026-01-02 00:00", "2026-01-03 00:00"]),
        ("@midnight", ["2026-01-02 00:00"]),
        ("@hourly", ["2026-01-01 01:00", "2026-01-01 02:00"]),
    ]

    @Test("Lines mean the times that cron gives them", arguments: meanings.indices)
    func meaning(index: Int) throws {
        let (line, times) = Self.meanings[index]
        let schedule = try CronSchedule(line)
        var instant = try Zones.utc("2026-01-01 00:00")
        for time in times {
            instant = try #require(schedule.next(after: instant, in: .utc))
            #expect(Zones.text(instant) == time, "\(line)")
        }
        for time in times.reversed() {
            #expect(Zones.text(schedule.latest(atOrBefore: instant, in: .utc)) == time, "\(line)")
            instant = try Zones.utc(time) - 1
        }
    }

    private static let wrong: [(line: String, failure: Failure)] = [
        ("", .empty), (" \t", .empty), (String(repeating: "*", count: 2_000), .tooLong),
        ("0 9 * *", .fieldCount(4)), ("0 0 9 * * MON", .fieldCount(6)), ("*", .fieldCount(1)),
        ("@dayly", .unknownWord("@dayly", nearest: "@daily")), ("@reboot", .unknownWord("@reboot", nearest: nil)),
        ("@daily 9", .unknownWord("@daily 9", nearest: "@daily")),
        ("０ 9 * * *", .characters("０")), ("0 9 ＊ * *", .characters("＊")), ("0 9 * * 周一", .characters("周一")),
        ("60 * * * *", .field(.minute, text: "60", .outside)), ("0 24 * * *", .field(.hour, text: "24", .outside)),
        ("0 0 0 * *", .field(.dayOfMonth, text: "0", .outside)),
        ("0 0 32 * *", .field(.dayOfMonth, text: "32", .outside)),
        ("0 0 * 13 *", .field(.month, text: "13", .outside)), ("0 0 * * 8", .field(.dayOfWeek, text: "8", .outside)),
        ("0,61 * * * *", .field(.minute, text: "61", .outside)),
        ("0 9-25 * * *", .field(.hour, text: "9-25", .outside)),
        ("0 22-2 * * *", .field(.hour, text: "22-2", .backwards(instead: "22-23,0-2"))),
        ("0 0 * * FRI-MON", .field(.dayOfWeek, text: "FRI-MON", .backwards(instead: "FRI-SAT,SUN-MON"))),
        ("0 0 * * 5-0", .field(.dayOfWeek, text: "5-0", .backwards(instead: "5-SAT,SUN-0"))),
        ("*/0 * * * *", .field(.minute, text: "*/0", .step)), ("*/x * * * *", .field(.minute, text: "*/x", .step)),
        ("*/ * * * *", .field(.minute, text: "*/", .step)),
        ("*/90 * * * *", .field(.minute, text: "*/90", .stepTooLong(longest: 60))),
        ("5/15 * * * *", .field(.minute, text: "5/15", .stepWithoutRange(instead: "5-59/15"))),
        ("1-9/2/3 * * * *", .field(.minute, text: "1-9/2/3", .empty)),
        ("1,,2 * * * *", .field(.minute, text: "", .empty)),
        (", * * * *", .field(.minute, text: "", .empty)), ("1- * * * *", .field(.minute, text: "1-", .empty)),
        ("-1 * * * *", .field(.minute, text: "-1", .empty)),
        ("1-2-3 * * * *", .field(.minute, text: "1-2-3", .notANumber(nearest: nil))),
        ("MON * * * *", .field(.minute, text: "MON", .notANumber(nearest: nil))),
        ("0 0 * * MOM", .field(.dayOfWeek, text: "MOM", .notANumber(nearest: "MON"))),
        ("0 0 * * monday", .field(.dayOfWeek, text: "monday", .notANumber(nearest: "MON"))),
        ("0 0 * Sept *", .field(.month, text: "Sept", .notANumber(nearest: "SEP"))),
        ("0 0 L * *", .field(.dayOfMonth, text: "L", .notANumber(nearest: nil))),
        ("0 0 ? * MON", .field(.dayOfMonth, text: "?", .notANumber(nearest: nil))),
        ("99999999999999999999 * * * *", .field(.minute, text: "99999999999999999999", .notANumber(nearest: nil))),
        ("** * * * *", .field(.minute, text: "**", .notANumber(nearest: nil))),
    ]

    @Test("What is wrong with a line is named with its field", arguments: wrong.indices)
    func refused(index: Int) {
        #expect(throws: Self.wrong[index].failure, "\(Self.wrong[index].line)") {
            _ = try CronSchedule(Self.wrong[index].line)
        }
    }

    @Test(
        "Messages say what would be right",
        arguments: [
            ("0 0 * * MOM", "day of week MOM: did you mean MON?"), ("0 24 * * *", "hour 24: it must be 0 to 23"),
            ("0 0 9 * * MON", "there are no seconds and no years"), ("5/15 * * * *", "write 5-59/15"),
            ("0 22-2 * * *", "write 22-23,0-2"), ("@reboot", "@hourly, @daily"),
            ("0 0 * 13 *", "or JAN FEB"), ("1,,2 * * * *", "minute is wrong: a value is missing"),
            ("\u{202E}0 * * * *", "?0 has characters that are not ASCII"),
        ]
    )
    func messages(line: String, words: String) throws {
        let failure = #expect(throws: Failure.self) { _ = try CronSchedule(line) }
        #expect(try #require(failure).description.contains(words), "\(String(describing: failure))")
    }

    @Test(
        "What a message says to write is right",
        arguments: [
            ("0 22-2 * * *", "0 22-23,0-2 * * *"), ("5/15 * * * *", "5-59/15 * * * *"),
            ("0 9 * * FRI-MON", "0 9 * * FRI-SAT,SUN-MON"), ("0 9 1 11-2 *", "0 9 1 11-DEC,JAN-2 *"),
        ]
    )
    func advice(line: String, better: String) throws {
        let failure = try #require(throws: Failure.self) { _ = try CronSchedule(line) }
        let words = better.split(separator: " ").filter { !line.split(separator: " ").contains($0) }
        #expect(failure.description.hasSuffix("write \(words[0])"))
        #expect(throws: Never.self) { _ = try CronSchedule(better) }
    }

    @Test("Lines of random characters are refused or searched, and never crash")
    func random() throws {
        var random = SplitMix(seed: 5)
        let pieces = [
            "*", "*", "0", "1", "7", "9", "30", "59", "-", "-", ",", ",", "/", "MON", "SUN", "FEB", "@", "x", "*/5",
            "1-5",
        ]
        var read = 0
        for _ in 0..<20_000 {
            let fields = (0..<5).map { _ in
                // Mostly fields that could stand, so that some lines do.
                (0..<[1, 1, 1, 1, 1, 3, 4][random.below(7)]).map { _ in pieces[random.below(pieces.count)] }.joined()
            }
            guard let schedule = try? CronSchedule(fields.joined(separator: " ")) else { continue }
            read += 1
            let next = schedule.next(after: 1_790_000_000, in: .utc)
            if let next { #expect(schedule.latest(atOrBefore: next, in: .utc) == next) }
        }
        #expect(read > 20)
    }
}
