import Foundation
import Testing
import TimeZones

/// Compares with Python's `zoneinfo`, and with the C library for the mark of daylight saving time.
@Suite(
    "The same answers as Python and the C library",
    .enabled(if: ZoneFiles.areThere, "package tzdata is missing: apt-get install tzdata"),
    .enabled(if: Python.path != nil, "python3 with zoneinfo is missing")
)
struct PythonComparisonTests {
    /// For each `zone instant`: seconds east, abbreviation, whether daylight saving time, and the instants of the civil
    /// time shown half an hour later on the clock.
    private static let script = """
        import sys, os, time
        from datetime import datetime, timedelta, timezone
        from zoneinfo import ZoneInfo
        epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)
        second = timedelta(seconds=1)
        last = None
        for line in sys.stdin:
            name, at = line.split()
            if name != last:
                with open("FOLDER/" + name, "rb") as f:
                    zone = ZoneInfo.from_file(f)
                os.environ["TZ"] = ":FOLDER/" + name
                time.tzset()
                last = name
            at = int(at)
            local = (epoch + at * second).astimezone(zone)
            later = local.replace(tzinfo=None) + timedelta(minutes=30)
            found = set()
            for fold in (0, 1):
                utc = later.replace(tzinfo=zone, fold=fold).astimezone(timezone.utc)
                if utc.astimezone(zone).replace(tzinfo=None, fold=0) == later:
                    found.add((utc - epoch) // second)
            print(local.utcoffset() // second, local.tzname(), time.localtime(at).tm_isdst, *sorted(found))
        """

    @Test("Offsets, names and civil times agree at random instants and around changes, in every zone")
    func everyZone() throws {
        let names = try ZoneFiles.names()
        var random = SplitMix(seed: 2_026)
        var questions: [(zone: String, rules: ZoneRules, instant: Int)] = []
        for name in names {
            let rules = try ZoneFiles.rules(name)
            for _ in 0..<12 {
                let anywhere = -2_500_000_000 + random.below(9_000_000_000)
                questions.append((name, rules, anywhere))
                // Close to a change: within two hours of it.
                if let change = rules.span(at: anywhere).end {
                    questions.append((name, rules, change - 7_200 + random.below(14_400)))
                    questions.append((name, rules, change - random.below(2)))
                }
            }
        }
        let input = questions.map { "\($0.zone) \($0.instant)\n" }.joined()
        let script = Self.script.replacingOccurrences(of: "FOLDER", with: ZoneFiles.folder ?? "")
        let answers = try Python.run(#require(Python.path), script, input: input).split(separator: "\n")
        try #require(answers.count == questions.count)
        var wrong: [String] = []
        for (question, answer) in zip(questions, answers) {
            let offset = question.rules.offset(at: question.instant)
            let later = CivilTime(secondsInUTC: question.instant + offset.seconds + 1_800)
            let instants = question.rules.instants(of: later).map { " \($0)" }.joined()
            let ours = "\(offset.seconds) \(offset.abbreviation) \(offset.isDaylight ? 1 : 0)\(instants)"
            if ours != answer { wrong.append("\(question.zone) \(question.instant): \(ours), not \(answer)") }
        }
        #expect(wrong.isEmpty, "\(wrong.count) of \(questions.count), such as \(wrong.prefix(5))")
    }
}
