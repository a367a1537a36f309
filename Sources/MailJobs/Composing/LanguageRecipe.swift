internal import HTMLMail
internal import MIMECoding
internal import MailModel
internal import Workspace

/// Makes a template folder's files ready for messages, language by language.
struct LanguageRecipe {
    private let template: TemplateFolder
    private let domain: String
    private let pictures: Set<String>
    private(set) var used: Set<String> = []
    private var faults: [String] = []

    /// - Parameters:
    ///   - template: the folder.
    ///   - domain: what follows the `@` of content ids.
    ///   - pictures: the names of the pictures of rows.
    init(_ template: TemplateFolder, domain: String, pictures: Set<String>) {
        self.template = template
        self.domain = domain
        self.pictures = pictures
    }

    /// The templates of all languages, the default first.
    ///
    /// - Throws: `JobFailure` with all that is wrong.
    mutating func languages() throws(JobFailure) -> [MessageRecipe.Language] {
        var languages: [MessageRecipe.Language] = []
        for tag in [""] + template.languages { languages.append(try language(tag)) }
        guard faults.isEmpty else { throw JobFailure(.badData, faults) }
        return languages
    }

    private mutating func language(_ tag: String) throws(JobFailure) -> MessageRecipe.Language {
        let order = tag.isEmpty ? [] : template.languages(for: tag)
        guard let subject = template.file(.subject, languages: order) else {
            throw JobFailure(.missingFile, "\(template.shown): there is no subject.mustache; every message needs one")
        }
        let text = template.file(.text, languages: order)
        let html = template.file(.html, languages: order)
        guard text != nil || html != nil else {
            throw JobFailure(.missingFile, "\(template.shown): there is neither text.mustache nor html.mustache")
        }
        let partials = template.partials(languages: order)
        var binder = AssetBinder(template, languages: order, domain: domain, pictures: pictures)
        var preparedHTML: MessageRecipe.TemplateFile?
        var boundPartials: BoundPartials?
        var madeText = text.map(Self.file)
        if let html {
            let bound = binder.bind(html.bytes, shown: html.shown)
            let taken = binder.bind(partialsOf: html.bytes, partials)
            boundPartials = taken
            preparedHTML = try Self.prepared(html, bound, hasPartials: !taken.bound.isEmpty)
            if madeText == nil, taken.bound.isEmpty { madeText = try Self.textMade(from: html, bound) }
        }
        var language = MessageRecipe.Language(
            tag: tag,
            subject: Self.file(subject),
            text: madeText,
            html: preparedHTML,
            partials: partials
        )
        language.makesText = madeText == nil
        language.htmlPartials = boundPartials
        language.images = binder.images
        language.pictures = binder.pictures
        language.amp = template.file(.amp, languages: order).map(Self.file)
        language.invitation = template.file(.invitation, languages: order).map(Self.file)
        used.formUnion(binder.pictures)
        faults += binder.faults.filter { !faults.contains($0) }
        note(Self.objection(to: language.amp, html: html))
        note(Self.objection(to: language.invitation))
        return language
    }

    private mutating func note(_ fault: String?) {
        if let fault, !faults.contains(fault) { faults.append(fault) }
    }

    /// An HTML template with its styles inlined.
    ///
    /// Partials are not in their places yet, so where there are any, no rule is taken out of its sheet: it may be theirs.
    private static func prepared(
        _ file: Workspace.TemplateFile,
        _ bound: [UInt8],
        hasPartials: Bool
    ) throws(JobFailure) -> MessageRecipe.TemplateFile {
        var prepared = bound
        if String(decoding: bound, as: UTF8.self).contains("<style") {
            do throws(HTMLRefusal) {
                prepared = try CSSInliner.inline(html: bound, rules: hasPartials ? .kept : .removed)
            } catch {
                throw JobFailure(.badData, "\(file.shown): \(error)")
            }
        }
        let isSame = prepared == file.bytes
        return MessageRecipe.TemplateFile(path: file.shown, bytes: file.bytes, prepared: isSame ? nil : prepared)
    }

    /// The text of a template that has HTML only.
    private static func textMade(
        from file: Workspace.TemplateFile,
        _ html: [UInt8]
    ) throws(JobFailure) -> MessageRecipe.TemplateFile {
        do throws(HTMLRefusal) {
            return MessageRecipe.TemplateFile(path: "\(file.shown) (as text)", bytes: try HTMLText.text(from: html))
        } catch {
            throw JobFailure(.badData, "\(file.shown): \(error)")
        }
    }

    private static func file(_ file: Workspace.TemplateFile) -> MessageRecipe.TemplateFile {
        MessageRecipe.TemplateFile(path: file.shown, bytes: file.bytes)
    }

    /// Why an AMP version would be thrown away by those who read AMP; nil when it would not.
    private static func objection(to amp: MessageRecipe.TemplateFile?, html: Workspace.TemplateFile?) -> String? {
        guard let amp else { return nil }
        guard html != nil else {
            return "\(amp.path): AMP needs html.mustache beside it: most clients show that"
        }
        let text = String(decoding: amp.bytes, as: UTF8.self)
        let tag = text.firstRange(of: "<html").map { text[$0.upperBound...].prefix { $0 != ">" } } ?? ""
        guard tag.contains("⚡4email") || tag.contains("amp4email") else {
            return
                "\(amp.path): this is no AMP for mail; it begins with `<!doctype html><html ⚡4email data-css-strict>`"
        }
        return nil
    }

    /// What is wrong with an invitation whatever the row; nil when it depends on rows, or nothing is.
    private static func objection(to invitation: MessageRecipe.TemplateFile?) -> String? {
        guard let invitation, !String(decoding: invitation.bytes, as: UTF8.self).contains("METHOD:{{") else {
            return nil
        }
        do throws(CalendarText.Fault) {
            _ = try CalendarText.method(of: invitation.bytes)
            return nil
        } catch {
            return "\(invitation.path): \(error.message)"
        }
    }
}
