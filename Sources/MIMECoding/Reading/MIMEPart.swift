/// A node of a message's tree: the message itself, a body part, an embedded message or a group of report fields.
///
/// All ranges are places in `MIMEMessage.bytes`.
package struct MIMEPart: Sendable {
    /// What a part's body was opened as.
    package enum Structure: Sendable, Hashable {
        /// A body without parts.
        case leaf
        /// `multipart/*`, opened by its boundary.
        case multipart
        /// `message/*`: the body is one message, the only child.
        case message
        /// `message/delivery-status` and its kin: the body is groups of fields, one child each (RFC 3464 §2.1).
        case fieldGroups
        /// A composite that was left closed, for the ceilings' sake.
        case closed
    }

    /// Place in `MIMEMessage.parts`, which are in preorder.
    package let index: Int
    /// The part it belongs to; nil for the message itself.
    package let parent: Int?
    /// Levels below the message itself.
    package let depth: Int
    /// Place among the parent's children, from 1; 0 for the message itself.
    package let ordinal: Int
    /// The header fields, as places in `MIMEMessage.fields`.
    package internal(set) var fields: Range<Int> = 0..<0
    /// The header block, the empty line not included.
    package internal(set) var header: Range<Int>
    /// The body as it came, before any decoding; without the line end that belongs to the next delimiter line.
    package internal(set) var body: Range<Int>
    /// The Content-Type, or the default where there is none or it cannot be read.
    package internal(set) var contentType: ContentType
    /// The Content-Transfer-Encoding.
    package internal(set) var transferEncoding: TransferEncoding = .identity
    /// What the body was opened as.
    package internal(set) var structure: Structure = .leaf
    /// Whether the message ended inside a multipart around this part, and so perhaps inside the part.
    package internal(set) var isCutOff = false
    /// Number of direct children.
    package internal(set) var childCount = 0
    /// Index after the last part below this one: its descendants are `index + 1 ..< subtreeEnd`.
    package internal(set) var subtreeEnd: Int
    /// What stands before the first delimiter line of a multipart; empty for others.
    package internal(set) var preamble: Range<Int> = 0..<0
    /// What stands after the closing delimiter line of a multipart; empty for others.
    package internal(set) var epilogue: Range<Int> = 0..<0
}
