@testable import MIMECoding

/// What must hold for the tree of every message, however broken.
enum TreeCheck {
    /// What is wrong with a tree; nil when nothing is.
    static func fault(_ message: MIMEMessage, _ bytes: [UInt8]) -> String? {
        guard message.bytes.starts(with: bytes), message.originalCount == bytes.count else { return "bytes changed" }
        guard message.root.subtreeEnd == message.parts.count, message.root.depth == 0 else { return "root" }
        for part in message.parts {
            let children = message.children(of: part)
            guard children.count == part.childCount else { return "children of \(part.index)" }
            guard children.map(\.ordinal) == Array(1..<(children.count + 1)) else { return "ordinals of \(part.index)" }
            for child in children where child.parent != part.index || child.depth != part.depth + 1 {
                return "parent of \(child.index)"
            }
            guard part.header.upperBound <= part.body.lowerBound || part.body.isEmpty else { return "header in body" }
            guard part.body.upperBound <= message.bytes.count, part.fields.upperBound <= message.fields.count else {
                return "range of \(part.index)"
            }
            if part.structure == .multipart {
                for child in children
                where child.header.lowerBound < part.body.lowerBound
                    || child.body.upperBound > part.body.upperBound
                {
                    return "child \(child.index) outside its multipart"
                }
            }
            guard message.utf8(of: part).count <= 3 * part.body.count else { return "text of \(part.index) grew" }
            _ = message.fileName(of: part)
            _ = message.date(in: part)
            for field in message.fields(of: part) where message.text(of: field).utf8.count > 3 * field.value.count {
                return "field grew"
            }
        }
        return nil
    }
}
