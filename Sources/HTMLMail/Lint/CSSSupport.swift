/// What mail clients do not do of CSS; from their own documentation and what is known in practice (caniemail.com).
struct CSSSupport {
    /// A property, or a value of it.
    struct Entry {
        /// The property; nil for a value that is looked for in all of them.
        let property: String?
        /// What the value has to contain, in lower case; empty for any value.
        let value: String
        let severity: LintFinding.Severity
        let clients: [MailClient]
        let remedy: String

        init(
            _ property: String?,
            _ value: String = "",
            _ severity: LintFinding.Severity = .warning,
            _ clients: [MailClient],
            _ remedy: String
        ) {
            self.property = property
            self.value = value
            self.severity = severity
            self.clients = clients
            self.remedy = remedy
        }
    }

    private static let byProperty: [String: [Entry]] = {
        var table: [String: [Entry]] = [:]
        for entry in entries { table[entry.property ?? "", default: []].append(entry) }
        return table
    }()

    /// What is to be said about a declaration.
    static func entries(for declaration: CSSDeclaration) -> [Entry] {
        let value = String(decoding: declaration.value.lowercasedASCII, as: UTF8.self)
        let candidates = (byProperty[declaration.name] ?? []) + (byProperty[""] ?? [])
        return candidates.filter { $0.value.isEmpty || value.contains($0.value) }
    }

    /// What is to be said about an at-rule.
    static func atRule(_ name: String) -> (clients: [MailClient], remedy: String)? {
        switch name {
        case "import": ([.gmail, .outlookWindows, .outlookCom, .yahoo], "put the rules into the <style> itself")
        case "font-face":
            (
                [.gmail, .outlookWindows, .outlookCom, .yahoo],
                "end every font-family with a font that everybody has, and see that the mail looks right in it"
            )
        case "keyframes", "-webkit-keyframes": ([.gmail, .outlookWindows], "let the mail look right without moving")
        case "supports", "layer", "container", "property":
            ([.gmail, .outlookWindows], "write the rules so that they do without it")
        default: nil
        }
    }

    private static let entries: [Entry] = [
        Entry("position", "", .warning, [.gmail, .outlookWindows, .outlookCom], "place things with table cells"),
        Entry("float", "", .warning, [.outlookWindows], "use align=\"left\" or table cells side by side"),
        Entry("display", "flex", .warning, [.outlookWindows], "use a table with one row"),
        Entry("display", "grid", .warning, [.gmail, .outlookWindows, .yahoo], "use a table"),
        Entry(
            "background-image",
            "",
            .warning,
            [.outlookWindows],
            "set a background-color as well, and VML in a conditional comment where the picture matters"
        ),
        Entry(
            "background",
            "url(",
            .warning,
            [.outlookWindows],
            "set a background-color as well, and VML in a conditional comment where the picture matters"
        ),
        Entry("background", "gradient(", .note, [.outlookWindows], "set a background-color in front of it"),
        Entry("max-width", "", .note, [.outlookWindows], "give the table a width in a conditional comment for Outlook"),
        Entry("border-radius", "", .note, [.outlookWindows], "see that square corners look right, too"),
        Entry("box-shadow", "", .note, [.outlookWindows], "draw a border where the edge matters"),
        Entry("text-shadow", "", .note, [.gmail, .outlookWindows], "choose colours that can be read without it"),
        Entry("opacity", "", .note, [.outlookWindows], "use the mixed colour itself"),
        Entry("object-fit", "", .note, [.outlookWindows], "cut the picture to its size beforehand"),
        Entry("transform", "", .note, [.gmail, .outlookWindows, .yahoo], "turn the picture beforehand"),
        Entry("animation", "", .note, [.gmail, .outlookWindows], "let the mail look right without moving"),
        Entry("transition", "", .note, [.outlookWindows], "let the mail look right without moving"),
        Entry("filter", "", .note, [.gmail, .outlookWindows], "change the picture beforehand"),
        Entry("clip-path", "", .note, [.gmail, .outlookWindows, .yahoo], "cut the picture beforehand"),
        Entry("gap", "", .note, [.outlookWindows, .yahoo], "use padding in table cells"),
        Entry("visibility", "hidden", .note, [.outlookWindows], "use display:none and mso-hide:all"),
        Entry(nil, "var(", .warning, [.gmail, .outlookWindows, .outlookCom, .yahoo], "write the value itself"),
        Entry(nil, "calc(", .note, [.outlookWindows], "set a plain value in front of it"),
    ]
}
