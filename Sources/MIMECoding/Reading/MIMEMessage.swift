/// A message as it came back from strangers, opened: header fields, the tree of parts, and what had to be tolerated.
///
/// Reading never fails and never throws: whatever the bytes are, there is at least one part, and `diagnostics` says what
/// was broken or left out. Opening a message finds places only; names, values, transfer encodings and charsets are
/// decoded when asked for. Time is linear in the message's length, memory in the number of parts and fields, both within
/// `MIMELimits`.
///
/// CR LF and LF end lines, stray CRs before an LF included; a bare CR ends lines in messages whose first line ends so.
///
/// ```swift
/// let message = MIMEMessage(bytes)
/// let subject = message.first(.subject).map(message.text(of:))
/// for part in message.parts where part.structure == .fieldGroups {
///     for group in message.children(of: part) { … message.first("final-recipient", in: group) … }
/// }
/// ```
package struct MIMEMessage: Sendable {
    /// The message as given, followed by the decoded form of encoded embedded messages, if there were any.
    package let bytes: [UInt8]
    /// Length of the message as given; beyond it stand decoded embedded messages.
    package let originalCount: Int
    /// All parts in preorder; never empty, the first is the message itself.
    package let parts: [MIMEPart]
    /// The header fields of all parts; each part names its range.
    package let fields: [HeaderField]
    /// What had to be tolerated, in the order in which it was met.
    package let diagnostics: [MIMEDiagnostic]
    /// The ceilings the message was read with.
    package let limits: MIMELimits

    /// Opens a message.
    ///
    /// - Parameters:
    ///   - bytes: the message as it came, line ends and all; an mbox `From ` line may stand first.
    ///   - limits: the ceilings.
    package init(_ bytes: consuming [UInt8], limits: MIMELimits = MIMELimits()) {
        let count = bytes.count
        var parser = StructureParser(bytes, limits: limits)
        parser.run()
        self.bytes = parser.bytes
        originalCount = count
        parts = parser.parts
        fields = parser.fields
        diagnostics = parser.diagnostics
        self.limits = limits
    }

    /// The message itself.
    package var root: MIMEPart { parts[0] }

    /// The direct children of a part, in order.
    package func children(of part: MIMEPart) -> [MIMEPart] {
        var children: [MIMEPart] = []
        children.reserveCapacity(part.childCount)
        var index = part.index + 1
        while index < part.subtreeEnd {
            children.append(parts[index])
            index = parts[index].subtreeEnd
        }
        return children
    }

    /// Where a part stands: `` for the message itself, `1.2` for the second child of the first child.
    package func path(of part: MIMEPart) -> String {
        var numbers: [String] = []
        var current = part
        while let parent = current.parent {
            numbers.append(String(current.ordinal))
            current = parts[parent]
        }
        return numbers.reversed().joined(separator: ".")
    }
}
