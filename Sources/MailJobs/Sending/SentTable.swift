internal import MailModel
internal import Synchronization

/// What was made for the attempts that are under way: kept between composing and the outcome, for the recorder.
final class SentTable: Sendable {
    private let facts = Mutex<[AttemptID: SentFacts]>([:])

    /// Notes what was made for some attempts.
    func add(_ made: [(id: AttemptID, facts: SentFacts)]) {
        facts.withLock { table in
            for (id, facts) in made { table[id] = facts }
        }
    }

    /// What was made for an attempt.
    func facts(of id: AttemptID) -> SentFacts? { facts.withLock { $0[id] } }

    /// The same, and forgets it: the attempt is over.
    func take(_ id: AttemptID) -> SentFacts? { facts.withLock { $0.removeValue(forKey: id) } }
}
