internal import HTMLMail

/// One page that shows messages as mail clients would, to be opened from the disk.
///
/// All is in the page: nothing is loaded, and no script runs, neither ours nor one that a message might carry. Messages
/// are in frames without any right, below a policy that lets nothing out.
package struct GalleryPage {
    /// What stands above the messages.
    package struct Heading: Sendable {
        /// The job's name.
        package var job: String
        /// How the list is named to people.
        package var list: String
        /// When the page was made, for people.
        package var made: String

        package init(job: String, list: String, made: String) {
            self.job = job
            self.list = list
            self.made = made
        }
    }

    private let heading: Heading
    private let messages: [PreviewedMessage]
    private var output: [UInt8] = []

    private static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

    /// A page of messages, in this order.
    package init(_ heading: Heading, _ messages: [PreviewedMessage]) {
        self.heading = heading
        self.messages = messages
    }

    /// The page, UTF-8.
    package func make() -> [UInt8] {
        var page = self
        page.writeHead()
        page.writeList()
        page.raw("<main>\n")
        page.writeControls()
        for (number, message) in messages.enumerated() { page.write(message, number: number) }
        page.raw("</main>\n</body>\n</html>\n")
        return page.output
    }

    /// The name of a message within the page: `#m2`.
    private static func anchor(_ number: Int) -> String { "m\(number + 1)" }

    private mutating func writeHead() {
        raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        raw("<meta http-equiv=\"Content-Security-Policy\" content=\"\(Self.policy)\">\n")
        raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
        raw(
            "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>"
        )
        text("\(heading.job): preview")
        raw("</title>\n<style>\n\(GalleryStyle.sheet)")
        raw("body:not(:has(.message:target)) .inbox a[href=\"#m1\"]")
        for number in messages.indices {
            let name = Self.anchor(number)
            raw(",body:has(#\(name):target) .inbox a[href=\"#\(name)\"]")
        }
        raw("{background:var(--card);box-shadow:var(--shadow)}\n")
        raw("</style>\n</head>\n<body>\n")
    }

    private mutating func writeList() {
        raw("<nav class=\"list\" aria-label=\"Messages\">\n<div class=\"job\"><h1>")
        text(heading.job)
        raw("</h1><p>")
        text(messages.count == 1 ? "1 message of \(heading.list)" : "\(messages.count) messages of \(heading.list)")
        raw("</p></div>\n<ul class=\"inbox\">\n")
        for (number, message) in messages.enumerated() {
            raw("<li><a href=\"#\(Self.anchor(number))\"><span class=\"who\"><span>")
            text(Self.displayName(message.value("From")))
            raw("</span>")
            tag(message)
            raw("</span><span class=\"subject\">")
            text(message.value("Subject"))
            raw("</span><span class=\"teaser\">")
            text(message.teaser)
            raw("</span></a></li>\n")
        }
        raw("</ul>\n<p class=\"foot\">")
        text(
            "Made by martlet, \(heading.made). The page loads nothing and runs nothing; links in messages do not open."
        )
        raw("</p>\n</nav>\n")
    }

    private mutating func writeControls() {
        raw("<div class=\"controls\">\n<div class=\"segments\" role=\"radiogroup\" aria-label=\"View\">")
        radio("view", "html", "Message", isChosen: true)
        radio("view", "text", "Plain text")
        radio("view", "header", "Header")
        raw("</div>\n<div class=\"segments schemes\" role=\"radiogroup\" aria-label=\"Colours\">")
        radio("scheme", "light", "Light", isChosen: true)
        radio("scheme", "dark", "Dark")
        raw("</div>\n</div>\n")
    }

    private mutating func radio(_ group: String, _ name: String, _ label: String, isChosen: Bool = false) {
        let chosen = isChosen ? " checked" : ""
        raw("<input class=\"hidden\" type=\"radio\" name=\"\(group)\" id=\"\(name)\"\(chosen)>")
        raw("<label for=\"\(name)\">\(label)</label>")
    }
}

extension GalleryPage {
    private mutating func write(_ message: PreviewedMessage, number: Int) {
        raw("<article class=\"message\" id=\"\(Self.anchor(number))\">\n<header><h2 class=\"subject-line\">")
        text(message.value("Subject"))
        raw("</h2>")
        if let preheader = message.inbox?.preheader, !preheader.isEmpty {
            raw("<p class=\"preheader\">")
            text(preheader)
            raw("</p>")
        }
        raw("</header>\n")
        writeFacts(message)
        let notices = message.notices
        if !notices.isEmpty {
            raw("<ul class=\"notices\">")
            for notice in notices {
                raw("<li>")
                text(notice)
                raw("</li>")
            }
            raw("</ul>\n")
        }
        writeDevices(message, isFirst: number == 0)
        writeText(message)
        writeHeader(message)
        raw("</article>\n")
    }

    private mutating func writeFacts(_ message: PreviewedMessage) {
        raw("<dl class=\"facts\">\n")
        mailbox("From", message.value("From"))
        let to = message.value("To")
        mailbox("To", to, to.contains(message.recipient) ? nil : "delivered to \(message.recipient)")
        let origin = message.language.isEmpty ? "the template's own texts" : "texts of \(message.language)/"
        fact("Language", message.spoken ?? "not said", [origin, "row \(message.row) of the list"])
        raw("<div><dt>Size</dt><dd>")
        text(ByteText.size(message.bytes.count))
        if let html = message.html {
            let share = min(100, html.count * 100 / PreviewedMessage.clippedFrom)
            raw("<span class=\"meter\"><i style=\"width:\(share)%\"></i></span><small>")
            text("HTML \(ByteText.size(html.count)); Gmail clips at 102 KB")
            raw("</small>")
        }
        raw("</dd></div>\n")
        if let first = message.copies.first { fact("Copies", first, Array(message.copies.dropFirst())) }
        if !message.attachments.isEmpty {
            raw("<div><dt>Files and parts</dt>")
            for file in message.attachments {
                raw("<dd>")
                text(file.name)
                raw("<small>")
                text(
                    "\(ByteText.size(file.byteCount)), \(file.mediaType)\(file.isInline ? ", inline" : "")"
                )
                raw("</small></dd>")
            }
            raw("</div>\n")
        }
        raw("</dl>\n")
    }

    /// A mailbox, its name above its address.
    private mutating func mailbox(_ name: String, _ value: String, _ more: String? = nil) {
        let shown = Self.displayName(value)
        let address =
            shown == value
            ? [] : [String(value[(value.lastIndex(of: "<") ?? value.startIndex)...].dropFirst().dropLast())]
        fact(name, shown, address + [more].compactMap(\.self))
    }

    private mutating func fact(_ name: String, _ value: String, _ further: [String]) {
        raw("<div><dt>\(name)</dt><dd>")
        text(value)
        for more in further {
            raw("<small>")
            text(more)
            raw("</small>")
        }
        raw("</dd></div>\n")
    }

    private mutating func writeDevices(_ message: PreviewedMessage, isFirst: Bool) {
        raw("<section class=\"view view-html\" aria-label=\"Message\">\n")
        guard message.html != nil else {
            writePaper(message)
            raw("</section>\n")
            return
        }
        for scheme in PreviewFrame.Scheme.allCases {
            let document = PreviewFrame.document(message, scheme)
            let style = PreviewFrame.canvas(message, scheme) == .dark ? " class=\"night\"" : ""
            // What is not seen yet waits until it is, so that a page of many messages opens at once.
            let loading = isFirst && scheme == .light ? "" : " loading=\"lazy\""
            raw("<div class=\"devices \(scheme.rawValue)\">\n<div class=\"device desktop\"><h3><b>Desktop</b></h3>")
            frame(document, "Desktop, \(scheme.rawValue)", style + loading)
            raw("</div>\n<div class=\"device phone\"><h3><b>Phone</b> 375 px</h3><div class=\"glass\">")
            frame(document, "Phone, \(scheme.rawValue)", style + loading)
            raw("</div></div>\n</div>\n")
        }
        raw("</section>\n")
    }

    /// An empty sandbox: no script, no form, no window, no way to the page around it.
    private mutating func frame(_ document: [UInt8], _ title: String, _ style: String) {
        raw("<iframe\(style) sandbox=\"\" referrerpolicy=\"no-referrer\" title=\"\(title)\" srcdoc=\"")
        escape(document)
        raw("\"></iframe>")
    }

    private mutating func writeText(_ message: PreviewedMessage) {
        raw("<section class=\"view view-text\" aria-label=\"Plain text\">\n")
        writePaper(message)
        raw("</section>\n")
    }

    private mutating func writePaper(_ message: PreviewedMessage) {
        guard let text = message.text else {
            raw("<p class=\"none\">This message has no plain text.</p>\n")
            return
        }
        // A line end right behind <pre> is not shown, so one is given away.
        raw("<div class=\"paper\"><pre>\n")
        escape(text)
        raw("</pre></div>\n")
    }

    private mutating func writeHeader(_ message: PreviewedMessage) {
        raw("<section class=\"view view-header\" aria-label=\"Header\">\n<div class=\"paper\"><table>\n")
        for field in message.fields {
            raw("<tr><th scope=\"row\">")
            text(field.name)
            raw("</th><td class=\"mono\">")
            text(field.value)
            raw("</td></tr>\n")
        }
        raw("</table></div>\n</section>\n")
    }

    private mutating func tag(_ message: PreviewedMessage) {
        raw("<span class=\"tag\">")
        text(message.spoken ?? "default")
        raw("</span>")
    }

    /// The name in front of an address, or the address.
    private static func displayName(_ mailbox: String) -> String {
        guard let angle = mailbox.lastIndex(of: "<") else { return mailbox }
        let name = mailbox[..<angle].filter { $0 != "\"" }
        let trimmed = MessageFactory.trimmed(Array(name.utf8)[...])
        return trimmed.isEmpty ? mailbox : String(decoding: trimmed, as: UTF8.self)
    }
}

extension GalleryPage {
    /// Markup of our own.
    private mutating func raw(_ markup: String) { output.append(contentsOf: markup.utf8) }

    /// Text from outside.
    private mutating func text(_ text: String) { escape(Array(text.utf8)) }

    private mutating func escape(_ bytes: [UInt8]) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\""): raw("&quot;")
            case 0: raw("\u{FFFD}")
            default: output.append(byte)
            }
        }
    }
}

/// Sizes in words.
enum ByteText {
    /// `812 bytes`, `14.2 KB`, `3.1 MB`; a KB is 1,024 bytes, as Gmail counts.
    static func size(_ count: Int) -> String {
        guard count >= 1_024 else { return count == 1 ? "1 byte" : "\(count) bytes" }
        let (unit, name) = count < 1 << 20 ? (1_024, "KB") : (1 << 20, "MB")
        let tenths = (count * 10 + unit / 2) / unit
        return tenths >= 1_000 ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
    }
}
