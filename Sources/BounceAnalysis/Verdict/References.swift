/// What a message says about the mail it answers: the facts from which a sent message is found again.
package struct References: Sendable, Equatable {
    /// An address where the message was delivered to or sent to, in the order of trust.
    package struct DeliveryAddress: Sendable, Equatable {
        /// The field it stood in, lower-case ("delivered-to").
        package var field: String
        /// The address.
        package var address: String
    }

    /// Addresses the collected message came to: where a VERP token is looked for.
    package var deliveredTo: [DeliveryAddress] = []
    /// Message-ID of the returned message, without the angle brackets.
    package var returnedMessageID: String?
    /// Message-IDs in In-Reply-To and References, without the angle brackets; at most 16.
    package var repliesTo: [String] = []
    /// Addresses in the To, Cc and X-Envelope-To fields of the returned message; at most 16.
    package var returnedRecipients: [String] = []
    /// Return-Path or From of the returned message.
    package var returnedSender: String?
    /// ENVID of the original transaction (RFC 3461 §4.4).
    package var envelopeID: String?
    /// The first addresses that the report's own text mentions, recipients among them; at most 16.
    package var mentioned: [String] = []
}
