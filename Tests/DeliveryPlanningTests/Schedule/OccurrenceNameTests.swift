import DeliveryPlanning
import Testing

@Suite("Names of occurrences")
struct OccurrenceNameTests {
    @Test(
        "An instant and its name go over into each other",
        arguments: ["20261123T0900Z", "19691231T2359Z", "00000101T0000Z", "99991231T2359Z"]
    )
    func roundTrip(text: String) throws {
        let name = try #require(OccurrenceName(text))
        #expect(OccurrenceName(instant: name.instant) == name)
        #expect(OccurrenceName(instant: name.instant + 59)?.text == text)
        #expect(name.description == text)
    }

    @Test("The name of a run is that of its scheduled instant in UTC")
    func example() throws {
        #expect(try OccurrenceName(instant: Zones.utc("2026-11-23 09:00"))?.text == "20261123T0900Z")
    }

    @Test(
        "Other names are not taken for instants",
        arguments: [
            "", "20261123T0900", "20261123T0900z", "20261123t0900Z", "20261123T2400Z", "20260230T0900Z",
            "2026-11-23T09Z",
            "20261123T0900ZZ", "+0261123T0900Z", "第20261123T0900Z", "spring-2026-abc",
        ]
    )
    func other(name: String) { #expect(OccurrenceName(name) == nil) }

    @Test(
        "Instants that no name of four digits can tell have none",
        arguments: [Int.min, -62_167_219_201, 253_402_300_800, .max]
    )
    func beyond(instant: Int) { #expect(OccurrenceName(instant: instant) == nil) }
}
