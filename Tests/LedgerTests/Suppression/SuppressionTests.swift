import MailModel
import Testing

@testable import Ledger

@Suite("The suppression list")
struct SuppressionTests {
    private func entry(_ value: String, kind: Suppression.Kind = .address, expires: Int64? = nil) -> Suppression {
        Suppression(
            kind: kind,
            value: value,
            reason: "hard-bounce",
            source: "activation-1",
            at: Workspace.now,
            expires: expires.map { Workspace.now + .seconds($0) },
            note: nil
        )
    }

    @Test("Entries are added once, found, listed in order and removed")
    func round() throws {
        let ledger = try Workspace().ledger
        let entries = [entry("王@例子.example"), entry("a@b.example"), entry("b.example", kind: .domain)]
        #expect(try ledger.addSuppressions(entries) == 3)
        #expect(try ledger.addSuppressions([entries[0]]) == 0)
        #expect(try ledger.suppression(of: "a@b.example") == entries[1])
        #expect(try ledger.suppression(of: "b.example") == nil)
        #expect(try ledger.suppression(of: "b.example", kind: .domain) == entries[2])
        #expect(try ledger.suppressions() == [entries[1], entries[0]])
        #expect(try ledger.suppressions(after: "a@b.example", limit: 1) == [entries[0]])
        #expect(try ledger.removeSuppressions(["a@b.example", "nobody@b.example"]) == 1)
        #expect(try ledger.suppressions() == [entries[0]])
    }

    @Test("A running process sees changes by their number, and expired entries hold nobody back")
    func changes() throws {
        let workspace = try Workspace()
        let other = try RunLedger(stateFolder: workspace.path)
        let version = try workspace.ledger.suppressionVersion()
        _ = try other.addSuppressions([
            entry("a@b.example"), entry("c.example", kind: .domain), entry("x@y.example", expires: 10),
        ])
        #expect(try workspace.ledger.suppressionVersion() > version)
        let set = try workspace.ledger.suppressionSet(now: Workspace.now + .seconds(10))
        #expect(set.version == (try workspace.ledger.suppressionVersion()))
        #expect(set.reason(address: "a@b.example", domain: "b.example") == "hard-bounce")
        #expect(set.reason(address: "z@c.example", domain: "c.example") == "hard-bounce")
        #expect(set.reason(address: "x@y.example", domain: "y.example") == nil)
        let asked = [("a@b.example", "b.example"), ("z@c.example", "c.example"), ("x@y.example", "y.example")]
        let reasons = try workspace.ledger.suppressionReasons(of: asked, now: Workspace.now + .seconds(10))
        #expect(reasons == ["hard-bounce", "hard-bounce", nil])
        #expect(try other.removeSuppressions(["nobody@b.example"]) == 0)
        #expect(try workspace.ledger.suppressionVersion() == set.version)
    }

    @Test("An entry that comes again takes the later expiry; for ever is the latest")
    func expiry() throws {
        let ledger = try Workspace().ledger
        for (expires, wanted) in [(10, 10), (5, 10), (20, 20), (nil, nil), (30, nil)] as [(Int64?, Int64?)] {
            _ = try ledger.addSuppressions([entry("a@b.example", expires: expires)])
            #expect(try ledger.suppression(of: "a@b.example")?.expires == wanted.map { Workspace.now + .seconds($0) })
        }
    }
}
