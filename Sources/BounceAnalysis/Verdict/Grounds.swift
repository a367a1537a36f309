/// What each part of a recipient's verdict rests on: rules, and the lines of the message that they decided on.
///
/// Made only where somebody asks for it (``BounceClassifier/explains``).
package struct Grounds: Sendable, Equatable {
    /// Where the address stands.
    package var address: Evidence
    /// What says that it failed, waits or was delivered.
    package var action: Evidence
    /// Where the status code stands, or from what it was derived.
    package var status: Evidence?
    /// Where the reply code stands.
    package var reply: Evidence?
    /// The words or codes that name the reason.
    package var reason: Evidence
    /// What makes it hard, soft or a block.
    package var deliveryClass: Evidence

    /// The parts by name, in the order in which they are told.
    package var all: [(part: String, evidence: Evidence)] {
        let parts: [(String, Evidence?)] = [
            ("address", address), ("action", action), ("status", status), ("reply", reply), ("reason", reason),
            ("class", deliveryClass),
        ]
        return parts.compactMap { part, evidence in evidence.map { (part, $0) } }
    }
}
