internal import Crypto
internal import Ledger
internal import MIMECoding
package import MailModel
internal import MessageSigning
internal import Workspace

/// A message that was sent, made once more from what was sealed, and compared with the hash that was kept.
package struct SentMessage: Sendable {
    /// Whether these are the bytes that left.
    package enum Proof: Sendable, Hashable {
        /// They have the hash that was kept when the message left.
        case proven(MessageDigest)
        /// They have another hash; the words say what may have changed since.
        case differs(kept: MessageDigest, because: String)
        /// No hash was kept; the words say why, and what the Date is taken from.
        case unproven(because: String)
    }

    /// Which attempt.
    package var attempt: UInt16
    /// Who got it, and where reports go.
    package var envelope: Envelope
    /// The message, CRLF line ends.
    package var bytes: [UInt8]
    /// Whether it is the one that left.
    package var proof: Proof
}

/// Makes sent messages once more.
package struct SentMessageMaker: Sendable {
    private struct Wanted {
        var attempt: UInt16
        var record: SentRecord?
        var at: Timestamp
    }

    private let site: JobSite

    package init(_ site: JobSite) { self.site = site }

    /// Makes the message of one attempt.
    ///
    /// - Parameters:
    ///   - chapter: the recipient.
    ///   - attempt: which attempt; nil for the last one of which something left.
    /// - Returns: the message and its proof.
    /// - Throws: `JobFailure` when nothing left, or what was sealed cannot be read.
    package func make(_ chapter: RecipientStory.Chapter, attempt: UInt16?) throws(JobFailure) -> SentMessage {
        let wanted = try wanted(chapter, attempt)
        let revision = wanted.record?.revision ?? chapter.run.revision
        let folder = site.folder(of: chapter.run, revision: revision)
        if chapter.run.job == SendmailQueue.job { return try handedIn(chapter, wanted, in: folder) }
        let sealed = try folder.sealedInputs(of: chapter.run.job, in: site)
        let material = try folder.material(sealed.inputs.recipe, list: chapter.run.name)
        let date = wanted.record?.facts.date ?? wanted.at.rawValue / 1_000
        var first: SentMessage?
        for signer in try signers(wanted.record?.facts.form, sealed) {
            var factory = MessageFactory(material, run: chapter.run.number, secret: site.secret, signer: signer)
            let made = try make(chapter.seq, wanted.attempt, date, folder, &factory)
            guard let kept = wanted.record?.facts.digest else {
                let words = "no hash was kept of this attempt; the Date is the time of its outcome"
                return SentMessage(
                    attempt: wanted.attempt,
                    envelope: made.envelope,
                    bytes: made.bytes,
                    proof: .unproven(because: words)
                )
            }
            let isSame = MessageDigest(Array(SHA256.hash(data: made.bytes))) == kept
            let message = SentMessage(
                attempt: wanted.attempt,
                envelope: made.envelope,
                bytes: made.bytes,
                proof: isSame ? .proven(kept) : .differs(kept: kept, because: Self.suspicion(wanted.record))
            )
            if isSame { return message }
            first = first ?? message
        }
        guard let first else { throw JobFailure(.internalFault, "no message was made; please report it") }
        return first
    }

    /// The message of a run that was handed in as a whole.
    private func handedIn(
        _ chapter: RecipientStory.Chapter,
        _ wanted: Wanted,
        in folder: RunFolder
    ) throws(JobFailure) -> SentMessage {
        let message: SealedMessage
        do throws(SealedRows.Failure) { message = try folder.sealedMessage() } catch { throw JobFailure(error) }
        let id = AttemptID(seq: chapter.seq, attempt: wanted.attempt)
        guard let address = try? MailAddress(parsing: chapter.address),
            let envelope = message.envelope(to: [(id, address)])
        else { throw JobFailure(.badData, "\(folder.path): recipient \(chapter.seq) has no address any more") }
        let proof: SentMessage.Proof
        if let kept = wanted.record?.facts.digest {
            let isSame = MessageDigest(of: message.content) == kept
            proof = isSame ? .proven(kept) : .differs(kept: kept, because: "the sealed message was changed")
        } else {
            proof = .unproven(because: "no hash was kept of this attempt")
        }
        return SentMessage(attempt: wanted.attempt, envelope: envelope, bytes: message.bytes, proof: proof)
    }

    private static func suspicion(_ record: SentRecord?) -> String {
        let isSigned = record?.facts.form.contains(.signed) == true
        let key = isSigned ? "the signing key, " : ""
        return "\(key)the secret in the state folder, the sealed files or the program are not those of then"
    }

    /// The attempt that is meant, with what was kept of it.
    private func wanted(_ chapter: RecipientStory.Chapter, _ attempt: UInt16?) throws(JobFailure) -> Wanted {
        let facts = chapter.facts
        var known = chapter.history.map { Wanted(attempt: $0.attempt, record: $0.sent, at: $0.at) }
        if let at = facts.at { known.append(Wanted(attempt: facts.attempt, record: facts.sent, at: at)) }
        known = known.filter { $0.attempt > 0 }
        if let attempt { known = known.filter { $0.attempt == attempt } }
        if let best = known.last(where: { $0.record != nil }) ?? known.last { return best }
        let words = attempt.map { "there was no attempt \($0)" } ?? "nothing was sent to it"
        throw JobFailure(.usage, "\(chapter.address), run \(chapter.run.name): \(words)")
    }

    /// The signers that may have signed it, the likeliest first; one of nil for an unsigned message.
    private func signers(
        _ form: SentFacts.Form?,
        _ sealed: RunFolder.SealedWorkspace
    ) throws(JobFailure) -> [DKIMSigner?] {
        if let form, !form.contains(.signed) { return [nil] }
        let author = sealed.inputs.job.from.address
        var signers: [DKIMSigner?] = []
        for settings in [site.settings, sealed.settings] {
            // A key that is gone makes no signature; then the difference is told.
            if let signer = try? JobSigner.make(settings, in: site.workspace, author: author) { signers.append(signer) }
        }
        return signers.isEmpty ? [nil] : signers
    }

    private func make(
        _ seq: UInt32,
        _ attempt: UInt16,
        _ date: Int64,
        _ folder: RunFolder,
        _ factory: inout MessageFactory
    ) throws(JobFailure) -> (envelope: Envelope, bytes: [UInt8]) {
        var block = SealedBlock()
        do throws(SealedRows.Failure) {
            let rows = try SealedRows(folder: folder.path)
            guard Int(seq) < rows.count else {
                throw SealedRows.Failure("\(folder.path): the sealed list has no recipient \(seq)")
            }
            try rows.read(Int(seq)..<Int(seq) + 1, into: &block)
        } catch {
            throw JobFailure(error)
        }
        factory.use(block)
        var buffer = MessageBuffer()
        do throws(RowProblem) {
            let draft = try factory.compose(
                0,
                of: block,
                id: AttemptID(seq: seq, attempt: attempt),
                date: MessageDate(secondsSince1970: date),
                into: &buffer
            )
            return (draft.envelope, draft.signatures + draft.message.assemble(from: buffer))
        } catch {
            throw JobFailure(.badData, "\(folder.path): recipient \(seq): \(error.message)")
        }
    }
}

extension RunFolder {
    /// What a run was sealed from, as a workspace of its own.
    struct SealedWorkspace {
        var settings: WorkspaceSettings
        var inputs: JobInputs
    }

    /// Reads the job and all it names as they were sealed.
    func sealedInputs(of job: String, in site: JobSite) throws(JobFailure) -> SealedWorkspace {
        let workspace: WorkspaceFolder
        do throws(WorkspaceFailure) {
            workspace = try WorkspaceFolder.find(explicit: inputsPath, state: site.state.path)
        } catch {
            throw JobFailure(error)
        }
        let settings: WorkspaceSettings
        do throws(ConfigFaults) { settings = try workspace.settings() } catch { throw JobFailure(error) }
        let inputs = try JobInputs(job, in: workspace, settings: settings, files: site.workspace)
        return SealedWorkspace(settings: settings, inputs: inputs)
    }
}
