/// A fact that points at the sent message a collected one is about, with how far it can be trusted.
package struct Clue: Sendable, Equatable {
    /// What the fact is.
    package enum Fact: Sendable, Equatable {
        /// A VERP token whose HMAC is right.
        case token(VERPToken)
        /// The original transaction's ENVID.
        case envelopeID(String)
        /// Message-ID of the returned message.
        case returnedMessageID(String)
        /// A Message-ID that the collected message answers.
        case answeredMessageID(String)
        /// The address the sender used, as a report tells it.
        case originalRecipient(String)
        /// The address a report is about.
        case recipient(String)
        /// An address the returned message was sent to.
        case returnedRecipient(String)
        /// An address that the text mentions.
        case mentioned(String)
    }

    /// What was found.
    package var fact: Fact
    /// How far it can be trusted.
    ///
    /// `high`: cannot be forged without the secret; `medium`: names one message or a failed recipient; `low`: a hint.
    package var confidence: Verdict.Confidence

    package init(fact: Fact, confidence: Verdict.Confidence) {
        self.fact = fact
        self.confidence = confidence
    }
}

extension Verdict {
    /// All facts for finding the sent message, the most trusted first.
    ///
    /// - Parameters:
    ///   - patterns: our reverse-paths with a place for the token.
    ///   - maker: the maker with the secret.
    /// - Returns: each fact once.
    package func clues(patterns: [ReversePathPattern], maker: inout VERPToken.Maker) -> [Clue] {
        var clues: [Clue] = []
        func add(_ fact: Clue.Fact, _ confidence: Confidence) {
            if !clues.contains(where: { $0.fact == fact }) { clues.append(Clue(fact: fact, confidence: confidence)) }
        }
        for pattern in patterns {
            for found in pattern.tokens(in: references, maker: &maker) { add(.token(found.token), .high) }
        }
        if let id = references.envelopeID { add(.envelopeID(id), .medium) }
        if let id = references.returnedMessageID { add(.returnedMessageID(id), .medium) }
        for recipient in recipients.prefix(64) {
            if let original = recipient.originalRecipient { add(.originalRecipient(original), .medium) }
            add(.recipient(recipient.address), .medium)
        }
        for id in references.repliesTo { add(.answeredMessageID(id), .low) }
        for address in references.returnedRecipients { add(.returnedRecipient(address), .low) }
        for address in references.mentioned { add(.mentioned(address), .low) }
        return clues
    }
}
