/// How an element takes part in the nesting of HTML.
enum ElementRole: Hashable {
    /// Any element without a rule of its own.
    case ordinary
    /// A block: its end tag closes it wherever it is in scope.
    case special
    /// A block whose end tag closes it only when no other block is open inside.
    case unscoped
    /// `<h1>` to `<h6>`.
    case heading
    /// A cell, row or section of a table.
    case tablePart
    /// Inside of it, end tags do not reach what is outside.
    case boundary
    /// `<b>`, `<font>` and their like: open until closed, across blocks.
    case formatting
    /// Has no content.
    case void
    /// `<svg>` and `<math>`.
    case foreign
    /// Exists once whatever the source says, or is closed without closing what is inside.
    case ignored

    init(_ name: String) {
        self = Self.table[name] ?? .ordinary
    }

    /// HTML elements that end SVG and MathML by beginning.
    static func leavesForeignContent(_ name: String) -> Bool { foreignLeavers.contains(name) }

    /// Elements of SVG and MathML whose content may be HTML again.
    static func isIntegrationPoint(_ name: String) -> Bool { integrationPoints.contains(name) }

    private static let foreignLeavers: Set<String> = names(
        """
        b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing \
        menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
        """
    )

    private static let integrationPoints: Set<String> = names(
        "foreignobject desc title annotation-xml mi mo mn ms mtext"
    )

    private static let table: [String: ElementRole] = {
        let groups: [(ElementRole, String)] = [
            (
                .special,
                """
                address article aside blockquote button center details dir div dl fieldset figcaption figure footer \
                header hgroup listing main menu nav ol p pre section summary ul li dd dt table
                """
            ),
            (.heading, "h1 h2 h3 h4 h5 h6"),
            (
                .unscoped,
                "iframe noembed noframes noscript plaintext script select style textarea title xmp dialog search"
            ),
            (.tablePart, "td th tr tbody thead tfoot caption"),
            (.boundary, "applet marquee object template"),
            (.formatting, "a b big code em font i nobr s small strike strong tt u"),
            (
                .void,
                """
                area base basefont bgsound br col embed frame hr image img input isindex keygen link meta param \
                source track wbr
                """
            ),
            (.foreign, "svg math"),
            (.ignored, "html head body form colgroup frameset"),
        ]
        var table: [String: ElementRole] = [:]
        for (role, list) in groups {
            for name in names(list) { table[name] = role }
        }
        return table
    }()

    private static func names(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }
}
