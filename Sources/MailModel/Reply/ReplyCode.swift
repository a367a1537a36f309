/// The three digits that open an SMTP reply (RFC 5321 §4.2).
package struct ReplyCode: RawRepresentable, Sendable, Hashable {
    /// What the first digit says.
    package enum Severity: UInt8, Sendable {
        /// 2yz: the command was carried out.
        case positiveCompletion = 2
        /// 3yz: go on and send the rest.
        case positiveIntermediate = 3
        /// 4yz: not now; the same command may succeed later.
        case transientNegative = 4
        /// 5yz: no; the same command will fail again.
        case permanentNegative = 5
    }

    package let rawValue: UInt16

    /// A code from its number.
    ///
    /// - Parameter rawValue: 200 to 599; anything else is no reply code and gives nil.
    package init?(rawValue: UInt16) {
        guard (200...599).contains(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    /// What the first digit says.
    package var severity: Severity {
        switch rawValue / 100 {
        case 2: .positiveCompletion
        case 3: .positiveIntermediate
        case 4: .transientNegative
        default: .permanentNegative
        }
    }

    /// 421: the server is about to close the connection (RFC 5321 §3.8).
    package static var serviceClosing: ReplyCode { ReplyCode(unchecked: 421) }

    private init(unchecked rawValue: UInt16) { self.rawValue = rawValue }
}

extension ReplyCode: CustomStringConvertible {
    package var description: String { String(rawValue) }
}
