import Testing
import TimeZones

@Suite("Names of zones")
struct ZoneNameTests {
    @Test(
        "Names that are in use are good",
        arguments: [
            "UTC", "Asia/Shanghai", "America/Port-au-Prince", "Etc/GMT-14", "GMT+0", "America/Argentina/Ushuaia",
        ]
    )
    func good(name: String) { #expect(ZoneName.objection(to: name) == nil) }

    @Test(
        "Names that lead out of the folder, and texts that are no names, are refused",
        arguments: [
            "", "/etc/passwd", "..", "../passwd", "Asia/../../passwd", "Asia/..", "./UTC", "Asia//Shanghai", "Asia/",
            "Asia/.hidden", "-x", "Asia\\Shanghai", "Asia/Shanghai\0", "Asia/Shang hai", "亚洲/上海", "right/Asia/Shanghai",
            String(repeating: "a", count: 129),
        ]
    )
    func bad(name: String) { #expect(ZoneName.objection(to: name) != nil) }

    @Test("All zones of this machine have good names", .enabled(if: ZoneFiles.areThere, "package tzdata is missing"))
    func installed() throws {
        #expect(try ZoneFiles.names().contains("America/North_Dakota/New_Salem"))
    }

    @Test("Universal time needs no file", arguments: ["UTC", "Etc/UTC", "Zulu"])
    func universal(name: String) {
        #expect(ZoneName.builtIn(name)?.offset(at: 0) == ZoneOffset(seconds: 0, isDaylight: false, abbreviation: "UTC"))
        #expect(ZoneName.builtIn("Europe/Berlin") == nil)
    }

    @Test("What people write instead of a name gets the right one")
    func advice() throws {
        #expect(ZoneName.advice(for: "Asia/Beijing") == "write Asia/Shanghai")
        #expect(try #require(ZoneName.advice(for: "UTC+8")).contains("Etc/GMT-8 for 8 hours ahead of UTC"))
        #expect(try #require(ZoneName.advice(for: "gmt-5")).contains("Etc/GMT+5 for 5 hours behind UTC"))
        #expect(try #require(ZoneName.advice(for: "UTC+5:30")).contains("a place"))
        #expect(ZoneName.advice(for: "Asia/Shangai") == nil)
    }

    @Test("Every zone that is advised is there", .enabled(if: ZoneFiles.areThere, "package tzdata is missing"))
    func advised() throws {
        for word in ["Beijing", "EST", "PST", "MST", "CDT", "BST", "CEST", "JST", "Asia/Delhi"] {
            let advice = try #require(ZoneName.advice(for: word))
            #expect(throws: Never.self) { _ = try ZoneFiles.rules(String(advice.dropFirst("write ".count))) }
        }
        for hours in 1...14 { _ = try ZoneFiles.rules("Etc/GMT-\(hours)") }
        for hours in 1...12 { _ = try ZoneFiles.rules("Etc/GMT+\(hours)") }
    }
}
