import Ledger
import MailJobs
import MailModel
import Testing

@Suite("Names and tables of the suppression list")
struct SuppressionTests {
    private static let digits = String(repeating: "0a1b2c3d", count: 8)

    @Test(
        "Addresses, domains and hashes are taken in their canonical form",
        arguments: [
            ("Ann@Example.COM", "ann@example.com", Suppression.Kind.address),
            ("李雷@例子.测试", "李雷@xn--fsqu00a.xn--0zwm56d", .address),
            (" kim@example.org ", "kim@example.org", .address),
            ("@Example.COM", "example.com", .domain),
            ("例子.测试", "xn--fsqu00a.xn--0zwm56d", .domain),
            ("example.com", "example.com", .domain),
            ("@localhost", "localhost", .domain),
            ("@.Example.COM", "example.com", .domainTree),
            (".例子.测试", "xn--fsqu00a.xn--0zwm56d", .domainTree),
            ("hash:\(digits.uppercased())", digits, .keyedHash),
            ("sha256:\(digits)", digits, .plainHash),
        ]
    )
    func names(text: String, value: String, kind: Suppression.Kind) throws {
        let name = try SuppressionName(text)
        #expect(name.value == value && name.kind == kind)
        let entry = Suppression(kind: kind, value: value, reason: "manual", source: "", at: .now)
        #expect(try SuppressionName(SuppressionName.text(of: entry)) == name)
    }

    @Test(
        "What names nobody is refused",
        arguments: [
            "", "@", "ann", "a b@c.example", "*.example.com", "a@b@", "hash:", "hash:0a1b", "sha256:xyz", "@..b",
        ]
    )
    func refused(text: String) {
        #expect(throws: SuppressionName.Fault.self) { try SuppressionName(text) }
    }

    @Test("An address is held back by its own entry, by its hashes, and by the entries of the domains above it")
    func holding() {
        let hash = AddressHash(secret: [UInt8](repeating: 7, count: 32))
        let keys = hash.keys(holding: "ann@mail.example.com", domain: "mail.example.com")
        #expect(keys.map(\.kind) == [.address, .keyedHash, .plainHash, .domain, .domainTree, .domainTree, .domainTree])
        #expect(keys.map(\.value).suffix(4) == ["mail.example.com", "mail.example.com", "example.com", "com"])
        // printf %s ann@mail.example.com | sha256sum
        #expect(keys[2].value == "bcf402a4d4e689fdc677a7b882a67254b482ffdc831dc98069b4193c0a75d3b2")
        #expect(keys[1].value != keys[2].value)
        #expect(AddressHash(secret: [1]).keyed("ann@mail.example.com") != keys[1])
    }

    private func read(_ text: String, pieces: Int = 1) -> (entries: [Suppression], faults: [String]) {
        let defaults = SuppressionTableReader.Defaults(
            reason: "imported",
            source: "list.csv",
            since: Timestamp(rawValue: 5)
        )
        var reader = SuppressionTableReader(file: "list.csv", defaults: defaults)
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            reader.append(Array(bytes[start..<min(bytes.count, start + pieces)]))
        }
        reader.finish()
        return (reader.entries, reader.faults)
    }

    @Test("What was exported is read back the same, in pieces of any size", arguments: [1, 2, 7, 1_000])
    func roundTrip(pieces: Int) {
        let entries = [
            Suppression(
                value: "李雷@example.cn",
                reason: "complaint",
                source: "notice-one",
                at: Timestamp(rawValue: 1_790_000_000_000),
                expires: Timestamp(rawValue: 1_800_000_000_000),
                note: "电话, \"立即\"\n停止"
            ),
            Suppression(kind: .domain, value: "example.net", reason: "manual", source: "", at: Timestamp(rawValue: 0)),
        ]
        var output: [UInt8] = []
        SuppressionTable.appendHeader(to: &output)
        for entry in entries { SuppressionTable.append(entry, to: &output) }
        let result = read(String(decoding: output, as: UTF8.self), pieces: pieces)
        #expect(result.faults.isEmpty)
        // An empty source cannot be told from none.
        var expected = entries
        expected[1].source = "list.csv"
        #expect(result.entries == expected)
    }

    @Test("A plain list of addresses needs no header")
    func plain() {
        let result = read("ann@example.com\n李雷@example.cn\n@example.net\n")
        #expect(result.entries.map(\.value) == ["ann@example.com", "李雷@example.cn", "example.net"])
        #expect(result.entries.map(\.reason) == ["imported", "imported", "imported"])
        #expect(result.faults.isEmpty)
    }

    @Test("All faults are found at once, with their lines")
    func faults() {
        let result = read("name,Email,expires\n李,li@example.cn,\nx,none,\ny,y@example.com,tomorrow\n")
        #expect(result.entries.map(\.value) == ["li@example.cn"])
        #expect(result.faults.count == 2)
        #expect(result.faults[0].hasPrefix("list.csv:3: ") && result.faults[1].hasPrefix("list.csv:4: expires: "))
    }

    @Test("A file without a column of addresses, or without anything, is refused", arguments: ["", "name,x\na,b\n"])
    func noColumn(text: String) {
        #expect(read(text).faults.count == 1)
    }

    @Test(
        "Times are read as they are written",
        arguments: [
            ("2026-11-23", 1_795_392_000), ("2026-11-23T09:00Z", 1_795_424_400),
            ("2026-11-23T09:00:05Z", 1_795_424_405), ("2026-02-29", nil), ("2026-11-23T24:00Z", nil),
            ("2026-11-23T09:00", nil), ("tomorrow", nil), ("", nil), ("２０２６-11-23", nil),
        ]
    )
    func times(text: String, seconds: Int?) {
        #expect(TimeText.time(text)?.rawValue == seconds.map { Int64($0) * 1_000 })
    }
}
