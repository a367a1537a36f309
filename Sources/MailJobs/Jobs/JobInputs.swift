internal import HTMLMail
internal import RecipientTable
package import Workspace

/// What a job is made of before the list is read: the files, and the recipe that they give.
package struct JobInputs: Sendable {
    /// A file that is sealed with a run.
    package struct File: Sendable {
        /// Its path within the workspace.
        package var path: String
        /// What is in it.
        package var bytes: [UInt8]
    }

    /// The job.
    package let job: JobDefinition
    /// What the messages are made of.
    package let recipe: MessageRecipe
    /// Everything that is sealed with a run.
    package let files: [File]

    /// Reads a job and all it names, but not the list.
    ///
    /// - Parameters:
    ///   - name: the job.
    ///   - workspace: the workspace; or the `inputs` folder of a run, to go on with what was sealed.
    ///   - settings: what that workspace's `martlet.yaml` says.
    ///   - files: where the files of rows are read, which are not copied into a run; `workspace` when nil.
    /// - Throws: `JobFailure` with everything that is wrong.
    package init(
        _ name: String,
        in workspace: WorkspaceFolder,
        settings: WorkspaceSettings,
        files: WorkspaceFolder? = nil
    ) throws(JobFailure) {
        let template: TemplateFolder
        do throws(ConfigFaults) {
            job = try workspace.job(named: name)
            template = try workspace.template(named: job.template)
        } catch {
            throw JobFailure(error)
        }
        guard job.unavailable.isEmpty else {
            throw JobFailure(.configuration, job.unavailable.map(\.description))
        }
        var sealed = [File(path: job.file, bytes: job.bytes)]
        sealed += template.files.map { File(path: "\(template.shown)/\($0.path)", bytes: $0.bytes) }
        var attachments: [MessageRecipe.Attachment] = []
        for attachment in job.attachments + job.pictures {
            let bytes = try Self.read(attachment, of: job, in: workspace)
            attachments.append(Self.attachment(attachment, bytes ?? [], of: job))
            guard let bytes, !sealed.contains(where: { $0.path == attachment.file }) else { continue }
            sealed.append(File(path: attachment.file, bytes: bytes))
        }
        var recipe = try JobRecipe.make(
            job,
            template: template,
            identity: settings.identity,
            attachments: attachments
        )
        let folder = files ?? workspace
        recipe.readFile = { path, root in
            do throws(AttachmentFault) { return .success(try folder.attachment(path, within: root)) } catch {
                return .failure(error)
            }
        }
        self.recipe = recipe
        self.files = sealed
    }

    /// What mail clients would drop of the HTML templates, as lines for a person; warnings only.
    package var clientWarnings: [String] {
        recipe.languages.compactMap(\.html).flatMap { file in
            ClientLint.findings(in: file.prepared ?? file.bytes).filter { $0.severity == .warning }
                .map { "\(file.path):\($0)" }
        }
    }

    /// The hash of what the messages are made of.
    package var contentHash: String { SealHash.text(SealHash.content(recipe)) }

    /// Where the list's bytes come from.
    package func feed(in workspace: WorkspaceFolder) throws(JobFailure) -> ByteFeed {
        let source: ByteFeed.Source =
            switch job.recipients.source {
            case .file(let path): .file(path: path)
            case .standardInput: .standardInput
            case .command(let text): .command(text, folder: workspace.path)
            }
        do throws(ByteFeed.Failure) { return try ByteFeed(source) } catch {
            throw JobFailure(error.isMissing ? .missingFile : .badData, error.message)
        }
    }

    /// How the list's bytes are read.
    package var form: ListReader.Form {
        if case .file(let path) = job.recipients.source, path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") {
            return .jsonLines
        }
        var options = CSVOptions()
        options.charset = job.recipients.charset
        options.delimiter = job.recipients.delimiter
        return .csv(options)
    }

    private static func attachment(
        _ definition: AttachmentDefinition,
        _ bytes: [UInt8],
        of job: JobDefinition
    ) -> MessageRecipe.Attachment {
        let ownName = definition.isPerRecipient ? "" : PathName.last(of: definition.file)
        var attachment = MessageRecipe.Attachment(name: definition.name ?? ownName, content: bytes)
        attachment.path = definition.isPerRecipient ? definition.file : nil
        attachment.folder = definition.fixedFolder ?? ""
        attachment.mediaType = definition.mediaType
        attachment.picture = definition.contentID
        attachment.place = "\(job.file):\(definition.place.line):\(definition.place.column)"
        return attachment
    }

    /// The bytes of a file for all; nil for one that differs from row to row.
    private static func read(
        _ attachment: AttachmentDefinition,
        of job: JobDefinition,
        in workspace: WorkspaceFolder
    ) throws(JobFailure) -> [UInt8]? {
        guard !attachment.isPerRecipient else { return nil }
        do throws(AttachmentFault) { return try workspace.attachment(attachment.file) } catch {
            let code: JobFailure.Code = error.kind == .missing || error.kind == .unreadable ? .missingFile : .badData
            let place = "\(job.file):\(attachment.place.line):\(attachment.place.column)"
            throw JobFailure(
                code,
                "\(place): \(attachment.contentID == nil ? "attachments" : "inline"): \(error.message)"
            )
        }
    }
}
