internal import MIMECoding

/// The header fields of a message, looked up by name.
struct MailHeader {
    private let message: MIMEMessage

    /// The header of a message that was opened.
    init(_ message: MIMEMessage) { self.message = message }

    /// The header at the start of `bytes`; only as much is read as a header may have.
    ///
    /// - Parameter bytes: a message, or the fields of a report.
    init(_ bytes: [UInt8]) {
        var limits = MIMELimits()
        limits.messageBytes = 64 << 10
        limits.headerFields = 512
        // The header alone is wanted: parts stay closed.
        limits.nesting = 0
        message = MIMEMessage(bytes, limits: limits)
    }

    /// Range of the first value of a field, folding and all; the name in lower case.
    subscript(_ name: StaticString) -> Range<Int>? {
        for field in message.fields(of: message.root) where matches(field, name) { return field.value }
        return nil
    }

    /// Ranges of all values of a field, in the order of the message.
    func all(_ name: StaticString) -> [Range<Int>] {
        message.fields(of: message.root).filter { matches($0, name) }.map(\.value)
    }

    private func matches(_ field: HeaderField, _ name: StaticString) -> Bool {
        field.name.count == name.utf8CodeUnitCount
            && ASCII.matches(message.bytes, at: field.name.lowerBound, name, limit: field.name.upperBound)
    }
}
