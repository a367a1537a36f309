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

    /// Why a row's recipient is held back; nil when it is not.
    func reason(for place: Int, of block: SealedBlock, factory: borrowing MessageFactory) -> String? {
        list.withLock { list in
            guard !list.addresses.isEmpty || !list.domains.isEmpty else { return nil }
            guard let address = factory.address(of: place, in: block) else { return nil }
            return list.reason(address: address.canonicalForm, domain: address.asciiDomain.lowercased())
        }
    }
}
