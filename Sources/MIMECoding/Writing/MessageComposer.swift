/// Writes messages of a layout, one after another, into a buffer that is used again and again.
///
/// What leaves is correct by construction: header values are checked on the way in, every line ends in CRLF and holds at
/// most 998 bytes, and no boundary can occur in a body. For a message without files nothing is allocated.
///
///     var composer = MessageComposer(layout)
///     buffer.removeAll()
///     let message = try composer.compose(values, into: &buffer)
package struct MessageComposer: Sendable {
    /// What the messages share.
    package let layout: MessageLayout
    var scratch = MessageBuffer(capacity: 8 * 1024)
    var lastDate: MessageDate?
    var lastDateLine: [UInt8] = []

    /// Makes a composer; each sender has its own.
    package init(_ layout: MessageLayout) {
        self.layout = layout
    }

    /// Appends a message to the buffer.
    ///
    /// - Parameters:
    ///   - values: what the message says.
    ///   - headroom: bytes to leave free in front of it, for fields that are made from the finished message
    ///     (`ComposedMessage.prepend`); none by default.
    ///   - buffer: where it goes.
    /// - Returns: where the message lies, and what a server must offer for it.
    /// - Throws: `HeaderFault`; the buffer is then as it was before.
    package mutating func compose(
        _ values: MessageValues,
        headroom: Int = 0,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) -> ComposedMessage {
        let start = buffer.count
        do throws(HeaderFault) {
            buffer.leave(headroom)
            return try write(values, headroom: headroom, into: &buffer)
        } catch {
            buffer.truncate(to: start)
            throw error
        }
    }

    /// Finds what would keep a message from being composed, and composes none.
    ///
    /// Header fields are written and thrown away; bodies can be encoded whatever they hold.
    ///
    /// - Parameters:
    ///   - values: what the message says.
    ///   - scratch: memory; its content is lost.
    /// - Throws: `HeaderFault`, the same as ``compose(_:headroom:into:)``.
    package mutating func check(_ values: MessageValues, scratch: inout MessageBuffer) throws(HeaderFault) {
        scratch.removeAll()
        try Self.checkBoundary(values.boundary.span)
        try writeHeader(values, charset: headerCharset(values), into: &scratch)
        try BodyPlan.checkPresence(values)
    }

    private mutating func write(
        _ values: MessageValues,
        headroom: Int,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) -> ComposedMessage {
        let start = buffer.count
        try Self.checkBoundary(values.boundary.span)
        let charset = headerCharset(values)
        try writeHeader(values, charset: charset, into: &buffer)
        let bodies = try BodyPlan(values, policy: layout.content.bodies)
        var tree = PartTree(bodies: bodies, layout: layout, boundary: values.boundary)
        tree.write(values, scratch: &scratch, into: &buffer)
        return ComposedMessage(
            own: start..<buffer.count,
            headroom: headroom,
            insertions: tree.insertions,
            bodyStart: tree.bodyStart,
            needsEightBitMIME: bodies.encodings.hasEightBit,
            needsSMTPUTF8: charset == .utf8,
            encodings: bodies.encodings
        )
    }

    private func headerCharset(_ values: MessageValues) -> HeaderCharset {
        let needsUTF8 =
            layout.needsSMTPUTF8 || AddressField.needsUTF8(values.to) || AddressField.needsUTF8(values.cc)
            || values.from.contains { AddressField.needsUTF8($0) }
        return needsUTF8 ? .utf8 : .ascii
    }

    private static func checkBoundary(_ token: Span<UInt8>) throws(HeaderFault) {
        guard (1...48).contains(token.count), ASCIISet.alphanumeric.containsAll(of: token) else {
            throw HeaderFault(field: "boundary", reason: .malformed(.boundaryToken))
        }
    }
}
