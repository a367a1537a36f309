internal import BounceAnalysis
internal import HTMLMail
internal import MIMECoding
internal import MailModel
package import Workspace

/// Turns a job file and its template folder into what messages are made of.
package enum JobRecipe {
    /// A recipe.
    ///
    /// - Parameters:
    ///   - job: the job file.
    ///   - template: the template folder.
    ///   - identity: who we are.
    ///   - attachments: the files that go with every message.
    /// - Returns: the recipe.
    /// - Throws: `JobFailure` for what cannot work together.
    package static func make(
        _ job: JobDefinition,
        template: TemplateFolder,
        identity: IdentityDefinition,
        attachments: [MessageRecipe.Attachment]
    ) throws(JobFailure) -> MessageRecipe {
        var recipe = MessageRecipe(
            from: mailbox(job.from),
            emailColumn: job.recipients.email,
            reversePath: try reversePath(identity, job),
            languages: try languages(template)
        )
        recipe.replyTo = job.replyTo.map(mailbox)
        recipe.nameColumn = job.recipients.name
        recipe.localeColumn = job.recipients.locale
        recipe.types = job.recipients.types
        recipe.chooseLanguage = { template.languages(for: $0).first ?? "" }
        recipe.unsubscribeURL = job.unsubscribe?.url
        recipe.unsubscribeMailto = job.unsubscribe?.mailto
        recipe.attachments = attachments
        recipe.bulk = bulkFields(job)
        recipe.reports = job.reports.map {
            ReportRequest(occasions: $0.occasions, returnsContent: $0.returnsContent, envelopeID: "")
        }
        for header in job.headers {
            do throws(HeaderFault) {
                let value = MessageRecipe.TemplateFile(
                    path: "\(job.file) headers.\(header.name)",
                    bytes: Array(header.value.utf8)
                )
                recipe.fields.append(MessageRecipe.Field(name: try HeaderName(header.name), value: value))
            } catch {
                throw JobFailure(.configuration, "\(job.file): headers: \(error)")
            }
        }
        return recipe
    }

    private static func mailbox(_ mailbox: NamedMailbox) -> MailboxText {
        MailboxText(name: mailbox.name, address: mailbox.address.envelopeForm)
    }

    private static func reversePath(
        _ identity: IdentityDefinition,
        _ job: JobDefinition
    ) throws(JobFailure) -> ReversePathForm {
        guard let path = identity.reversePath else { return .fixed(job.from.address.envelopeForm) }
        guard path.hasToken else { return .fixed(path.address(token: "")) }
        let text = path.address(token: "{token}")
        do throws(BounceAnalysis.ReversePathPattern.Failure) {
            return .perRecipient(try BounceAnalysis.ReversePathPattern(text))
        } catch {
            let problem =
                "identity.reverse_path `\(text)` leaves no room for a token; write `bounces+{token}@example.com`"
            throw JobFailure(.configuration, problem)
        }
    }

    private static func languages(_ template: TemplateFolder) throws(JobFailure) -> [MessageRecipe.Language] {
        var languages: [MessageRecipe.Language] = []
        for tag in [""] + template.languages {
            let order = tag.isEmpty ? [] : template.languages(for: tag)
            guard let subject = template.file(.subject, languages: order) else {
                throw JobFailure(
                    .missingFile,
                    "\(template.shown): there is no subject.mustache; every message needs one"
                )
            }
            let text = template.file(.text, languages: order)
            let html = template.file(.html, languages: order)
            guard text != nil || html != nil else {
                throw JobFailure(.missingFile, "\(template.shown): there is neither text.mustache nor html.mustache")
            }
            var preparedHTML: MessageRecipe.TemplateFile?
            if let html { preparedHTML = try prepared(html) }
            var madeText = text.map(file)
            let hasPartials = html.map { Self.hasPartials($0.bytes) } ?? false
            if madeText == nil, let preparedHTML, !hasPartials { madeText = try textMade(from: preparedHTML) }
            var language = MessageRecipe.Language(
                tag: tag,
                subject: file(subject),
                text: madeText,
                html: preparedHTML,
                partials: template.partials(languages: order)
            )
            language.makesText = madeText == nil
            languages.append(language)
        }
        return languages
    }

    /// An HTML template with its styles inlined.
    ///
    /// Partials are not in their places yet, so where there are any, no rule is taken out of its sheet: it may be theirs.
    private static func prepared(_ file: Workspace.TemplateFile) throws(JobFailure) -> MessageRecipe.TemplateFile {
        guard String(decoding: file.bytes, as: UTF8.self).contains("<style") else { return Self.file(file) }
        let hasPartials = hasPartials(file.bytes)
        do throws(HTMLRefusal) {
            let inlined = try CSSInliner.inline(html: file.bytes, rules: hasPartials ? .kept : .removed)
            return MessageRecipe.TemplateFile(
                path: file.shown,
                bytes: file.bytes,
                prepared: inlined == file.bytes ? nil : inlined
            )
        } catch {
            throw JobFailure(.badData, "\(file.shown): \(error)")
        }
    }

    /// Whether a template takes in others: `{{> name}}`, or a parent by `{{< name}}`.
    private static func hasPartials(_ bytes: [UInt8]) -> Bool {
        let tight = String(decoding: bytes.filter { $0 != 0x20 }, as: UTF8.self)
        return tight.contains("{{>") || tight.contains("{{<")
    }

    /// The text of a template that has HTML only.
    private static func textMade(from html: MessageRecipe.TemplateFile) throws(JobFailure) -> MessageRecipe.TemplateFile
    {
        do throws(HTMLRefusal) {
            let text = try HTMLText.text(from: html.prepared ?? html.bytes)
            return MessageRecipe.TemplateFile(path: "\(html.path) (as text)", bytes: text)
        } catch {
            throw JobFailure(.badData, "\(html.path): \(error)")
        }
    }

    private static func file(_ file: Workspace.TemplateFile) -> MessageRecipe.TemplateFile {
        MessageRecipe.TemplateFile(path: file.shown, bytes: file.bytes)
    }

    private static func bulkFields(_ job: JobDefinition) -> BulkMailFields {
        var fields = BulkMailFields(feedbackID: job.feedbackID)
        if let id = job.listID { fields.listID = BulkMailFields.ListID(identifier: id) }
        switch job.autoSubmitted {
        case "auto-generated": fields.autoSubmitted = .generated
        case "auto-replied": fields.autoSubmitted = .replied
        default: break
        }
        switch job.precedence {
        case "bulk": fields.precedence = .bulk
        case "list": fields.precedence = .list
        case "junk": fields.precedence = .junk
        default: break
        }
        return fields
    }
}
