import BounceAnalysis
import Testing

/// Counts of right answers, by the rules of the corpus' own scorer.
private struct Tally {
    var right = 0
    var all = 0

    mutating func add(_ isRight: Bool) {
        all += 1
        right += isRight ? 1 : 0
    }

    var percent: Double { all == 0 ? 0 : 100 * Double(right) / Double(all) }
}

@Suite("Bounce corpus")
struct CorpusTests {
    // Skipped where the corpus is absent: the messages are other people's and are not part of the repository.
    @Test("The corpus is classified as its labels say", .enabled(if: BounceCorpus.shared != nil))
    func corpus() throws {
        let corpus = try #require(BounceCorpus.shared)
        let classifier = BounceClassifier()
        var kind = Tally()
        var recipients = Tally()
        var status = Tally()
        var reply = Tally()
        var reason = Tally()
        var hard = Tally()
        var falseAlarms: [String] = []
        for label in corpus.labels {
            let verdict = classifier.classify(try corpus.bytes(of: label))
            let got = verdict.kind.coarse.rawValue
            kind.add(got == label.kind || label.kindAlso?.contains(got) == true)
            if ["auto-reply", "not-a-bounce"].contains(label.kind), label.kindAlso == nil,
                ["bounce", "delayed", "complaint"].contains(got)
            {
                falseAlarms.append(label.id)
            }
            guard ["bounce", "delayed", "complaint"].contains(label.kind), let expected = label.recipients else {
                continue
            }
            let firm = expected.filter { label.kind != "bounce" || $0.action != "delayed" }
            let found = verdict.recipients.filter { $0.deliveryClass != .delivered }
            recipients.add(Self.isExact(expected, firm, found))
            guard label.kind != "complaint" else { continue }
            for one in firm {
                let match = found.first { Self.names(one).contains($0.address.lowercased()) }
                if let code = one.status, label.from["status"] != "sisimai-run" {
                    status.add(match?.status.map { ([code] + (one.statusAlso ?? [])).contains($0) } ?? false)
                }
                if let code = one.reply, label.from["reply"] != "sisimai-run" {
                    reply.add(match?.reply.map { ([code] + (one.replyAlso ?? [])).contains($0) } ?? false)
                }
                if let word = one.reason, !["undefined", "onhold"].contains(word), label.from["reason"] != "sisimai-run"
                {
                    reason.add(match.map { ([word] + (one.reasonAlso ?? [])).contains($0.reason.rawValue) } ?? false)
                }
                if let word = one.class, one.classOpen != true, label.from["class"] != "sisimai-run",
                    label.kind == "bounce"
                {
                    hard.add(match?.deliveryClass.coarse.rawValue == word)
                }
            }
        }
        print(
            """
            bounce corpus: \(corpus.labels.count) messages, kind \(kind.percent), recipients \(recipients.percent), \
            status \(status.percent), reply \(reply.percent), reason \(reason.percent), hard/soft \(hard.percent)
            """
        )
        #expect(corpus.labels.count > 500)
        #expect(falseAlarms.isEmpty)
        #expect(kind.percent >= 99.5)
        #expect(recipients.percent >= 98.5)
        #expect(status.percent >= 99)
        #expect(reply.percent >= 98)
        #expect(reason.percent >= 95)
        #expect(hard.percent >= 97)
    }

    private static func names(_ one: BounceCorpus.Expected) -> [String] {
        ([one.address] + (one.also ?? [])).map { $0.lowercased() }
    }

    private static func isExact(
        _ expected: [BounceCorpus.Expected],
        _ firm: [BounceCorpus.Expected],
        _ found: [RecipientVerdict]
    ) -> Bool {
        let known = Set(expected.flatMap(names))
        let got = Set(found.map { $0.address.lowercased() })
        return got.isSubset(of: known) && firm.allSatisfy { !got.isDisjoint(with: names($0)) }
    }
}
