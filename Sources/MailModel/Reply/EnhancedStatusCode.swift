/// An enhanced mail system status code such as 5.1.1 (RFC 3463 §2).
package struct EnhancedStatusCode: Sendable, Hashable {
    /// 2 success, 4 persistent transient failure, 5 permanent failure.
    package let statusClass: UInt8
    /// What the failure is about: 1 address, 2 mailbox, 3 system, 4 network, 5 protocol, 6 content, 7 policy.
    package let subject: UInt16
    /// The finer code within the subject.
    package let detail: UInt16

    /// A code from its three numbers.
    ///
    /// - Parameters:
    ///   - statusClass: 2, 4 or 5.
    ///   - subject: 0 to 999.
    ///   - detail: 0 to 999.
    package init?(_ statusClass: UInt8, _ subject: UInt16, _ detail: UInt16) {
        guard statusClass == 2 || statusClass == 4 || statusClass == 5, subject <= 999, detail <= 999 else {
            return nil
        }
        self.statusClass = statusClass
        self.subject = subject
        self.detail = detail
    }

    /// A code from one number, as ``number`` gives it; nil for any other.
    package init?(number: Int) {
        guard (0..<10_000_000).contains(number) else { return nil }
        self.init(UInt8(number / 1_000_000), UInt16(number / 1_000 % 1_000), UInt16(number % 1_000))
    }

    /// The three as one number: `class × 1,000,000 + subject × 1,000 + detail`.
    package var number: Int { Int(statusClass) * 1_000_000 + Int(subject) * 1_000 + Int(detail) }

    /// Reads a code at the very start of `text`: `class "." subject "." detail`, then a space or the end.
    ///
    /// - Parameter text: the text of a reply line behind its reply code.
    /// - Returns: the code and the number of bytes that it takes, the space not among them; nil if there is none.
    package static func leading(_ text: some Collection<UInt8>) -> (code: EnhancedStatusCode, length: Int)? {
        var numbers: (UInt16, UInt16, UInt16) = (0, 0, 0)
        var field = 0
        var digits = 0
        var length = 0
        for byte in text {
            if byte == 0x2E {
                guard digits > 0, field < 2 else { return nil }
                field += 1
                digits = 0
            } else if (0x30...0x39).contains(byte) {
                digits += 1
                guard digits <= 3 else { return nil }
                let digit = UInt16(byte - 0x30)
                switch field {
                case 0: numbers.0 = numbers.0 * 10 + digit
                case 1: numbers.1 = numbers.1 * 10 + digit
                default: numbers.2 = numbers.2 * 10 + digit
                }
            } else if byte == 0x20 || byte == 0x09 {
                break
            } else {
                return nil
            }
            length += 1
        }
        guard field == 2, digits > 0, numbers.0 <= 9,
            let code = EnhancedStatusCode(UInt8(numbers.0), numbers.1, numbers.2)
        else { return nil }
        return (code, length)
    }
}

extension EnhancedStatusCode: CustomStringConvertible {
    package var description: String { "\(statusClass).\(subject).\(detail)" }
}
