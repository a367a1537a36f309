/// One pass over a document, see ``ClientLint``.
struct LintExamination {
    let document: HTMLDocument
    private let lines: LineIndex
    private(set) var findings: [LintFinding] = []
    private var styleBytes = 0

    init(_ document: HTMLDocument) {
        self.document = document
        lines = LineIndex(document.source)
    }

    mutating func add(
        _ rule: LintFinding.Rule,
        _ severity: LintFinding.Severity = .warning,
        at offset: Int,
        for clients: [MailClient] = MailClient.allCases,
        _ message: String,
        _ remedy: String
    ) {
        findings.append(
            LintFinding(
                rule: rule,
                severity: severity,
                place: lines.place(of: offset),
                clients: clients,
                message: message,
                remedy: remedy
            )
        )
    }

    func offset(of node: HTMLNode) -> Int { document.sourceOffset(node.startTag.lowerBound) }

    // MARK: The whole

    mutating func examineSize() {
        let count = document.source.count
        guard count > ClientLint.gmailClipBytes else { return }
        add(
            .size,
            at: ClientLint.gmailClipBytes,
            for: [.gmail],
            "the HTML has \(count / 1_024) KB, and Gmail clips it here, behind 102 KB",
            "shorten it: send less, leave unused CSS and comments out; what stands below, the unsubscribe link too, is not seen"
        )
    }

    // MARK: Elements

    mutating func examine(_ index: Int) throws(HTMLRefusal) {
        let node = document.nodes[index]
        guard node.kind == .element, !node.startTag.isEmpty, !node.isRepeated else { return }
        if node.isForeign, node.name != "svg" { return }
        examineAttributes(node)
        switch node.name {
        case "img": examineImage(node)
        case "form", "input", "select", "textarea":
            add(
                .form,
                at: offset(of: node),
                "mail clients drop <\(node.name)> or warn of it",
                "link to a page with the form"
            )
        case "script":
            add(.script, at: offset(of: node), "no mail client runs scripts", "take it out")
        case "iframe", "frame", "frameset", "object", "embed", "applet":
            add(.embedded, at: offset(of: node), "mail clients drop <\(node.name)>", "show a picture that links to it")
        case "video", "audio", "canvas", "svg":
            add(
                .media,
                at: offset(of: node),
                for: [.gmail, .outlookWindows, .outlookCom, .yahoo],
                "\(MailClient.list([.gmail, .outlookWindows, .outlookCom, .yahoo])) drop <\(node.name)>",
                node.name == "svg" ? "use a PNG" : "show a picture that links to it"
            )
        case "link": examineLink(node)
        case "style": try examineStyle(index, node)
        default: break
        }
    }

    private mutating func examineAttributes(_ node: HTMLNode) {
        for attribute in node.attributes {
            let place = document.sourceOffset(attribute.nameRange.lowerBound)
            if attribute.name == "style" {
                let block = CSSBlock(attribute.value, 0..<attribute.value.count, tags: document.tags)
                for declaration in block.declarations { examine(declaration, at: place) }
            } else if attribute.name.hasPrefix("on"), attribute.name.utf8.count > 2 {
                add(.script, at: place, "mail clients drop the attribute \(attribute.name)", "take it out")
            } else if attribute.name == "href",
                attribute.value[...].trimmed.prefix(11).equalsIgnoringCase("javascript:")
            {
                add(.script, at: place, "mail clients drop javascript: links", "link to a page")
            }
        }
    }

    /// Whether an attribute is there, be it by a section of the template.
    private func has(_ name: String, _ node: HTMLNode) -> Bool {
        node.attributes.contains {
            $0.name == name
                || ($0.name.hasSuffix(name) && document.tags.tag(in: Array($0.name.utf8), at: 0) != nil)
        }
    }

    private mutating func examineImage(_ node: HTMLNode) {
        let place = offset(of: node)
        if !has("alt", node) {
            add(
                .alt,
                at: place,
                "a picture without alt: where pictures are blocked or read aloud, nothing or the file's name is there",
                "say in alt what it shows; alt=\"\" when it only decorates"
            )
        }
        if !has("width", node) {
            add(
                .imageWidth,
                .note,
                at: place,
                for: [.outlookWindows],
                "a picture without width: Outlook for Windows ignores CSS and shows it in its own size",
                "add width=\"…\" in pixels"
            )
        }
        let source = (node.value("src") ?? [])[...].trimmed
        if source.prefix(5).equalsIgnoringCase("data:") {
            add(
                .imageSource,
                at: place,
                for: [.gmail, .outlookWindows, .outlookCom, .yahoo],
                "a picture inside of the HTML (data:): Gmail and Outlook do not show it, and it counts towards 102 KB",
                "put the file into assets/ and name it in src: it is sent as an inline attachment"
            )
        } else if source.suffix(4).equalsIgnoringCase(".svg") {
            add(
                .imageSource,
                at: place,
                for: [.gmail, .outlookWindows, .outlookCom, .yahoo],
                "an SVG: most mail clients do not show it",
                "use a PNG of twice the size"
            )
        } else if source.suffix(5).equalsIgnoringCase(".webp") || source.suffix(5).equalsIgnoringCase(".avif") {
            add(
                .imageSource,
                at: place,
                for: [.outlookWindows],
                "Outlook for Windows does not show WebP and AVIF",
                "use a PNG or JPEG"
            )
        }
    }

    private mutating func examineLink(_ node: HTMLNode) {
        guard
            node.value("rel")?.split(whereSeparator: ASCII.isSpace).contains(where: {
                $0.equalsIgnoringCase("stylesheet")
            }) == true
        else { return }
        add(
            .styleSheet,
            at: offset(of: node),
            for: [.gmail, .outlookWindows, .outlookCom, .yahoo],
            "style sheets behind <link> are not loaded",
            "put the rules into a <style>, or inline them"
        )
    }

    // MARK: CSS

    private mutating func examineStyle(_ index: Int, _ node: HTMLNode) throws(HTMLRefusal) {
        guard let range = document.rawContent(of: node) else { return }
        if let parent = node.parent, document.nodes[parent].name != "head" {
            add(
                .styleElement,
                .note,
                at: offset(of: node),
                for: [.gmail],
                "Gmail reads <style> only in <head>",
                "move it there"
            )
        }
        let before = styleBytes
        styleBytes += document.sourceRange(range).count
        if before <= ClientLint.gmailStyleBytes, styleBytes > ClientLint.gmailStyleBytes {
            add(
                .styleElement,
                at: offset(of: node),
                for: [.gmail],
                "more than 16 KB of <style>: Gmail drops what is beyond",
                "inline the rules and leave out what is not used"
            )
        }
        let sheet = try CSSSheet(document.scanned, range, tags: document.tags)
        for item in sheet.items {
            let place = document.sourceOffset(item.range.lowerBound)
            switch item.kind {
            case .rule(let rule):
                for declaration in rule.block.declarations {
                    examine(declaration, at: document.sourceOffset(declaration.range.lowerBound))
                }
                if !rule.block.nested.isEmpty { addNested(at: place) }
            case .atRule(let name): examineAtRule(name, sheet.bytes[item.range], at: place)
            case .other: break
            }
        }
    }

    private mutating func addNested(at place: Int) {
        add(
            .css,
            at: place,
            for: [.gmail, .outlookWindows, .outlookCom, .yahoo],
            "rules inside of rules are understood by few mail clients",
            "write each rule by itself"
        )
    }

    private mutating func examineAtRule(_ name: String, _ bytes: ArraySlice<UInt8>, at place: Int) {
        if name == "media", bytes.dropFirst().contains(ASCII.at) {
            add(
                .atRule,
                at: place,
                for: [.gmail],
                "an at-rule inside of @media: Gmail drops the whole <style>",
                "write it outside"
            )
        }
        guard let support = CSSSupport.atRule(name) else { return }
        add(
            .atRule,
            .note,
            at: place,
            for: support.clients,
            "\(MailClient.list(support.clients)) ignore @\(name)",
            support.remedy
        )
    }

    private mutating func examine(_ declaration: CSSDeclaration, at place: Int) {
        for entry in CSSSupport.entries(for: declaration) where !isHarmless(declaration) {
            let what = entry.value.isEmpty ? declaration.name : "\(declaration.name) with \(entry.value)"
            let written = entry.value.hasSuffix("(") ? "\(what)…)" : what
            let verb = entry.clients.count == 1 ? "ignores" : "ignore"
            add(
                .css,
                entry.severity,
                at: place,
                for: entry.clients,
                "\(MailClient.list(entry.clients)) \(verb) \(written)",
                entry.remedy
            )
        }
    }

    /// Values that say what would be without them.
    private func isHarmless(_ declaration: CSSDeclaration) -> Bool {
        ["none", "static", "initial", "unset", "inherit", "0", "1", "normal", "auto", "100%"].contains {
            declaration.value.elementsEqual($0.utf8)
        }
    }
}
