internal import MIMECoding
internal import TemplateLanguage
internal import Workspace

/// A file of a job's messages, compiled for a list.
struct FileTemplate: Sendable {
    /// Where its bytes come from.
    enum Source: Sendable {
        /// The same for all, encoded once; the part too, unless its name differs from row to row.
        case fixed(EncodedContent, EncodedPart?)
        /// A path for each row.
        case path(Template, folder: String)
    }

    let source: Source
    /// The name as a template; nil for one that does not change.
    let nameTemplate: Template?
    /// The name that does not change; empty for the file's own.
    let name: [UInt8]
    let mediaType: MediaType?
    let role: EncodedPart.Role
    /// The name by which the HTML shows it.
    let picture: String?
    /// Where the job names it.
    let place: String

    /// The part that all messages share; nil when something of it differs from row to row.
    ///
    /// A picture is left out where the HTML of a language does not show it, so it is none of all messages.
    var partOfAll: EncodedPart? {
        guard picture == nil, case .fixed(_, let part) = source else { return nil }
        return part
    }

    /// Whether its bytes differ from row to row, so that they are sealed by row.
    var isSealedByRow: Bool {
        if case .path = source { return true }
        return false
    }

    /// Compiles a file.
    ///
    /// - Throws: `MessageMaterial.Failure` for templates that are wrong, and names that cannot stand in a header.
    init(
        _ attachment: MessageRecipe.Attachment,
        domain: String,
        schema: TemplateSchema
    ) throws(MessageMaterial.Failure) {
        place = attachment.place
        picture = attachment.picture
        name = Array(attachment.name.utf8)
        nameTemplate =
            attachment.name.contains("{{")
            ? try Self.compile(attachment.name, as: "\(attachment.place): name", schema: schema) : nil
        role =
            attachment.picture.map { .inline(contentID: Array(Self.contentID(of: $0, domain: domain).utf8)) }
            ?? .attachment
        mediaType = try Self.checked { () throws(HeaderFault) in
            try attachment.mediaType.map { text throws(HeaderFault) in try MediaType(text) }
        }
        if let path = attachment.path {
            let template = try Self.compile(path, as: "\(attachment.place): file", schema: schema)
            source = .path(template, folder: attachment.folder)
            return
        }
        let content = EncodedContent(attachment.content.span)
        let (name, mediaType, role) = (name, mediaType, role)
        let isFixed = nameTemplate == nil
        source = .fixed(
            content,
            try Self.checked { () throws(HeaderFault) in
                isFixed ? try Self.part(name, mediaType, role, content) : nil
            }
        )
    }

    private static func checked<Value>(_ make: () throws(HeaderFault) -> Value) throws(MessageMaterial.Failure) -> Value
    {
        do throws(HeaderFault) { return try make() } catch { throw .header(error) }
    }

    /// The content id of a row's picture: the same for all rows, so that the HTML stays the same.
    static func contentID(of picture: String, domain: String) -> String { "\(picture).inline@\(domain)" }

    static func part(
        _ name: [UInt8],
        _ mediaType: MediaType?,
        _ role: EncodedPart.Role,
        _ content: EncodedContent
    ) throws(HeaderFault) -> EncodedPart {
        try EncodedPart(role, mediaType: mediaType ?? MediaType(filename: name), filename: name, content: content)
    }

    private static func compile(
        _ text: String,
        as name: String,
        schema: TemplateSchema
    ) throws(MessageMaterial.Failure) -> Template {
        do throws(TemplateFaults) {
            let options = TemplateOptions(mode: .header)
            return try Template.compile(source: Array(text.utf8), name: name, options: options, schema: schema)
        } catch {
            throw .templates(error.faults)
        }
    }
}

/// Makes a file's part of each row's message.
struct FileWriter {
    let file: FileTemplate
    private var path: TemplateRenderer?
    private var name: TemplateRenderer?

    init(_ file: FileTemplate) {
        self.file = file
        if case .path(let template, _) = file.source { path = TemplateRenderer(template) }
        name = file.nameTemplate.map { TemplateRenderer($0) }
    }

    /// The part, and the digest of a file that is sealed by row; nil when the row has no such file: its path is empty.
    mutating func part(
        _ row: TemplateRow,
        from cache: FileCache
    ) throws(RowProblem) -> (part: EncodedPart, path: String, digest: [UInt8])? {
        switch file.source {
        case .fixed(_, let part?): return (part, "", [])
        case .fixed(let content, nil): return (try makePart(row, content, path: ""), "", [])
        case .path(_, let folder):
            let path = try Self.text(&path, row)
            guard !path.isEmpty else { return nil }
            let entry: FileCache.Entry
            do throws(AttachmentFault) { entry = try cache.entry(path, within: folder) } catch {
                throw .file(error.message, kind: "\(error.kind)", place: file.place)
            }
            return (try makePart(row, entry.content, path: path), path, entry.digest)
        }
    }

    private mutating func makePart(
        _ row: TemplateRow,
        _ content: EncodedContent,
        path: String
    ) throws(RowProblem) -> EncodedPart {
        var name = file.name
        if file.nameTemplate != nil { name = Array(try Self.text(&self.name, row).utf8) }
        if name.isEmpty { name = Array(PathName.last(of: path).utf8) }
        do throws(HeaderFault) { return try FileTemplate.part(name, file.mediaType, file.role, content) } catch {
            throw .file("the name of the file cannot be used: \(error)", kind: "name", place: file.place)
        }
    }

    private static func text(_ renderer: inout TemplateRenderer?, _ row: TemplateRow) throws(RowProblem) -> String {
        var bytes: [UInt8] = []
        do throws(TemplateFault) { try renderer?.render(row, into: &bytes) } catch { throw .template(error) }
        return String(decoding: MessageFactory.trimmed(bytes[...]), as: UTF8.self)
    }
}
