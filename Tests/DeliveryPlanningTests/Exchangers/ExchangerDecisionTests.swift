import DeliveryPlanning
import MailModel
import Testing

@Suite("Where mail for a domain goes")
struct ExchangerDecisionTests {
    private static let proof = NameProof(isSecure: true, seconds: 300)

    /// Numbers that are the same for each run.
    private struct Counter: RandomNumberGenerator {
        var state: UInt64 = 0
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            return state
        }
    }

    private func decide(_ answer: NameAnswer<ExchangerRecord>) -> ExchangerDecision {
        var generator = Counter()
        return ExchangerDecision(answer, domain: "例子.example", ownName: "mail.us.example", using: &generator)
    }

    private func records(_ pairs: (UInt16, String)...) -> NameAnswer<ExchangerRecord> {
        .records(pairs.map { ExchangerRecord(preference: $0.0, host: $0.1) }, Self.proof)
    }

    private func status(_ decision: ExchangerDecision) -> String? {
        if case .failed(let status, _) = decision { status.description } else { nil }
    }

    private func hosts(_ decision: ExchangerDecision) -> [String]? {
        if case .route(let route) = decision { route.hosts } else { nil }
    }

    @Test("Lower preference comes first, a host that is named twice counts once")
    func order() {
        #expect(hosts(decide(records((20, "b"), (10, "a"), (30, "a"), (30, "c")))) == ["a", "b", "c"])
    }

    @Test("Hosts of equal preference are shuffled, and none gets lost")
    func shuffled() {
        let names = (0..<8).map { "mx\($0)" }
        let answer = NameAnswer.records(names.map { ExchangerRecord(preference: 5, host: $0) }, Self.proof)
        var generator = Counter()
        var orders = Set<[String]>()
        for _ in 0..<20 {
            let decision = ExchangerDecision(answer, domain: "d", ownName: "", using: &generator)
            orders.insert(hosts(decision) ?? [])
        }
        #expect(orders.count > 5)
        #expect(orders.allSatisfy { $0.sorted() == names })
    }

    @Test("A domain without MX records stands for itself")
    func implicit() {
        guard case .route(let route) = decide(.noRecord(Self.proof)) else {
            Issue.record("no route")
            return
        }
        #expect(route.hosts == ["例子.example"] && route.isImplicit)
    }

    @Test("Null MX, no such domain, numbers for names and loops fail for good, each with its status")
    func failures() {
        #expect(status(decide(records((0, "")))) == "5.1.10")
        #expect(status(decide(.noSuchName(Self.proof))) == "5.1.2")
        #expect(status(decide(records((10, "127.0.0.1")))) == "5.4.4")
        #expect(status(decide(records((10, "mail.us.example"), (20, "backup")))) == "5.4.6")
    }

    @Test("Behind our own name nothing is tried, before it everything is")
    func loop() {
        let answer = records((5, "first"), (10, "mail.us.example"), (10, "beside"), (20, "behind"))
        #expect(hosts(decide(answer)) == ["first"])
    }

    @Test("A null MX beside others means nothing")
    func nullAmongOthers() { #expect(hosts(decide(records((0, ""), (10, "mx")))) == ["mx"]) }

    @Test("Name servers that fail, and answers that are forged, are for later")
    func later() {
        for answer in [NameAnswer<ExchangerRecord>.tryLater("SERVFAIL"), .bogus("no signature")] {
            guard case .deferred = decide(answer) else {
                Issue.record("\(answer)")
                continue
            }
        }
    }

    @Test("A domain that names thousands of hosts gets a few of them tried")
    func many() {
        let many = (0..<5_000).map { ExchangerRecord(preference: UInt16($0), host: "mx\($0)") }
        #expect(hosts(decide(.records(many, Self.proof)))?.count == 16)
    }

    @Test("Two domains with the same hosts are one site, under other demands they are not")
    func sites() {
        let one = SiteIdentity(hosts: ["a", "b"], demand: .none)
        #expect(one == SiteIdentity(hosts: ["b", "a"], demand: .none))
        #expect(one != SiteIdentity(hosts: ["a", "b"], demand: .policy))
        #expect(one != SiteIdentity(hosts: ["a", "b"], demand: .none, domain: "gmail.com"))
        #expect(one != SiteIdentity(hosts: ["a"], demand: .none))
    }

    @Test("Addresses of both families take turns, IPv6 first")
    func addresses() {
        let parse = { (text: String) in HostAddress(parsing: text) }
        let given = ["192.0.2.1", "192.0.2.2", "192.0.2.3", "2001:db8::1", "::ffff:192.0.2.9"].compactMap(parse)
        #expect(given.count == 5)
        let order = AddressOrder.interleaved(given).map(\.description)
        #expect(order == ["2001:db8::1", "192.0.2.1", "::ffff:c000:209", "192.0.2.2", "192.0.2.3"])
    }

    @Test("Texts that are no addresses are not read", arguments: ["", "1.2.3", "1.2.3.256", "::g", "1::2::3", "[::1]"])
    func noAddresses(_ text: String) { #expect(HostAddress(parsing: text) == nil) }

    @Test(
        "Addresses read back as they are shown",
        arguments: ["::1", "::", "2001:db8::", "1:2:3:4:5:6:7:8", "10.0.0.1"]
    )
    func roundTrip(_ text: String) { #expect(HostAddress(parsing: text)?.description == text) }

    @Test("A host that failed is left alone for a while, the next one is tried, the better one comes back")
    func rotation() {
        var rotation = ExchangerRotation(count: 2)
        #expect(rotation.next(now: 0) == 0)
        rotation.failed(0, now: 0)
        #expect(rotation.next(now: 1) == 1)
        rotation.failed(1, now: 1)
        #expect(rotation.next(now: 2) == nil)
        #expect(rotation.next(now: 61) == 0)
        rotation.failed(0, now: 61)
        #expect(rotation.next(now: 62) == 1)
        #expect(rotation.next(now: 61 + 119) == 1)
        rotation.worked(0)
        #expect(rotation.next(now: 200) == 0)
    }
}
