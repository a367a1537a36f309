/// The reason that a server gives in brackets (RFC 2449 §8, RFC 3206).
package enum ResponseCode: Sendable, Hashable {
    /// `[IN-USE]`: another session has the mailbox.
    case inUse
    /// `[LOGIN-DELAY]`: the last login was too short a time ago.
    case loginDelay
    /// `[AUTH]`: the credentials were refused.
    case authentication
    /// `[SYS/TEMP]`: a fault of the server that passes.
    case systemTemporary
    /// `[SYS/PERM]`: a fault of the server that a person has to mend.
    case systemPermanent
    /// Any other, in upper case.
    case other(String)

    /// Reads the code at the very start of a reply's words; nil if there is none.
    ///
    ///     resp-code = "[" resp-level *("/" resp-level) "]"
    init?(leading words: ArraySlice<UInt8>) {
        guard words.first == 0x5B, let end = words.prefix(64).firstIndex(of: 0x5D), end > words.startIndex + 1 else {
            return nil
        }
        let name = words[(words.startIndex + 1)..<end]
        guard name.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        let upper = String(decoding: name, as: UTF8.self).uppercased()
        // A level that is not known is read as the one above it (RFC 2449 §8).
        if upper == "IN-USE" || upper.hasPrefix("IN-USE/") {
            self = .inUse
        } else if upper == "LOGIN-DELAY" || upper.hasPrefix("LOGIN-DELAY/") {
            self = .loginDelay
        } else if upper == "AUTH" || upper.hasPrefix("AUTH/") {
            self = .authentication
        } else if upper == "SYS/TEMP" || upper.hasPrefix("SYS/TEMP/") {
            self = .systemTemporary
        } else if upper == "SYS/PERM" || upper.hasPrefix("SYS/PERM/") {
            self = .systemPermanent
        } else {
            self = .other(upper)
        }
    }
}
