/// A recipient of a transaction: places in ``ServerTransaction/storage``, and what the client asked for.
package struct ServerRecipient: Sendable {
    /// Which reports are wanted (RFC 3461 §4.1).
    package struct Notify: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let success = Notify(rawValue: 1)
        package static let failure = Notify(rawValue: 2)
        package static let delay = Notify(rawValue: 4)
    }

    /// Where the forward-path stands, without its angle brackets and source route.
    package var path: Range<Int>
    /// Where the value of ORCPT stands, type and all, still as xtext; nil when it was not given.
    package var originalRecipient: Range<Int>?
    /// The reports that are wanted; failures and delays unless the client says otherwise, nothing with NOTIFY=NEVER.
    package var notify: Notify = [.failure, .delay]
    /// What the driver noted when it accepted the recipient.
    package var tag: UInt8 = 0
}

/// What a client has said of one message: from whom, to whom, and how.
///
/// Addresses are places in one array that is used again for the next message.
package struct ServerTransaction: Sendable {
    /// Whether MAIL was accepted.
    package private(set) var isOpen = false
    /// The bytes that the places refer to.
    package private(set) var storage: [UInt8] = []
    /// Where the reverse-path stands; empty for the null reverse-path.
    package private(set) var reversePath = 0..<0
    /// Where the value of ENVID stands, still as xtext; nil when it was not given.
    package private(set) var envelopeID: Range<Int>?
    /// Whether MAIL asked for SMTPUTF8 (RFC 6531 §3.4).
    package private(set) var isUTF8 = false
    /// The recipients that were accepted.
    package private(set) var recipients: [ServerRecipient] = []
    /// The recipient that is to be decided on; valid after ``ServerEvent/recipient``.
    package private(set) var candidate = ServerRecipient(path: 0..<0)
    /// How much of the message is kept.
    private(set) var keeping = ContentKeeping.nothing
    /// Whether the message has begun with BDAT.
    var isChunked = false

    /// The bytes of a place.
    package func bytes(_ place: Range<Int>) -> ArraySlice<UInt8> { storage[place] }

    /// Whether reports about this message are unwanted.
    package var hasNullReversePath: Bool { reversePath.isEmpty }

    /// Forgets everything but the room.
    mutating func reset() {
        isOpen = false
        storage.removeAll(keepingCapacity: true)
        recipients.removeAll(keepingCapacity: true)
        reversePath = 0..<0
        envelopeID = nil
        isUTF8 = false
        isChunked = false
        keeping = .nothing
    }

    mutating func open(_ line: Span<UInt8>, path: Range<Int>, _ parameters: ServerMailParameters) {
        isOpen = true
        reversePath = store(line.extracting(path))
        envelopeID = parameters.envelopeID.map { store(line.extracting($0)) }
        isUTF8 = parameters.isUTF8
    }

    mutating func propose(_ line: Span<UInt8>, path: Range<Int>, _ parameters: ServerRecipientParameters) {
        candidate = ServerRecipient(path: store(line.extracting(path)))
        candidate.originalRecipient = parameters.originalRecipient.map { store(line.extracting($0)) }
        if let notify = parameters.notify { candidate.notify = notify }
    }

    mutating func acceptCandidate(_ keeping: ContentKeeping, tag: UInt8) {
        candidate.tag = tag
        recipients.append(candidate)
        if keeping.ceiling > self.keeping.ceiling { self.keeping = keeping }
    }

    /// Gives the candidate's room back, so that refused recipients cost nothing however many there are.
    mutating func refuseCandidate() {
        storage.removeSubrange(candidate.path.lowerBound...)
        candidate = ServerRecipient(path: 0..<0)
    }

    private mutating func store(_ bytes: Span<UInt8>) -> Range<Int> {
        let start = storage.count
        ServerScan.append(bytes, to: &storage)
        return start..<storage.count
    }
}
