/// The address of a link as it is written into a text.
struct LinkTarget {
    /// Template tags put back.
    let bytes: [UInt8]

    /// Nil when the link leads nowhere outside of the mail.
    init?(_ node: HTMLNode, _ document: HTMLDocument) {
        guard let value = node.value("href")?[...].trimmed, !value.isEmpty, value.first != ASCII.hash else {
            return nil
        }
        let start = value.prefix(11).lowercasedASCII
        guard !start.starts(with: "javascript:".utf8), !start.starts(with: "data:".utf8) else { return nil }
        // A line end inside of an address is no part of it (URL Standard, basic URL parser).
        bytes = document.tags.restored(value).filter { $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn }
    }

    /// Whether a link's text is its own address, but for scheme and last slash.
    func isSaid(by text: [UInt8]) -> Bool {
        guard !text.isEmpty else { return false }
        return Self.bare(text) == Self.bare(bytes)
    }

    private static func bare(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        for scheme in ["https://", "http://", "mailto:", "tel:"] where rest.starts(with: scheme.utf8) {
            rest = rest.dropFirst(scheme.utf8.count)
            break
        }
        if rest.last == ASCII.slash { rest = rest.dropLast() }
        return Array(rest)
    }

    /// The text inside of a link, without white space at its ends; empty when there is more to it than text.
    static func text(in link: Int, _ document: HTMLDocument) -> [UInt8] {
        var text: [UInt8] = []
        var waiting = [link]
        while let number = waiting.popLast() {
            let node = document.nodes[number]
            switch node.kind {
            case .text: text += document.tags.restored(node.text)
            case .comment:
                if let tag = document.templateTag(node) {
                    guard tag.kind == .value else { return [] }
                    text += tag.bytes
                }
            case .element where node.name == "img" || node.isUnseen || (node.isBlock && number != link): return []
            case .element, .document: waiting += node.children.reversed()
            }
        }
        return Array(text[...].trimmed)
    }
}
