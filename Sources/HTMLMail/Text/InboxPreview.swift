/// What mail clients show of a message beside its subject, before it is opened.
///
/// Clients take the first text of the body, whether it is to be seen later or not. So a preheader is text at the beginning
/// that an inline style hides; without one, the first words of the message stand there.
package struct InboxPreview: Hashable, Sendable {
    /// The hidden text at the beginning; empty when there is none.
    package let preheader: String
    /// The first words that are seen when the message is open.
    package let beginning: String

    /// Most characters that any client shows.
    private static let maximumScalars = 200
    private static let unread: Set<String> = ["head", "title", "style", "script", "template", "noscript"]

    /// Reads the beginning of an HTML body.
    ///
    /// - Parameter html: a rendered document or part of one, UTF-8.
    /// - Throws: ``HTMLRefusal`` when a limit is reached.
    package init(html: [UInt8]) throws(HTMLRefusal) {
        let document = try HTMLDocument(html)
        var hidden = Words(limit: Self.maximumScalars)
        var seen = Words(limit: Self.maximumScalars)
        // Parents stand before their children, so each node's standing is known when its children come.
        var isUnread = [Bool](repeating: false, count: document.nodes.count)
        var isHidden = isUnread
        for (index, node) in document.nodes.enumerated() {
            if let parent = node.parent {
                isUnread[index] = isUnread[parent]
                isHidden[index] = isHidden[parent]
            }
            switch node.kind {
            case .element:
                isUnread[index] = isUnread[index] || Self.unread.contains(node.name)
                isHidden[index] = isHidden[index] || node.isUnseen
                if node.isBlock || node.name == "br" || node.name == "td" { seen.endWord() }
            case .text where !isUnread[index]:
                let text = String(decoding: node.text, as: UTF8.self)
                if !isHidden[index] { seen.add(text) } else if seen.text.isEmpty { hidden.add(text) }
            case .text, .comment, .document: break
            }
            if seen.isFull { break }
        }
        preheader = hidden.text
        beginning = seen.text
    }

    /// Text with its white space collapsed and without the fillers that keep clients from showing more.
    private struct Words {
        private(set) var text = ""
        private var count = 0
        private var isBetween = false
        private let limit: Int

        init(limit: Int) { self.limit = limit }

        var isFull: Bool { count >= limit }

        mutating func endWord() { isBetween = true }

        mutating func add(_ piece: String) {
            for scalar in piece.unicodeScalars where !isFull {
                if scalar.properties.isWhitespace {
                    isBetween = true
                } else if !Self.isFiller(scalar) {
                    let space = isBetween && !text.isEmpty ? " " : ""
                    isBetween = false
                    count += 1 + space.count
                    guard count <= limit else { return }
                    text += space
                    text.unicodeScalars.append(scalar)
                }
            }
        }

        private static func isFiller(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isDefaultIgnorableCodePoint && scalar != "\u{200D}" && scalar != "\u{200C}"
                && !(0xFE00...0xFE0F ~= scalar.value) || scalar.properties.generalCategory == .control
        }
    }
}
