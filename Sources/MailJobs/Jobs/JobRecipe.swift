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
    ///   - attachments: the files that go with messages.
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
            languages: try languages(of: job, template)
        )
        recipe.sender = job.sender.map(mailbox)
        recipe.receiptTo = job.confirmReadingTo.map(mailbox)
        recipe.wordWrap = job.wordWrap
        recipe.copies = job.copies.map { copy(of: job, $0) }
        recipe.replyTo = job.replyTo.map(mailbox)
        recipe.nameColumn = job.recipients.name
        recipe.localeColumn = job.recipients.locale
        recipe.types = job.recipients.types
        recipe.language = job.language
        recipe.condition = job.recipients.rule?.condition
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

    private static func languages(
        of job: JobDefinition,
        _ template: TemplateFolder
    ) throws(JobFailure) -> [MessageRecipe.Language] {
        let pictures = Set(job.pictures.compactMap(\.contentID))
        var maker = LanguageRecipe(template, domain: job.from.address.asciiDomain, pictures: pictures)
        let languages = try maker.languages()
        let idle = job.pictures.filter { $0.contentID.map { !maker.used.contains($0) } ?? false }
        guard idle.isEmpty else {
            throw JobFailure(
                .configuration,
                idle.map { picture in
                    let name = picture.contentID ?? ""
                    let words = "no HTML of the template shows `cid:\(name)`; write `<img src=\"cid:\(name)\">` there"
                    return "\(job.file):\(picture.place.line):\(picture.place.column): inline: \(words)"
                }
            )
        }
        return languages
    }

    private static func copy(of job: JobDefinition, _ copy: CopyDefinition) -> MessageRecipe.Copy {
        switch copy.recipient {
        case .mailbox(let mailbox):
            return MessageRecipe.Copy(recipient: .mailbox(name: mailbox.name, mailbox.address), isShown: copy.isShown)
        case .template(let text):
            let place = "\(job.file):\(copy.place.line):\(copy.place.column): \(copy.isShown ? "cc" : "bcc")"
            let file = MessageRecipe.TemplateFile(path: place, bytes: Array(text.utf8))
            return MessageRecipe.Copy(recipient: .template(file), isShown: copy.isShown)
        }
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

    private static func bulkFields(_ job: JobDefinition) -> BulkMailFields {
        var fields = BulkMailFields(feedbackID: job.feedbackID)
        if let id = job.listID { fields.listID = BulkMailFields.ListID(identifier: id) }
        switch job.autoSubmitted {
        case "auto-generated": fields.autoSubmitted = .generated
        case "auto-replied": fields.autoSubmitted = .replied
        default: break
        }
        fields.priority = job.priority.flatMap { BulkMailFields.Priority(rawValue: $0) }
        switch job.precedence {
        case "bulk": fields.precedence = .bulk
        case "list": fields.precedence = .list
        case "junk": fields.precedence = .junk
        default: break
        }
        return fields
    }
}
