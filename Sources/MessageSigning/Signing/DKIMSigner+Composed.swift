package import MIMECoding

extension DKIMSigner {
    /// The room for the signatures of any one domain.
    static func headroom(_ identities: [DKIMIdentity], _ policy: Policy) -> Int {
        let names = policy.fields.entries.reduce(0) { $0 + ($1.small.count + 1) * ($1.isSealed ? 2 : 1) }
        let domains = Dictionary(grouping: identities, by: \.domain)
        return domains.values.map { $0.reduce(0) { $0 + Self.room(for: $1, names: names) } }.max() ?? 0
    }

    /// Tags that are the same everywhere, numbers, `bh=` and folds; the names; the signature as base64.
    private static func room(for identity: DKIMIdentity, names: Int) -> Int {
        let signature = identity.key.algorithm == .rsaSHA256 ? identity.key.bits / 8 : 64
        let tags = identity.domain.utf8.count + identity.selector.utf8.count + (identity.agent?.utf8.count ?? 0) * 3
        let bytes = 250 + tags + names + (signature + 2) / 3 * 4
        return bytes + bytes / 16
    }

    /// Signs a composed message where it lies.
    ///
    /// The fields that this appends to `output` then go into the message's headroom (`ComposedMessage.prepend`); it was
    /// composed with ``headroom`` for that.
    ///
    /// - Parameters:
    ///   - message: the message.
    ///   - buffer: what it was composed into.
    ///   - time: seconds since 1970.
    ///   - output: gets the DKIM-Signature fields appended, each with its CRLF.
    /// - Returns: how many signatures were made, or why none.
    /// - Throws: `DKIMKey.SigningFailure`; `output` is as it was then.
    package mutating func sign(
        _ message: ComposedMessage,
        in buffer: borrowing MessageBuffer,
        at time: Int,
        into output: inout [UInt8]
    ) throws(DKIMKey.SigningFailure) -> Outcome {
        try buffer.withSpan(message.own) { own throws(DKIMKey.SigningFailure) in
            // Places in the buffer, counted from the message's first byte.
            let start = message.own.lowerBound
            let bodyStart = message.bodyStart
            return try sign(header: own.extracting(first: bodyStart - start), at: time, into: &output) { feed in
                message.forEachSegment { segment in
                    switch segment {
                    case .own(let range):
                        let lower = max(range.lowerBound, bodyStart)
                        guard lower < range.upperBound else { return }
                        feed.add(own.extracting(lower - start..<range.upperBound - start))
                    case .shared(let bytes): feed.add(bytes.span)
                    }
                }
            }
        }
    }
}
