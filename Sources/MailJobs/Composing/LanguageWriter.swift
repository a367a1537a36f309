internal import HTMLMail
internal import MIMECoding
internal import RecipientTable
internal import TemplateLanguage

/// Renders the templates of one language into a message's values.
struct LanguageWriter {
    private var subject: TemplateRenderer
    private var text: BodyWriter?
    private var html: BodyWriter?
    private var amp: BodyWriter?
    private var invitation: TemplateRenderer?
    private let makesText: Bool
    private let wordWrap: Int?
    private var subjectBytes: [UInt8] = []
    /// Which choice the locale is of.
    private var choice: Int?

    init(_ language: MessageMaterial.Language) {
        subject = TemplateRenderer(language.subject)
        text = language.text.map { BodyWriter($0, encoded: language.encodedText) }
        makesText = language.makesText
        // Text is made from the rendered bytes, so these are needed as they are.
        html = language.html.map { BodyWriter($0, encoded: language.makesText ? nil : language.encodedHTML) }
        amp = language.amp.map { BodyWriter($0, encoded: language.encodedAMP) }
        invitation = language.invitation.map { TemplateRenderer($0) }
        wordWrap = language.wordWrap
    }

    /// Takes the locale of dates, numbers and plurals, where it is another than the last row's.
    mutating func use(_ choice: LanguageChoice) {
        guard self.choice != choice.number else { return }
        self.choice = choice.number
        subject.locale = choice.locale
        text?.renderer.locale = choice.locale
        html?.renderer.locale = choice.locale
        amp?.renderer.locale = choice.locale
        invitation?.locale = choice.locale
    }

    mutating func reportsEmptyValues(_ flag: Bool) {
        subject.reportsEmptyValues = flag
        text?.renderer.reportsEmptyValues = flag
        html?.renderer.reportsEmptyValues = flag
        amp?.renderer.reportsEmptyValues = flag
        invitation?.reportsEmptyValues = flag
    }

    /// Renders a row.
    ///
    /// - Throws: the first fault.
    mutating func render(_ row: TemplateRow, into values: inout MessageValues) throws(RowProblem) {
        do throws(TemplateFault) { try renderTemplates(row, into: &values) } catch { throw .template(error) }
        try renderInvitation(row, into: &values)
        if makesText, case .bytes(let rendered) = values.html {
            do throws(HTMLRefusal) { values.text = .bytes(try HTMLText.text(from: Array(rendered))[...]) } catch {
                throw .unreadableHTML(error.description)
            }
        }
        if let wordWrap, case .bytes(let text) = values.text {
            values.text = .bytes(TextWrap.wrapped(Array(text), columns: wordWrap)[...])
        }
    }

    /// Renders the invitation, takes its method, and folds its lines.
    private mutating func renderInvitation(_ row: TemplateRow, into values: inout MessageValues) throws(RowProblem) {
        guard invitation != nil else { return }
        var bytes: [UInt8] = []
        do throws(TemplateFault) { try invitation?.render(row, into: &bytes) } catch { throw .template(error) }
        do throws(CalendarText.Fault) { values.calendarMethod = try CalendarText.method(of: bytes) } catch {
            throw .invitation("\(invitation?.template.name ?? ""): \(error.message)")
        }
        values.calendar = .bytes(CalendarText.folded(bytes)[...])
    }

    private mutating func renderTemplates(
        _ row: TemplateRow,
        into values: inout MessageValues
    ) throws(TemplateFault) {
        try subject.render(row, into: &subjectBytes)
        // A template file ends in a line end, which is not part of the subject.
        while let last = subjectBytes.last, last == 0x0A || last == 0x0D || last == 0x20 { subjectBytes.removeLast() }
        values.subject = subjectBytes[...]
        if let body = try text?.render(row) { values.text = body }
        if let body = try html?.render(row) { values.html = body }
        if let body = try amp?.render(row) { values.amp = body }
    }
}

/// Renders one body: as bytes, or as pieces whose fixed lines are encoded already.
struct BodyWriter {
    var renderer: TemplateRenderer
    private let encoded: PreEncodedBody?
    private var bytes: [UInt8] = []
    private var sink = SegmentSink()
    private var pieces: [PreEncodedBody.Piece] = []

    init(_ template: Template, encoded: PreEncodedBody?) {
        renderer = TemplateRenderer(template)
        self.encoded = encoded
    }

    mutating func render(_ row: TemplateRow) throws(TemplateFault) -> BodySource {
        guard let encoded else {
            try renderer.render(row, into: &bytes)
            return .bytes(bytes[...])
        }
        try renderer.render(row, into: &sink)
        pieces.removeAll(keepingCapacity: true)
        for segment in sink.segments {
            switch segment {
            case .literal(let index): pieces.append(.literal(index))
            case .dynamic(let range): pieces.append(.dynamic(range))
            }
        }
        return .pieces(encoded, pieces, dynamic: sink.bytes[...])
    }
}

/// Which templates and which locale a row gets.
struct LanguageChoice {
    /// The place of the templates among the material's languages.
    let index: Int
    /// The locale of dates and numbers.
    let locale: TemplateLocale
    /// Tells this choice from others of the same factory.
    let number: Int

    /// Chooses by a language tag: the nearest of its parents that has templates (RFC 4647 §3.4), or the default.
    ///
    /// Dates and numbers are the row's own where the texts speak its language (`en-GB` in English texts), and those of
    /// the texts otherwise: a French date in the middle of English words helps nobody.
    init(_ material: MessageMaterial, tag: [UInt8], number: Int) {
        self.number = number
        let text = String(decoding: tag, as: UTF8.self)
        let index = Self.index(material, tag: text)
        let spoken = material.languages.indices.contains(index) ? material.languages[index].spoken : nil
        let own = spoken.flatMap { TemplateLocale(tag: $0) }
        let asked = TemplateLocale(tag: text)
        let isUnderstood = spoken.map { Self.language(of: $0) == Self.language(of: text) } ?? true
        self.index = index
        locale = (isUnderstood ? asked ?? own : own ?? asked) ?? .english
    }

    private static func index(_ material: MessageMaterial, tag: String) -> Int {
        if let choose = material.recipe.chooseLanguage {
            let chosen = choose(tag)
            return material.languages.firstIndex { $0.tag.utf8.elementsEqual(chosen.utf8) } ?? 0
        }
        var parts = tag.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
        while !parts.isEmpty {
            let wanted = parts.joined(separator: "-")
            if let found = material.languages.firstIndex(where: { $0.tag.lowercased() == wanted }) { return found }
            parts.removeLast()
        }
        return 0
    }

    /// The first part of a tag: `zh` of `zh-Hant-HK`.
    private static func language(of tag: String) -> String {
        tag.lowercased().split { $0 == "-" || $0 == "_" || $0 == "." }.first.map(String.init) ?? ""
    }
}

/// The choices of the language tags that came last: a list has few of them, and choosing takes longer than composing.
struct LanguageCache {
    private var entries: [(tag: [UInt8], choice: LanguageChoice)] = []
    private var made = 0

    /// Tags that are kept; a list of more languages than this chooses anew now and then.
    private static let size = 16

    /// The choice of a tag.
    mutating func choice(for tag: ArraySlice<UInt8>, in material: MessageMaterial) -> LanguageChoice {
        for index in entries.indices where entries[index].tag.elementsEqual(tag) { return entries[index].choice }
        let choice = LanguageChoice(material, tag: Array(tag), number: made)
        if entries.count < Self.size {
            entries.append((Array(tag), choice))
        } else {
            entries[made % Self.size] = (Array(tag), choice)
        }
        made += 1
        return choice
    }
}

extension TemplateValue {
    /// A row's value as templates take it.
    init(_ value: RowValue) {
        switch value {
        case .null: self = .null
        case .bool(let flag): self = .bool(flag)
        case .number(let text): self = .number(Array(text.utf8))
        case .string(let text): self = .string(Array(text.utf8))
        case .list(let items): self = .list(items.map { TemplateValue($0) })
        case .object(let members):
            var object = TemplateObject()
            for member in members { object.set(Array(member.name.utf8), TemplateValue(member.value)) }
            self = .object(object)
        }
    }
}
