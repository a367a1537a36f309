package import MailModel

/// One collected message and what it says, as it is committed.
package struct CollectedRecord: Sendable, Hashable {
    /// The mailbox it was fetched from, by its name in the settings.
    package var mailbox: String
    /// Its unique id there; where the server has none, a hash of the message.
    package var uid: String
    /// Its size in octets, as the server said.
    package var size: Int
    /// A hash of its header: servers use unique ids again.
    package var headerHash: [UInt8]
    /// The file that holds it, relative to the state folder; synced already.
    package var file: String
    /// When it was fetched.
    package var at: Timestamp
    /// What kind of message it is, in the words of the classifier.
    package var kind: String
    /// The rule that decided the kind.
    package var rule: String
    /// How sure the kind is: 0 low, 1 medium, 2 high.
    package var confidence: Int
    /// The whole verdict as one line of JSON.
    package var verdict: String
    /// What it says about whom; a message about nobody has one without an address, so that it is listed as unmatched.
    package var recipients: [RecordedVerdict]
    /// What it adds to the inbox; nil for mail that nobody wrote on purpose.
    package var inbox: InboxRecord?
    /// The file of a message of this mailbox that this one takes the place of: its header alone, fetched before.
    package var replaces: String?

    package init(
        mailbox: String,
        uid: String,
        size: Int,
        headerHash: [UInt8],
        file: String,
        at: Timestamp,
        kind: String,
        rule: String,
        confidence: Int,
        verdict: String,
        recipients: [RecordedVerdict]
    ) {
        self.mailbox = mailbox
        self.uid = uid
        self.size = size
        self.headerHash = headerHash
        self.file = file
        self.at = at
        self.kind = kind
        self.rule = rule
        self.confidence = confidence
        self.verdict = verdict
        self.recipients = recipients
    }
}

/// What a verdict changes in the report; a higher number outranks a lower one, and they never change.
package enum VerdictEffect: Int, Sendable, Hashable {
    /// Nothing: a delay, a vacation notice, a match that is too weak.
    case none = 0
    /// The message came back.
    case bounced = 1
    /// The recipient complained.
    case complained = 2
}

/// What a collected message says about one recipient.
package struct RecordedVerdict: Sendable, Hashable {
    /// The run it is about; nil when it could not be tied to one.
    package var run: UInt32?
    /// The recipient of that run.
    package var seq: UInt32?
    /// What it changes in the report.
    package var effect: VerdictEffect
    /// The address, as the message names it.
    package var address: String?
    /// `hard`, `soft`, `block` or `delivered`.
    package var deliveryClass: String?
    /// The enhanced status code, such as "5.1.1".
    package var status: String?
    /// The reply code.
    package var reply: Int?
    /// Why, in the classifier's words.
    package var reason: String?
    /// The words of the refusal.
    package var text: String?
    /// How it was tied to the recipient: `token`, `message-id`, `original-recipient`, `address`; nil when it was not.
    package var matchedBy: String?
    /// How sure that tie is: 0 low, 1 medium, 2 high.
    package var confidence: Int

    package init(
        run: UInt32?,
        seq: UInt32?,
        effect: VerdictEffect,
        address: String?,
        deliveryClass: String? = nil,
        status: String? = nil,
        reply: Int? = nil,
        reason: String? = nil,
        text: String? = nil,
        matchedBy: String? = nil,
        confidence: Int = 0
    ) {
        self.run = run
        self.seq = seq
        self.effect = effect
        self.address = address
        self.deliveryClass = deliveryClass
        self.status = status
        self.reply = reply
        self.reason = reason
        self.text = text
        self.matchedBy = matchedBy
        self.confidence = confidence
    }
}

/// A collected message that the ledger has already, as a journal shows it.
package struct KnownMessage: Sendable, Hashable {
    /// Its unique id.
    package var uid: String
    /// Its size in octets.
    package var size: Int
    /// The hash of its header.
    package var headerHash: [UInt8]
    /// The file that holds it, relative to the state folder.
    package var file: String
}

/// A verdict as it is listed, with the message it comes from.
package struct ListedVerdict: Sendable, Hashable {
    /// The message's number in the ledger.
    package var message: Int64
    /// The mailbox that it came from.
    package var mailbox: String
    /// The file that holds it, relative to the state folder.
    package var file: String
    /// When it was fetched.
    package var at: Timestamp
    /// What kind of message it is.
    package var kind: String
    /// The rule that decided the kind.
    package var rule: String
    /// Why it could not be tied to anybody; nil when it was, or when an address of it was.
    package var unmatchedBecause: String?
    /// What it says.
    package var verdict: RecordedVerdict
}
