internal import BounceAnalysis

/// The recipient of a run whom a collected message is about, and how that was found out.
struct RecipientMatch: Sendable, Equatable {
    /// By what a message was tied to a recipient; the words are those that the ledger keeps.
    enum Means: String, Sendable {
        /// A token in an address that the message came to.
        case token = "token"
        /// A Message-ID of ours.
        case messageID = "message-id"
        /// The address that the sender used, as a report tells it.
        case originalRecipient = "original-recipient"
        /// The address that a report is about.
        case address = "address"
        /// The code of a row, in the subject.
        case code = "code"
        /// The address of who wrote the message.
        case sender = "sender"
    }

    /// The run's number.
    var run: UInt32
    /// The run's name.
    var runName: String
    /// The recipient.
    var seq: UInt32
    /// The recipient's address in canonical form; nil when the run's folder is gone.
    var address: String?
    /// By what.
    var means: Means
    /// Those who got copies of the recipient's message, in canonical form: what failed for them failed for nobody here.
    var copies: Set<String> = []

    /// Whether nobody without our secret, or the message itself, can have made it up.
    var isProven: Bool {
        switch means {
        case .token, .messageID: true
        case .originalRecipient, .address, .code, .sender: false
        }
    }

    /// How sure the tie is.
    var confidence: Verdict.Confidence {
        switch means {
        case .token: .high
        case .messageID, .originalRecipient, .code: .medium
        case .address, .sender: .low
        }
    }
}

/// What was found out about the recipients of a message.
enum MailTie: Sendable, Equatable {
    /// The whole message is about one recipient.
    case recipient(RecipientMatch)
    /// Each address that the message names stands for itself.
    ///
    /// - Parameters:
    ///   - matches: the recipients by canonical address.
    ///   - isForeign: whether the returned message is not ours, so that the address says little.
    case addresses([String: RecipientMatch], isForeign: Bool)
    /// Nobody: the words say why.
    case nobody(because: String)
}
