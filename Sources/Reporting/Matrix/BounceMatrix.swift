/// What came back, or was refused, by recipient domain and reason.
package struct BounceMatrix: Sendable, Hashable {
    /// One cell that is not empty.
    package struct Cell: Sendable, Hashable {
        /// The recipient domain, in lower case.
        package var domain: String
        /// What became of the recipients.
        package var recipientClass: RecipientClass
        /// Why, in the classifier's words; the enhanced status or reply code where a server refused at once.
        package var reason: String
        /// How many recipients.
        package var count: Int
    }

    private struct Key: Hashable {
        var domain: String
        var recipientClass: RecipientClass
        var reason: String
    }

    private var counts: [Key: Int] = [:]

    package init() {}

    /// Counts a recipient, if mail to it came back or was refused.
    package mutating func add(_ line: RecipientLine) {
        switch line.recipientClass {
        case .bounced, .complained, .failed: break
        case .planned, .accepted, .deferred, .inDoubt, .suppressed, .rejected, .cancelled: return
        }
        let key = Key(
            domain: Self.domain(of: line.address),
            recipientClass: line.recipientClass,
            reason: line.reason ?? line.status ?? line.reply.map(String.init) ?? "no reply"
        )
        counts[key, default: 0] += 1
    }

    /// The cells, the domains with most of them first, and the largest first within a domain.
    package var cells: [Cell] {
        var totals: [String: Int] = [:]
        for (key, count) in counts { totals[key.domain, default: 0] += count }
        let cells = counts.map {
            Cell(domain: $0.domain, recipientClass: $0.recipientClass, reason: $0.reason, count: $1)
        }
        return cells.sorted { left, right in
            let (leftTotal, rightTotal) = (totals[left.domain] ?? 0, totals[right.domain] ?? 0)
            if leftTotal != rightTotal { return leftTotal > rightTotal }
            if left.domain != right.domain { return left.domain < right.domain }
            if left.count != right.count { return left.count > right.count }
            return (left.recipientClass.rawValue, left.reason) < (right.recipientClass.rawValue, right.reason)
        }
    }

    /// The domain of an address as the list has it.
    private static func domain(of address: String) -> String {
        guard let at = address.utf8.lastIndex(of: UInt8(ascii: "@")) else { return address.lowercased() }
        return String(address[address.utf8.index(after: at)...]).lowercased()
    }
}
