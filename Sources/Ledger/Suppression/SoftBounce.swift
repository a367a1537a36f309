package import MailModel

/// One soft bounce of an address, as it is counted.
package struct SoftBounce: Sendable, Hashable {
    /// The address in canonical form, or its hash.
    package var address: SuppressionKey
    /// The collected message that says so.
    package var message: Int64
    /// When it was collected.
    package var at: Timestamp
    /// The run that the bounce is about.
    package var run: UInt32
    /// The recipient of that run.
    package var seq: UInt32
    /// The enhanced status code, when there is one.
    package var status: String?

    package init(
        address: SuppressionKey,
        message: Int64,
        at: Timestamp,
        run: UInt32,
        seq: UInt32,
        status: String?
    ) {
        self.address = address
        self.message = message
        self.at = at
        self.run = run
        self.seq = seq
        self.status = status
    }
}

/// A soft bounce that has not been counted yet: the ledger has no addresses, so the caller finds whose it is.
package struct UncountedBounce: Sendable, Hashable {
    /// The collected message.
    package var message: Int64
    /// When it was collected.
    package var at: Timestamp
    /// The run that it is about.
    package var run: UInt32
    /// The recipient of that run.
    package var seq: UInt32
    /// The enhanced status code, when there is one.
    package var status: String?
}
