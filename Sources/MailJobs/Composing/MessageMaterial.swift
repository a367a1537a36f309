package import MIMECoding
internal import RecipientTable
package import TemplateLanguage

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
        var subject: Template
        var text: Template?
        var html: Template?
        var makesText: Bool
        /// The fixed lines of the bodies in quoted-printable, where that pays.
        var encodedText: PreEncodedBody?
        var encodedHTML: PreEncodedBody?
    }

    package let recipe: MessageRecipe
    /// The list's columns.
    package let columns: [String]
    let languages: [Language]
    let layout: MessageLayout
    /// The templates of header fields that differ from row to row, in the layout's order.
    let fieldTemplates: [Template]
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
        layout = try Self.layout(recipe)
        fieldTemplates = try Self.fieldTemplates(recipe, schema: TemplateSchema(kinds))
        messageIDDomain = Array(recipe.from.address.drop { $0 != 0x40 }.dropFirst())
    }

    private static func compile(_ recipe: MessageRecipe, schema: TemplateSchema) throws(Failure) -> [Language] {
        var faults: [TemplateFault] = []
        var languages: [Language] = []
        for source in recipe.languages {
            func template(_ file: MessageRecipe.TemplateFile?, _ mode: TemplateOptions.Mode) -> Template? {
                guard let file else { return nil }
                var options = TemplateOptions(mode: mode)
                options.locale = TemplateLocale(tag: source.tag) ?? .english
                do throws(TemplateFaults) {
                    func compile(_ bytes: [UInt8]) throws(TemplateFaults) -> Template {
                        try Template.compile(
                            source: bytes,
                            name: file.path,
                            options: options,
                            partials: source.partials,
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
            guard let subject = template(source.subject, .header) else { continue }
            languages.append(
                Language(
                    tag: source.tag,
                    subject: subject,
                    text: text,
                    html: html,
                    makesText: source.makesText,
                    encodedText: text.flatMap(Self.encoded),
                    encodedHTML: html.flatMap(Self.encoded)
                )
            )
        }
        guard faults.isEmpty else { throw .templates(faults) }
        return languages
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
        for field in recipe.fields where !field.isFixed {
            do throws(TemplateFaults) {
                templates.append(
                    try Template.compile(
                        source: field.value.bytes,
                        name: field.value.path,
                        options: TemplateOptions(mode: .header),
                        schema: schema
                    )
                )
            } catch {
                throw .templates(error.faults)
            }
        }
        return templates
    }

    private static func layout(_ recipe: MessageRecipe) throws(Failure) -> MessageLayout {
        do throws(HeaderFault) {
            var fields = MessageLayout.Fields()
            fields.from = [recipe.from]
            fields.replyTo = recipe.replyTo.map { .mailbox($0) }
            fields.bulk = recipe.bulk
            fields.fixed = recipe.fields.filter(\.isFixed).map { ($0.name, $0.value.bytes) }
            fields.perMessage = recipe.fields.filter { !$0.isFixed }.map(\.name)
            fields.controls = .refuse
            var content = MessageLayout.Content()
            for attachment in recipe.attachments {
                let name = Array(attachment.name.utf8)
                content.files.append(
                    try EncodedPart(
                        .attachment,
                        mediaType: MediaType(filename: name),
                        filename: name,
                        content: attachment.content.span
                    )
                )
            }
            return try MessageLayout(fields, content)
        } catch {
            throw .header(error)
        }
    }
}
