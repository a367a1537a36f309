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
        let later = Workspace.now + .seconds(10)
        let set = try workspace.ledger.suppressionSet(now: later)
        #expect(set.version == (try workspace.ledger.suppressionVersion()))
        #expect(set.mayHold(address: "a@b.example", domain: "b.example"))
        #expect(set.mayHold(address: "z@c.example", domain: "c.example"))
        #expect(!set.mayHold(address: "x@y.example", domain: "y.example"))
        #expect(!set.mayHold(address: "z@d.c.example", domain: "d.c.example"))
        let keys = [entry("x@y.example"), entry("c.example", kind: .domain)].map(\.key)
        #expect(try workspace.ledger.suppression(among: keys, now: later)?.value == "c.example")
        #expect(try workspace.ledger.suppression(among: [keys[0]], now: later) == nil)
        #expect(try other.removeSuppressions(["nobody@b.example"]) == 0)
        #expect(try workspace.ledger.suppressionVersion() == set.version)
    }

    @Test("A running process is told only what was added since, and what was removed holds nobody back")
    func additions() throws {
        let workspace = try Workspace()
        _ = try workspace.ledger.addSuppressions([entry("a@b.example")])
        var set = try workspace.ledger.suppressionSet(now: Workspace.now)
        let hash = String(repeating: "0123456789abcdef", count: 4)
        _ = try workspace.ledger.addSuppressions([
            entry("李雷@例子.example"), entry(hash, kind: .keyedHash), entry(hash, kind: .plainHash),
            entry("example.org", kind: .domainTree),
        ])
        _ = try workspace.ledger.removeSuppressions(["a@b.example"])
        let changes = try workspace.ledger.suppressions(changedSince: set.version, now: Workspace.now)
        #expect(Set(changes.keys.map(\.kind)) == [.address, .keyedHash, .plainHash, .domainTree])
        for key in changes.keys { set.insert(key) }
        #expect(set.mayHold(address: "李雷@例子.example", domain: "例子.example"))
        #expect(set.mayHold(address: "x@a.b.example.org", domain: "a.b.example.org"))
        #expect(set.mayHold(keyedHash: 0x0123_4567_89ab_cdef) && set.mayHold(plainHash: 0x0123_4567_89ab_cdef))
        #expect(!set.mayHold(keyedHash: 0x0123_4567_89ab_cdee))
        // The filter still names what was removed; the list does not.
        #expect(try workspace.ledger.suppression(among: [entry("a@b.example").key], now: Workspace.now) == nil)
        let none = try workspace.ledger.suppressions(changedSince: changes.version, now: Workspace.now)
        #expect(none.keys.isEmpty)
    }

    @Test("A filter of many finds all of them, and hardly anybody else")
    func filter() {
        var set = SuppressionSet()
        #expect(set.isEmpty)
        for number in 0..<20_000 { set.insert(SuppressionKey(kind: .address, value: "u\(number)@example.com")) }
        #expect((0..<20_000).allSatisfy { set.mayHold(address: "u\($0)@example.com", domain: "example.com") })
        #expect((20_000..<40_000).allSatisfy { !set.mayHold(address: "u\($0)@example.com", domain: "example.com") })
    }

    @Test("An entry that has expired is replaced by the next one")
    func renewal() throws {
        let ledger = try Workspace().ledger
        _ = try ledger.addSuppressions([entry("a@b.example", expires: 10)])
        var renewed = entry("a@b.example")
        renewed.reason = "complaint"
        renewed.at = Workspace.now + .seconds(20)
        _ = try ledger.addSuppressions([renewed])
        #expect(try ledger.suppression(of: "a@b.example") == renewed)
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
