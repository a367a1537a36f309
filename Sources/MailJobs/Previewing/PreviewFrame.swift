/// Makes the HTML of a message into a document for a frame that runs nothing and loads nothing.
///
/// The frame is sandboxed by the page, and a policy inside of it says the same again. Whether the reader's machine is dark
/// does not count: the rules for light and dark are switched in the document itself, so that both can be looked at.
enum PreviewFrame {
    /// What the message is shown as.
    enum Scheme: String, CaseIterable {
        case light
        case dark
    }

    private static let preference = Array("prefers-color-scheme".utf8)

    /// The document of a message in one scheme; empty when it has no HTML.
    static func document(_ message: PreviewedMessage, _ scheme: Scheme) -> [UInt8] {
        guard let document = message.document else { return [] }
        let body = switched(document, to: scheme)
        let shown = canvas(message, scheme).rawValue
        let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
        let head =
            "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">"
            + "<base target=\"_blank\"><style>:root{color-scheme:only \(shown)!important}</style>"
        // In front of the document type it would change how everything else is read.
        let place = endOfDocumentType(body)
        return body[..<place] + Array(head.utf8) + body[place...]
    }

    /// The canvas that a message is drawn on: light where it does not say that it can be dark.
    static func canvas(_ message: PreviewedMessage, _ scheme: Scheme) -> Scheme {
        scheme == .dark && supportsDark(message.html ?? []) ? .dark : .light
    }

    /// Whether a body has rules of its own for dark mode.
    static func hasDarkRules(_ html: [UInt8]) -> Bool {
        places(of: preference, in: html).contains { condition(in: html, at: $0)?.word == "dark" }
    }

    /// How much a body loads from elsewhere; an estimate by the addresses in it.
    static func remoteAddresses(in html: [UInt8]) -> Int {
        ["src=\"http", "src='http", "src=http", "src=\"//", "url(http", "url('http", "url(\"http", "background=\"http"]
            .reduce(0) { $0 + places(of: Array($1.utf8), in: html).count }
    }

    /// Whether it says that it can be shown on a dark canvas.
    private static func supportsDark(_ html: [UInt8]) -> Bool {
        if hasDarkRules(html) { return true }
        return places(of: Array("color-scheme".utf8), in: html).contains { place in
            String(decoding: html[place...].prefix(60), as: UTF8.self).lowercased().contains("dark")
        }
    }

    private static func endOfDocumentType(_ html: [UInt8]) -> Int {
        let start = html.firstIndex { $0 > 0x20 } ?? 0
        guard html[start...].prefix(9).map({ $0 | 0x20 }).elementsEqual("<!doctype".utf8.map { $0 | 0x20 }),
            let end = html[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return 0 }
        return end + 1
    }
}

extension PreviewFrame {
    /// Conditions on the reader's colours, decided.
    private static func switched(_ html: [UInt8], to scheme: Scheme) -> [UInt8] {
        var html = html
        for place in places(of: preference, in: html).reversed() {
            guard let condition = condition(in: html, at: place) else { continue }
            // True for each width, or for none.
            let decided = condition.word == scheme.rawValue ? "min-width:0" : "max-width:0"
            html.replaceSubrange(place..<condition.end, with: decided.utf8)
        }
        return html
    }

    /// The word behind `prefers-color-scheme:`, and where it ends.
    private static func condition(in html: [UInt8], at place: Int) -> (word: String, end: Int)? {
        var index = place + preference.count
        func skipBlanks() {
            while index < html.count, html[index] <= 0x20 { index += 1 }
        }
        skipBlanks()
        guard index < html.count, html[index] == UInt8(ascii: ":") else { return nil }
        index += 1
        skipBlanks()
        let word = html[index...].prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
        return word.isEmpty ? nil : (String(decoding: word, as: UTF8.self).lowercased(), index + word.count)
    }

    /// Where a text stands, in any case of its letters.
    private static func places(of wanted: [UInt8], in bytes: [UInt8]) -> [Int] {
        guard let first = wanted.first, bytes.count >= wanted.count else { return [] }
        var places: [Int] = []
        for index in 0...(bytes.count - wanted.count) where lowered(bytes[index]) == lowered(first) {
            let isHere = wanted.indices.allSatisfy { lowered(bytes[index + $0]) == lowered(wanted[$0]) }
            if isHere { places.append(index) }
        }
        return places
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
    }
}
