internal import Ledger
internal import MailModel
internal import Synchronization

/// The suppression list in memory, checked when a recipient is about to be sent to.
///
/// What it holds back is looked up in the ledger, so that the reason is the list's and an entry that was taken off counts
/// no more. What another process adds holds within ``freshness``, whatever was claimed ahead.
final class SuppressionFilter: Sendable {
    /// The list as it is known, and when it was asked for last.
    private struct State {
        var set: SuppressionSet
        var askedAt: ContinuousClock.Instant
    }

    private let ledger: RunLedger
    private let hash: AddressHash
    private let state: Mutex<State>

    /// How old the list may be when a message is made.
    private static let freshness = Duration.milliseconds(250)

    /// - Parameters:
    ///   - ledger: where the list is.
    ///   - secret: the workspace's secret, which hashes are made with.
    /// - Throws: ``LedgerFailure``.
    init(_ ledger: RunLedger, secret: [UInt8]) throws(LedgerFailure) {
        self.ledger = ledger
        hash = AddressHash(secret: secret)
        state = Mutex(State(set: try ledger.suppressionSet(now: .now), askedAt: .now))
    }

    /// Takes in what was added since the list was asked for last; blocks.
    func takeChanges() throws(LedgerFailure) {
        let known = state.withLock { $0.set.version }
        let changes = try ledger.suppressions(changedSince: known, now: .now)
        state.withLock { state in
            state.askedAt = .now
            for key in changes.keys { state.set.insert(key) }
            state.set.version = max(state.set.version, changes.version)
        }
    }

    /// Takes in what was added, when that was not asked for just now.
    func refresh() async throws(LedgerFailure) {
        let isDue = state.withLock { state in
            guard state.askedAt + Self.freshness < .now else { return false }
            state.askedAt = .now
            return true
        }
        guard isDue else { return }
        try await ledger.offPool { _ throws(LedgerFailure) in try self.takeChanges() }
    }

    /// The list as it is known now, to check a batch against.
    var check: Check { Check(set: state.withLock { $0.set }, hash: hash, ledger: ledger) }

    /// One state of the list.
    struct Check {
        fileprivate let set: SuppressionSet
        fileprivate let hash: AddressHash
        fileprivate let ledger: RunLedger

        /// Why a row's recipient is held back; nil when it is not.
        ///
        /// - Throws: ``LedgerFailure`` when the list cannot be asked: then nobody is to be sent to.
        func reason(
            for place: Int,
            of block: SealedBlock,
            factory: borrowing MessageFactory
        ) throws(LedgerFailure) -> String? {
            guard !set.isEmpty, let address = factory.address(of: place, in: block) else { return nil }
            return try reason(of: address)
        }

        /// Takes those who are suppressed out of the copies of the message that was composed last.
        ///
        /// - Throws: ``LedgerFailure``, as above.
        func holdBackCopies(_ drafts: inout [MessageFactory.Draft]) throws(LedgerFailure) {
            guard !set.isEmpty, let last = drafts.indices.last, !drafts[last].envelope.furtherRecipients.isEmpty
            else { return }
            var allowed = drafts[last].envelope.furtherRecipients
            allowed.removeAll()
            for copy in drafts[last].envelope.furtherRecipients {
                guard let address = try? MailAddress(parsing: copy.path) else { continue }
                if try reason(of: address) == nil { allowed.append(copy) }
            }
            drafts[last].envelope.furtherRecipients = allowed
        }

        /// Why an address is held back; nil when it is not.
        func reason(of address: MailAddress) throws(LedgerFailure) -> String? {
            let canonical = address.canonicalForm
            let domain = address.asciiDomain.lowercased()
            guard mayHold(canonical, domain) else { return nil }
            return try ledger.suppression(among: hash.keys(holding: canonical, domain: domain), now: .now)?.reason
        }

        private func mayHold(_ address: String, _ domain: String) -> Bool {
            if set.mayHold(address: address, domain: domain) { return true }
            if set.hasKeyedHashes, set.mayHold(keyedHash: hash.keyedStart(address)) { return true }
            return set.hasPlainHashes && set.mayHold(plainHash: AddressHash.plainStart(address))
        }
    }
}
