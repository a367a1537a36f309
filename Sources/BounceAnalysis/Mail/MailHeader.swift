internal import MIMECoding

/// The header fields of a message, looked up by name.
struct MailHeader {
    private let bytes: [UInt8]
    private let fields: ArraySlice<HeaderField>
    /// A bit for each length that a field's name has.
    private let lengths: UInt64

    /// The header of a message that was opened.
    init(_ message: MIMEMessage) {
        bytes = message.bytes
        fields = message.fields(of: message.root)
        lengths = Self.lengths(fields)
    }

    /// The header at the start of `bytes`; only as much is read as a header may have.
    ///
    /// - Parameter bytes: a message, or the fields of a report.
    init(_ bytes: [UInt8]) {
        var limits = MIMELimits()
        limits.messageBytes = 64 << 10
        limits.headerFields = 512
        // The header alone is wanted: parts stay closed.
        limits.nesting = 0
        self.init(MIMEMessage(bytes, limits: limits))
    }

    /// Range of the first value of a field, folding and all; the name in lower case.
    subscript(_ name: StaticString) -> Range<Int>? {
        guard mayHold(name) else { return nil }
        for field in fields where matches(field, name) { return field.value }
        return nil
    }

    /// Ranges of all values of a field, in the order of the message.
    func all(_ name: StaticString) -> [Range<Int>] {
        guard mayHold(name) else { return [] }
        var values: [Range<Int>] = []
        for field in fields where matches(field, name) { values.append(field.value) }
        return values
    }

    /// Whether any field's name is as long as this one: most names that are asked for are in no message.
    private func mayHold(_ name: StaticString) -> Bool { lengths >> UInt64(min(name.utf8CodeUnitCount, 63)) & 1 == 1 }

    private static func lengths(_ fields: ArraySlice<HeaderField>) -> UInt64 {
        fields.reduce(0) { $0 | 1 << UInt64(min($1.name.count, 63)) }
    }

    private func matches(_ field: HeaderField, _ name: StaticString) -> Bool {
        field.name.count == name.utf8CodeUnitCount
            && ASCII.matches(bytes, at: field.name.lowerBound, name, limit: field.name.upperBound)
    }
}
