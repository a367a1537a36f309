/// Which header fields a signature covers.
///
/// A field is signed as often as it occurs. A sealed one is named once more than that: nobody can add another without
/// breaking the signature, even when the message had none (RFC 6376 §8.15).
package struct SignedFieldList: Sendable, Hashable {
    /// Why a list is refused.
    package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// Not a field name.
        case noName(String)
        /// A field that changes on the way, or is removed: a signature over it would break.
        case unstable(String)
        /// From is missing: such a signature is void.
        case noFrom

        package var description: String {
            switch self {
            case .noName(let text): "\(text) is no name of a header field"
            case .unstable(let name): "\(name) cannot be signed: relays add, change or remove it"
            case .noFrom: "From has to be signed: without it a signature is void"
            }
        }
    }

    /// A field to sign.
    struct Entry: Sendable, Hashable {
        /// The name as it is written in `h=`.
        let spelling: [UInt8]
        /// The name in small letters.
        let small: [UInt8]
        let isSealed: Bool
    }

    let entries: [Entry]

    /// A list.
    ///
    /// - Parameters:
    ///   - names: what is signed where it occurs, in this order.
    ///   - sealed: what is signed and sealed; may repeat some of `names`, new names come behind them.
    /// - Throws: `Fault`.
    package init(_ names: [String], sealed: [String]) throws(Fault) {
        var seen = Set<String>()
        let closed = Set(sealed.map { $0.lowercased() })
        var entries: [Entry] = []
        for name in names + sealed {
            let small = name.lowercased()
            guard !name.isEmpty, name.utf8.allSatisfy({ ASCIIByte.isFieldText($0) && $0 != UInt8(ascii: ";") }) else {
                throw .noName(name)
            }
            guard !Self.unstable.contains(small) else { throw .unstable(name) }
            guard seen.insert(small).inserted else { continue }
            let isSealed = closed.contains(small)
            entries.append(Entry(spelling: [UInt8](name.utf8), small: [UInt8](small.utf8), isSealed: isSealed))
        }
        guard seen.contains("from") else { throw .noFrom }
        self.entries = entries
    }

    private init(fixed names: [String], sealed: Set<String>) {
        entries = names.map { name in
            let small = name.lowercased()
            return Entry(spelling: [UInt8](name.utf8), small: [UInt8](small.utf8), isSealed: sealed.contains(name))
        }
    }

    /// What RFC 6376 §5.4.1 recommends, and what mail to many carries; RFC 8058 §4 asks for the unsubscribe fields.
    package static let standard = SignedFieldList(
        fixed: [
            "From", "Sender", "Reply-To", "Subject", "Date", "Message-ID", "To", "Cc", "MIME-Version", "Content-Type",
            "Content-Transfer-Encoding", "Content-ID", "Content-Description", "Resent-Date", "Resent-From",
            "Resent-Sender", "Resent-To", "Resent-Cc", "Resent-Message-ID", "In-Reply-To", "References", "List-Id",
            "List-Help", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Subscribe", "List-Post", "List-Owner",
            "List-Archive", "Feedback-ID", "Auto-Submitted", "Precedence",
        ],
        sealed: [
            "From", "Reply-To", "Subject", "Date", "To", "Cc", "Content-Type", "List-Id", "List-Unsubscribe",
            "List-Unsubscribe-Post",
        ]
    )

    /// "Signers SHOULD NOT sign" (RFC 6376 §5.4): trace fields, what delivery removes, and signatures.
    private static let unstable: Set<String> = [
        "return-path", "received", "bcc", "resent-bcc", "comments", "keywords", "dkim-signature",
        "authentication-results", "arc-seal", "arc-message-signature", "arc-authentication-results",
    ]
}
