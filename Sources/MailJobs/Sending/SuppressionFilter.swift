internal import Ledger
internal import MailModel
internal import Synchronization

/// The suppression list in memory, checked when a recipient is about to be sent to.
final class SuppressionFilter: Sendable {
    private let list: Mutex<SuppressionSet>

    init(_ set: SuppressionSet) { list = Mutex(set) }

    /// The change of the list that is known.
    var version: Int { list.withLock { $0.version } }

    /// Takes a newer state of the list.
    func update(_ newer: SuppressionSet) { list.withLock { $0 = newer } }

    /// Takes those who are suppressed out of the copies of the message that was composed last.
    func holdBackCopies(_ drafts: inout [MessageFactory.Draft]) {
        guard let last = drafts.indices.last, !drafts[last].envelope.furtherRecipients.isEmpty else { return }
        list.withLock { list in
            drafts[last].envelope.furtherRecipients.removeAll { copy in
                guard let address = try? MailAddress(parsing: copy.path) else { return true }
                return list.reason(address: address.canonicalForm, domain: address.asciiDomain.lowercased()) != nil
            }
        }
    }

    /// Why a row's recipient is held back; nil when it is not.
    func reason(for place: Int, of block: SealedBlock, factory: borrowing MessageFactory) -> String? {
        list.withLock { list in
            guard !list.addresses.isEmpty || !list.domains.isEmpty else { return nil }
            guard let address = factory.address(of: place, in: block) else { return nil }
            return list.reason(address: address.canonicalForm, domain: address.asciiDomain.lowercased())
        }
    }
}
