internal import CGumbo

/// The only place that calls gumbo: bytes in, nodes out, no pointer leaves this file.
enum GumboParser {
    /// The nodes of `source`, which a ``SourceScanner`` has found to be small enough.
    ///
    /// - Throws: ``HTMLRefusal`` when there is no memory.
    static func nodes(of source: [UInt8]) throws(HTMLRefusal) -> [HTMLNode] {
        let nodes: [HTMLNode]? = unsafe source.withUnsafeBufferPointer { buffer in
            // gumbo wants an address even when there is nothing to read.
            guard let base = buffer.baseAddress, buffer.count > 0 else { return [HTMLNode(.document)] }
            return unsafe parse(base, buffer.count)
        }
        guard let nodes else { throw HTMLRefusal(.parserFailed) }
        return nodes
    }

    private static func parse(_ base: UnsafePointer<UInt8>, _ count: Int) -> [HTMLNode]? {
        var options = unsafe kGumboDefaultOptions
        unsafe options.max_errors = 0
        return unsafe base.withMemoryRebound(to: CChar.self, capacity: count) { text -> [HTMLNode]? in
            guard let output = unsafe gumbo_parse_with_options(&options, text, count) else { return nil }
            defer { unsafe gumbo_destroy_output(&options, output) }
            guard let document = unsafe output.pointee.document else { return nil }
            let reader = unsafe TreeReader(base: UnsafeRawPointer(base), count: count)
            return unsafe reader.read(document)
        }
    }

    /// Copies gumbo's tree.
    @safe private struct TreeReader {
        let base: UnsafeRawPointer
        let count: Int

        init(base: UnsafeRawPointer, count: Int) {
            unsafe self.base = base
            self.count = count
        }

        /// Depth first, without recursion: elements may be nested deeper than the stack of a small thread allows.
        func read(_ document: UnsafeMutablePointer<GumboNode>) -> [HTMLNode] {
            var nodes: [HTMLNode] = []
            var waiting: [(node: UnsafeMutablePointer<GumboNode>, parent: Int?)] = unsafe [(document, nil)]
            while let next = unsafe waiting.popLast() {
                guard var node = unsafe value(of: next.node) else { continue }
                node.parent = unsafe next.parent
                let number = nodes.count
                if let parent = node.parent { nodes[parent].children.append(number) }
                nodes.append(node)
                guard let children = unsafe children(of: next.node) else { continue }
                for index in (0..<Int(unsafe children.length)).reversed() {
                    guard let child = unsafe children.data[index] else { continue }
                    unsafe waiting.append((child.assumingMemoryBound(to: GumboNode.self), number))
                }
            }
            return nodes
        }

        private func children(of node: UnsafeMutablePointer<GumboNode>) -> GumboVector? {
            switch unsafe node.pointee.type {
            case GUMBO_NODE_DOCUMENT: unsafe node.pointee.v.document.children
            case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE: unsafe node.pointee.v.element.children
            default: nil
            }
        }

        private func value(of node: UnsafeMutablePointer<GumboNode>) -> HTMLNode? {
            switch unsafe node.pointee.type {
            case GUMBO_NODE_DOCUMENT: return HTMLNode(.document)
            case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
                let flags = unsafe node.pointee.parse_flags.rawValue
                return unsafe element(node.pointee.v.element, flags: flags)
            case GUMBO_NODE_COMMENT:
                var comment = HTMLNode(.comment)
                comment.text = unsafe bytes(node.pointee.v.text.text)
                return comment
            default:
                var text = HTMLNode(.text)
                text.text = unsafe bytes(node.pointee.v.text.text)
                return text
            }
        }

        private func element(_ element: GumboElement, flags: UInt32) -> HTMLNode {
            var node = HTMLNode(.element)
            node.isForeign = unsafe element.tag_namespace != GUMBO_NAMESPACE_HTML
            let repeated =
                GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT.rawValue
                | GUMBO_INSERTION_ADOPTION_AGENCY_CLONED.rawValue
            node.isRepeated = flags & repeated != 0
            node.startTag = unsafe range(element.original_tag)
            node.endTag = unsafe range(element.original_end_tag)
            node.name = unsafe name(of: element)
            let attributes = unsafe element.attributes
            for index in 0..<Int(unsafe attributes.length) {
                guard let pointer = unsafe attributes.data[index] else { continue }
                let attribute = unsafe pointer.assumingMemoryBound(to: GumboAttribute.self).pointee
                let name = unsafe range(attribute.original_name)
                let value = unsafe range(attribute.original_value)
                node.attributes.append(
                    HTMLAttribute(
                        name: String(decoding: unsafe bytes(attribute.name).lowercasedASCII, as: UTF8.self),
                        value: unsafe bytes(attribute.value),
                        nameRange: name,
                        // Between name and value stands at least an equals sign; gumbo gives a place even without one.
                        valueRange: value.lowerBound > name.upperBound ? value : name.upperBound..<name.upperBound
                    )
                )
            }
            return node
        }

        private func name(of element: GumboElement) -> String {
            if unsafe element.tag != GUMBO_TAG_UNKNOWN, let name = unsafe gumbo_normalized_tagname(element.tag) {
                return String(decoding: unsafe bytes(name).lowercasedASCII, as: UTF8.self)
            }
            var piece = unsafe element.original_tag
            guard unsafe !range(piece).isEmpty else { return "" }
            unsafe gumbo_tag_from_original_text(&piece)
            guard let data = unsafe piece.data else { return "" }
            let name = unsafe UnsafeRawBufferPointer(start: data, count: piece.length)
            return String(decoding: unsafe name.map { ASCII.lowercased($0) }, as: UTF8.self)
        }

        /// The place of a piece of the source; empty for what gumbo made up.
        private func range(_ piece: GumboStringPiece) -> Range<Int> {
            guard let data = unsafe piece.data, unsafe piece.length > 0 else { return 0..<0 }
            let start = unsafe UnsafeRawPointer(data) - base
            let end = unsafe start + piece.length
            guard start >= 0, end <= count else { return 0..<0 }
            return start..<end
        }

        private func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
            guard let text = unsafe text else { return [] }
            var result: [UInt8] = []
            var index = 0
            while unsafe text[index] != 0 {
                result.append(UInt8(bitPattern: unsafe text[index]))
                index += 1
            }
            return result
        }
    }
}
