internal import BounceAnalysis
internal import MailModel
internal import Workspace

/// What a mailbox takes from people who write on purpose, and what is done with it.
struct InboxRules: Sendable {
    /// A job whose recipients confirm.
    struct Expectation: Sendable {
        /// The job.
        var job: String
        /// Its address with a place for the token; nil when the subject has a code instead.
        var pattern: BounceAnalysis.ReversePathPattern?
        /// Its address without a token, canonical.
        var plain: String?
        /// The column with the code.
        var codeColumn: String?
    }

    /// Addresses for signing up, canonical.
    let signUp: Set<String>
    /// The server whose word on senders counts.
    let trustedHost: String?
    /// Whether a sign-up whose sender was not authenticated is held back.
    let requiresTrust: Bool
    /// What jobs expect.
    private(set) var expectations: [Expectation] = []
    /// Addresses that are ours: mail from them is our own coming back.
    private(set) var own: Set<String> = []

    /// The rules of a mailbox; a job with faults expects nothing, and keeps no mail from being collected.
    init(_ site: JobSite, mailbox: String) {
        let definition = site.settings.mailboxes.first { $0.name == mailbox }?.inbox
        signUp = Set(definition?.signUp ?? [])
        trustedHost = definition?.trustedHost
        requiresTrust = definition?.requiresTrust ?? false
        own = signUp
        for name in site.workspace.jobNames {
            guard let job = try? site.workspace.job(named: name) else { continue }
            own.insert(job.from.address.canonicalForm)
            guard let expect = job.expect else { continue }
            var expectation = Expectation(job: name, codeColumn: expect.codeColumn)
            if expect.hasToken {
                expectation.pattern = try? BounceAnalysis.ReversePathPattern(expect.address)
            } else {
                expectation.plain = (try? MailAddress(parsing: expect.address))?.canonicalForm
                if let plain = expectation.plain { own.insert(plain) }
            }
            expectations.append(expectation)
        }
    }

    /// Addresses with a token at which recipients confirm.
    var patterns: [BounceAnalysis.ReversePathPattern] { expectations.compactMap(\.pattern) }

    /// What a message came for, by the addresses that it was delivered to.
    func purpose(of verdict: Verdict) -> Purpose? {
        for place in verdict.references.deliveredTo where place.field != "return-path" {
            let address = (try? MailAddress(parsing: place.address))?.canonicalForm
            for expectation in expectations {
                if expectation.pattern?.fits(place.address) == true { return .answer(expectation, place.address) }
                if let address, expectation.plain == address { return .answer(expectation, place.address) }
            }
            if let address, signUp.contains(address) { return .signUp(place.address) }
        }
        return nil
    }

    /// What a message came for.
    enum Purpose: Sendable {
        /// It answers a job's mail.
        case answer(Expectation, String)
        /// Somebody registers.
        case signUp(String)
    }
}
