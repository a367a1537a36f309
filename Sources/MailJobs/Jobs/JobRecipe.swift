internal import BounceAnalysis
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
            languages.append(
                MessageRecipe.Language(
                    tag: tag,
                    subject: file(subject),
                    text: text.map(file),
                    html: html.map(file),
                    partials: template.partials(languages: order)
                )
            )
        }
        return languages
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
