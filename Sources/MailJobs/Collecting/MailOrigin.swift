internal import BounceAnalysis

/// What a collected message proves about the message of ours that it is about.
enum MailOrigin: Sendable, Equatable {
    /// It carries a token that was made with our secret, in an address that it came to.
    case token(VERPToken)
    /// It names, returns or answers a Message-ID that was made with our secret.
    case messageID(VERPToken)
    /// It came to an address of ours whose token we did not make.
    case forged
    /// It returns a message that is not ours.
    case foreign
    /// It says nothing of the kind.
    case unknown
}

/// Looks for tokens in what the analysis has found.
struct TokenFinder: Sendable {
    private let patterns: [BounceAnalysis.ReversePathPattern]
    private var maker: VERPToken.Maker

    /// A finder.
    ///
    /// - Parameters:
    ///   - patterns: addresses of ours with a place for the token.
    ///   - secret: the workspace's secret.
    init(patterns: [BounceAnalysis.ReversePathPattern], secret: [UInt8]) {
        self.patterns = patterns
        maker = VERPToken.Maker(secret: secret)
    }

    /// Where a message comes from, by the facts that cannot be made up; the most trusted decides.
    mutating func origin(of verdict: Verdict) -> MailOrigin {
        let references = verdict.references
        for clue in verdict.clues(patterns: patterns, maker: &maker) {
            if case .token(let token) = clue.fact { return .token(token) }
        }
        // The settings may have changed since the message was sent; what the secret made is ours all the same.
        for place in references.deliveredTo {
            if let token = token(in: place.address) { return .token(token) }
        }
        let identifiers = [references.envelopeID, references.returnedMessageID, references.returnedSender]
        for text in identifiers.compactMap(\.self) + references.repliesTo {
            if let token = token(in: text) { return .messageID(token) }
        }
        if references.deliveredTo.contains(where: { place in patterns.contains { $0.fits(place.address) } }) {
            return .forged
        }
        return references.returnedMessageID == nil ? .unknown : .foreign
    }

    /// The token before the `@`, as a word of its own.
    private mutating func token(in text: String) -> VERPToken? {
        let local = text.utf8.prefix { $0 != UInt8(ascii: "@") }
        for word in local.split(whereSeparator: { !Self.isWord($0) }).prefix(8) {
            if let token = maker.parse(word) { return token }
        }
        return nil
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}
