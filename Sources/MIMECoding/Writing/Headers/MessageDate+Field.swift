extension MessageDate {
    /// Writes the whole field (RFC 5322 §3.6.1): `Date: Tue, 24 Nov 2026 09:00:00 +0800`.
    ///
    /// Dates are held to the years and offsets that a Date field can say, as `write(into:)` holds them.
    func writeField(into buffer: inout MessageBuffer) {
        buffer.append("Date: ")
        var value: [UInt8] = []
        value.reserveCapacity(31)
        write(into: &value)
        buffer.append(value)
        buffer.append("\r\n")
    }
}
