package import MIMECoding
internal import MailModel
internal import RecipientTable
package import TemplateLanguage
internal import Workspace

/// A job's templates, compiled for the columns of one list, and everything else that its messages share.
///
/// Immutable: any number of ``MessageFactory`` values work with one.
package final class MessageMaterial: Sendable {
    /// Why a job cannot be made ready for a list.
    package enum Failure: Error, Sendable {
        /// Templates are wrong, or ask for what the list does not have.
        case templates([TemplateFault])
        /// The job's own header values are wrong.
        case header(HeaderFault)
        /// Columns that the job names are not in the list.
        case columns([String])
    }

    /// The templates of one language, compiled.
    struct Language: Sendable {
        var tag: String
        /// The language that the texts are written in; nil when nobody knows.
        var spoken: String?
        var subject: Template
        var text: Template?
        var html: Template?
        var amp: Template?
        var invitation: Template?
        /// The files that the HTML shows.
        var images: [EncodedPart]
        /// The pictures of rows that it shows, by name.
        var pictures: Set<String>
        var makesText: Bool
        /// Columns at which lines of the text are broken.
        var wordWrap: Int?
        /// The fixed lines of the bodies in quoted-printable, where that pays.
        var encodedText: PreEncodedBody?
        var encodedHTML: PreEncodedBody?
        var encodedAMP: PreEncodedBody?
    }

    /// Who gets copies, compiled.
    struct Copy: Sendable {
        enum Recipient: Sendable {
            case mailbox(name: String, MailAddress)
            case template(Template)
        }

        var recipient: Recipient
        var isShown: Bool
    }

    package let recipe: MessageRecipe
    /// The list's columns.
    package let columns: [String]
    let languages: [Language]
    let layout: MessageLayout
    /// The templates of header fields that differ from row to row, in the layout's order.
    let fieldTemplates: [Template]
    /// The files that differ from row to row, or that have to stand among such; those of all messages are in the layout.
    let files: [FileTemplate]
    /// The encoded files of rows.
    let fileCache: FileCache
    let copies: [Copy]
    let emailColumn: Int
    let nameColumn: Int?
    let localeColumn: Int?
    /// Columns whose typed value templates or checks need.
    let typedColumns: [(column: Int, type: ColumnType)]
    /// The column behind the list's own that holds the recipient's link for leaving; nil when no template shows it.
    let unsubscribeColumn: Int?
    /// What follows the `@` of Message-IDs.
    let messageIDDomain: [UInt8]

    /// The name by which templates show the recipient's link for leaving.
    static let unsubscribeName = "unsubscribe_url"

    /// Compiles a recipe for a list.
    ///
    /// - Parameters:
    ///   - recipe: what the job says.
    ///   - columns: the list's columns.
    ///   - holdsJSON: which of them hold JSON text whatever the job says.
    /// - Throws: `Failure` with all that is wrong.
    package init(_ recipe: MessageRecipe, columns: [String], holdsJSON: [Bool]) throws(Failure) {
        let roles = try ColumnRoles(recipe, columns: columns, holdsJSON: holdsJSON)
        self.recipe = recipe
        self.columns = columns
        emailColumn = roles.email
        nameColumn = roles.name
        localeColumn = roles.locale
        typedColumns = roles.typed
        var kinds = roles.kinds
        if recipe.unsubscribeURL != nil, !columns.contains(Self.unsubscribeName) {
            kinds.append(TemplateSchema.Column(Self.unsubscribeName, .json))
        }
        languages = try Self.compile(recipe, schema: TemplateSchema(kinds))
        let showsLink = languages.contains { language in
            [language.text, language.html].contains {
                $0?.variables.contains { $0.name == Self.unsubscribeName } == true
            }
        }
        unsubscribeColumn = kinds.count > columns.count && showsLink ? columns.count : nil
        let schema = TemplateSchema(kinds)
        messageIDDomain = Array(recipe.from.address.drop { $0 != 0x40 }.dropFirst())
        let domain = String(decoding: messageIDDomain, as: UTF8.self)
        let files = try recipe.attachments.map { attachment throws(Failure) in
            try FileTemplate(attachment, domain: domain, schema: schema)
        }
        // The order of the job holds: one file of a row takes the others out of the layout.
        let parts = files.compactMap(\.partOfAll)
        let isFixed = parts.count == files.count
        layout = try Self.layout(recipe, files: isFixed ? parts : [])
        self.files = isFixed ? [] : files
        fileCache = FileCache(
            recipe.readFile ?? { path, _ in
                .failure(AttachmentFault(kind: .missing, path: path, message: "there are no files of rows here"))
            }
        )
        copies = try Self.copies(recipe, schema: schema)
        fieldTemplates = try Self.fieldTemplates(recipe, schema: schema)
    }

    private static func compile(_ recipe: MessageRecipe, schema: TemplateSchema) throws(Failure) -> [Language] {
        var faults: [TemplateFault] = []
        var languages: [Language] = []
        for source in recipe.languages {
            func template(_ file: MessageRecipe.TemplateFile?, _ mode: TemplateOptions.Mode) -> Template? {
                guard let file else { return nil }
                let isHTML = mode == .html && file.path == source.html?.path
                let partials = isHTML ? source.htmlPartials ?? source.partials : source.partials
                var options = TemplateOptions(mode: mode)
                options.locale = TemplateLocale(tag: source.tag) ?? .english
                do throws(TemplateFaults) {
                    func compile(_ bytes: [UInt8]) throws(TemplateFaults) -> Template {
                        try Template.compile(
                            source: bytes,
                            name: file.path,
                            options: options,
                            partials: partials,
                            schema: schema
                        )
                    }
                    // Faults are told by the places of the file as it was written.
                    let written = try compile(file.bytes)
                    return try file.prepared.map(compile) ?? written
                } catch {
                    faults += error.faults.filter { fault in !faults.contains(fault) }
                    return nil
                }
            }
            let text = template(source.text, .text)
            let html = template(source.html, .html)
            let amp = template(source.amp, .html)
            let invitation = template(source.invitation, .calendar)
            guard let subject = template(source.subject, .header) else { continue }
            languages.append(
                Language(
                    tag: source.tag,
                    spoken: source.tag.isEmpty ? recipe.language ?? html.flatMap(Self.spoken) : source.tag,
                    subject: subject,
                    text: text,
                    html: html,
                    amp: amp,
                    invitation: invitation,
                    images: try images(source),
                    pictures: source.pictures,
                    makesText: source.makesText,
                    wordWrap: recipe.wordWrap,
                    encodedText: recipe.wordWrap == nil ? text.flatMap(Self.encoded) : nil,
                    encodedHTML: html.flatMap(Self.encoded),
                    encodedAMP: amp.flatMap(Self.encoded)
                )
            )
        }
        guard faults.isEmpty else { throw .templates(faults) }
        return languages
    }

    private static func images(_ language: MessageRecipe.Language) throws(Failure) -> [EncodedPart] {
        do throws(HeaderFault) {
            return try language.images.map { image throws(HeaderFault) in
                let role = EncodedPart.Role.inline(contentID: Array(image.contentID.utf8))
                return try FileTemplate.part(Array(image.name.utf8), nil, role, EncodedContent(image.content.span))
            }
        } catch {
            throw .header(error)
        }
    }

    private static func copies(_ recipe: MessageRecipe, schema: TemplateSchema) throws(Failure) -> [Copy] {
        var copies: [Copy] = []
        for copy in recipe.copies {
            switch copy.recipient {
            case .mailbox(let name, let address):
                copies.append(Copy(recipient: .mailbox(name: name, address), isShown: copy.isShown))
            case .template(let file):
                let template = try template(file, schema: schema)
                copies.append(Copy(recipient: .template(template), isShown: copy.isShown))
            }
        }
        return copies
    }

    /// A template whose text becomes a header field's.
    private static func template(
        _ file: MessageRecipe.TemplateFile,
        schema: TemplateSchema
    ) throws(Failure) -> Template {
        do throws(TemplateFaults) {
            return try Template.compile(
                source: file.bytes,
                name: file.path,
                options: TemplateOptions(mode: .header),
                schema: schema
            )
        } catch {
            throw .templates(error.faults)
        }
    }

    /// The language that an HTML template names itself: `<html lang="zh-CN">`; nil when it differs from row to row.
    private static func spoken(_ html: Template) -> String? {
        let text = String(decoding: html.literals.joined().prefix(4_096), as: UTF8.self)
        guard let match = text.firstMatch(of: /<html\b[^>]*?\blang\s*=\s*["']?([A-Za-z0-9_-]+)/) else { return nil }
        return String(match.output.1)
    }

    private static func encoded(_ template: Template) -> PreEncodedBody? {
        let body = PreEncodedBody(literals: template.literals)
        return body.isWorthwhile ? body : nil
    }

    private static func fieldTemplates(
        _ recipe: MessageRecipe,
        schema: TemplateSchema
    ) throws(Failure) -> [Template] {
        var templates: [Template] = []
        for field in recipe.fields where !field.isFixed { templates.append(try template(field.value, schema: schema)) }
        return templates
    }

    private static func layout(_ recipe: MessageRecipe, files: [EncodedPart]) throws(Failure) -> MessageLayout {
        do throws(HeaderFault) {
            var fields = MessageLayout.Fields()
            fields.from = [recipe.from]
            fields.sender = recipe.sender
            fields.receiptTo = recipe.receiptTo.map { [.mailbox($0)] } ?? []
            fields.replyTo = recipe.replyTo.map { .mailbox($0) }
            fields.bulk = recipe.bulk
            fields.fixed = recipe.fields.filter(\.isFixed).map { ($0.name, $0.value.bytes) }
            fields.perMessage = recipe.fields.filter { !$0.isFixed }.map(\.name)
            fields.controls = .refuse
            var content = MessageLayout.Content()
            content.files = files
            return try MessageLayout(fields, content)
        } catch {
            throw .header(error)
        }
    }
}
