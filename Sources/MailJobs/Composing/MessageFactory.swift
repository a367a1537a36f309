internal import BounceAnalysis
package import MIMECoding
package import MailModel
package import MessageSigning
internal import RecipientTable
internal import TemplateLanguage

/// Makes the messages of a run, one at a time, with memory that is used again.
///
/// What a message is made of depends on nothing but the sealed row, the run's number, the secret and the date, so that
/// the very same bytes can be made again later. A factory belongs to one task at a time; each sender has its own.
package struct MessageFactory {
    /// A message that lies in the buffer it was composed into.
    package struct Draft: Sendable {
        package var envelope: Envelope
        package var message: ComposedMessage
        /// Signatures that did not fit in front of the message: they leave before it.
        package var signatures: [UInt8] = []
    }

    /// What marks a message as a sample that does not count.
    package struct Sample: Sendable {
        /// Who gets it instead of the row's recipient.
        package var recipient: MailAddress
        /// What stands before the subject.
        package var mark: String

        package init(recipient: MailAddress, mark: String) {
            self.recipient = recipient
            self.mark = mark
        }
    }

    package let material: MessageMaterial
    private let run: UInt32
    private let sample: Sample?
    private var signer: DKIMSigner?
    private var signatures: [UInt8] = []
    private var maker: VERPToken.Maker
    private var writers: [LanguageWriter]
    private var fieldRenderers: [TemplateRenderer]
    private var languageCache = LanguageCache()
    private var fileWriters: [FileWriter]
    private var copies: CopyList
    /// The digests of the files that the last composed message has for its row alone, 16 bytes each.
    private(set) var fileDigests: [UInt8] = []
    private var composer: MessageComposer
    private var row = TemplateRow()
    private var token: [UInt8] = []
    private var messageID: [UInt8] = []
    /// The form by which the last composed message's recipient counts as one mailbox.
    private(set) var canonicalAddress: String?
    /// Whether that form is made; off by default.
    var keepsCanonicalAddress = false

    /// A factory.
    ///
    /// - Parameters:
    ///   - material: the compiled job.
    ///   - run: the run's number; 0 for samples and checks.
    ///   - secret: the workspace's secret.
    ///   - sample: set when the messages are samples.
    ///   - signer: signs the messages; nil leaves them unsigned.
    package init(
        _ material: MessageMaterial,
        run: UInt32,
        secret: [UInt8],
        sample: Sample? = nil,
        signer: DKIMSigner? = nil
    ) {
        self.signer = signer
        self.material = material
        self.run = run
        self.sample = sample
        maker = VERPToken.Maker(secret: secret)
        writers = material.languages.map { LanguageWriter($0) }
        fieldRenderers = material.fieldTemplates.map { TemplateRenderer($0) }
        fileWriters = material.files.map { FileWriter($0) }
        copies = CopyList(material.copies)
        composer = MessageComposer(material.layout)
    }

    /// Whether messages are signed.
    var signs: Bool { signer != nil }

    /// Whether a plain tag whose value is empty is a fault; for checks.
    package var reportsEmptyValues = false {
        didSet { for index in writers.indices { writers[index].reportsEmptyValues(reportsEmptyValues) } }
    }

    /// Takes the bytes that the next rows lie in.
    package mutating func use(_ block: SealedBlock) { row.bytes = block.bytes }

    /// Composes the message of a row at the end of `buffer`.
    ///
    /// - Parameters:
    ///   - place: the row in its block; ``use(_:)`` was called with that block.
    ///   - block: the rows.
    ///   - id: which recipient and attempt.
    ///   - date: the message's Date.
    ///   - buffer: where it goes.
    /// - Returns: the envelope, and where in the buffer the message is.
    /// - Throws: `RowProblem`; the buffer is as it was then.
    package mutating func compose(
        _ place: Int,
        of block: SealedBlock,
        id: AttemptID,
        date: MessageDate,
        into buffer: inout MessageBuffer
    ) throws(RowProblem) -> Draft {
        var values = Self.noValues(date)
        let (address, copied) = try fill(&values, place, of: block, seq: id.seq)
        var message: ComposedMessage
        do throws(HeaderFault) {
            message = try composer.compose(values, headroom: signer?.headroom ?? 0, into: &buffer)
        } catch {
            throw .header(error)
        }
        let rest = try sign(&message, in: &buffer, at: date)
        var envelope = envelope(to: address, id: id, message)
        if !copied.isEmpty, sample == nil { envelope.add(copied) }
        return Draft(envelope: envelope, message: message, signatures: rest)
    }

    /// Finds what would keep a row from becoming a message, and composes none: the templates are rendered and the header
    /// is written, but no body is encoded, which cannot fail.
    ///
    /// - Parameters:
    ///   - place: the row in its block; ``use(_:)`` was called with that block.
    ///   - block: the rows.
    ///   - seq: the recipient's number.
    ///   - scratch: memory; its content is lost.
    /// - Throws: `RowProblem`, the same as ``compose(_:of:id:date:into:)``.
    package mutating func check(
        _ place: Int,
        of block: SealedBlock,
        seq: UInt32,
        scratch: inout MessageBuffer
    ) throws(RowProblem) {
        var values = Self.noValues(MessageDate(secondsSince1970: 0))
        _ = try fill(&values, place, of: block, seq: seq)
        do throws(HeaderFault) { try composer.check(values, scratch: &scratch) } catch { throw .header(error) }
    }

    private static func noValues(_ date: MessageDate) -> MessageValues {
        MessageValues(date: date, messageID: [], to: [], subject: [], boundary: [])
    }

    /// Puts in place what the message of a row says; in place, since the values are many and copying counts references.
    ///
    /// - Returns: whom it goes to.
    private mutating func fill(
        _ values: inout MessageValues,
        _ place: Int,
        of block: SealedBlock,
        seq: UInt32
    ) throws(RowProblem) -> (MailAddress, [CopyList.Entry]) {
        canonicalAddress = nil
        let address = try checkedAddress(of: place, in: block)
        try loadRow(place, of: block, seq: seq)
        let choice = language(of: place, in: block)
        writers[choice.index].use(choice)
        let name = material.nameColumn.map { Self.trimmed(block.content($0, of: place)) } ?? []
        let to = MailboxText(name: name, address: Self.bytes(address.envelopeForm)[...])
        values.messageID = messageID[...]
        values.to.append(.mailbox(to))
        values.boundary = token[...]
        values.unsubscribe = unsubscribeOffer()
        try writers[choice.index].render(row, into: &values)
        do throws(TemplateFault) {
            for index in fieldRenderers.indices {
                var text: [UInt8] = []
                try fieldRenderers[index].render(row, into: &text)
                values.fields.append(text[...])
            }
        } catch {
            throw .template(error)
        }
        if !fileWriters.isEmpty || !material.languages[choice.index].images.isEmpty {
            try addFiles(of: place, in: block, material.languages[choice.index], to: &values)
        }
        let copied = copies.isEmpty ? [] : try copies.entries(row, besides: address)
        if !copied.isEmpty { values.cc = copied.filter(\.isShown).map { .mailbox($0.mailbox) } }
        if let sample { values.subject = (Self.bytes(sample.mark) + values.subject)[...] }
        if keepsCanonicalAddress { canonicalAddress = address.canonicalForm }
        return (address, copied)
    }

    /// Adds the pictures of the HTML, and the files of a row.
    private mutating func addFiles(
        of place: Int,
        in block: SealedBlock,
        _ language: MessageMaterial.Language,
        to values: inout MessageValues
    ) throws(RowProblem) {
        values.files = language.images
        fileDigests.removeAll(keepingCapacity: true)
        let sealed = block.fileDigests(of: place)
        for index in fileWriters.indices {
            let file = fileWriters[index].file
            let isShown = file.picture.map { language.pictures.contains($0) } ?? true
            let made = isShown ? try fileWriters[index].part(row, from: material.fileCache) : nil
            if let made { values.files.append(made.part) }
            guard file.isSealedByRow else { continue }
            let known = sealed.dropFirst(fileDigests.count).prefix(SealedRows.digestSize)
            fileDigests += made.map { Array($0.digest.prefix(SealedRows.digestSize)) } ?? SealedRows.noDigest
            guard !block.isSealed || known.elementsEqual(fileDigests.suffix(SealedRows.digestSize)) else {
                throw .changedFile(made?.path ?? "", place: file.place)
            }
        }
    }

    /// Puts signatures in front of a message.
    ///
    /// - Returns: the signatures where they did not fit, which hardly happens: the room is known beforehand.
    private mutating func sign(
        _ message: inout ComposedMessage,
        in buffer: inout MessageBuffer,
        at date: MessageDate
    ) throws(RowProblem) -> [UInt8] {
        guard signer != nil else { return [] }
        signatures.removeAll(keepingCapacity: true)
        let outcome: DKIMSigner.Outcome?
        do throws(DKIMKey.SigningFailure) {
            let time = Int(date.secondsSince1970)
            outcome = try signer?.sign(message, in: buffer, at: time, into: &signatures)
        } catch {
            throw .unsigned("\(error)")
        }
        guard case .signed = outcome else { throw .unsigned("no key is for the domain in From") }
        return message.prepend(signatures.span, in: &buffer) ? [] : signatures
    }

    /// The address of a row, checked.
    private func checkedAddress(of place: Int, in block: SealedBlock) throws(RowProblem) -> MailAddress {
        let text = Self.trimmed(block.content(material.emailColumn, of: place))
        let address: MailAddress
        do throws(MailAddress.Fault) { address = try MailAddress(parsing: text.span) } catch {
            throw .address(error, column: material.recipe.emailColumn)
        }
        guard address.hasDottedDomain || address.asciiDomain.utf8.elementsEqual("localhost".utf8) else {
            throw .singleLabelDomain(address.domain, column: material.recipe.emailColumn)
        }
        return address
    }

    /// The address of a row; nil when it is none.
    package func address(of place: Int, in block: SealedBlock) -> MailAddress? {
        try? checkedAddress(of: place, in: block)
    }

    private func envelope(to address: MailAddress, id: AttemptID, _ message: ComposedMessage) -> Envelope {
        let recipient = sample?.recipient ?? address
        let reversePath: ReversePath
        switch material.recipe.reversePath {
        case .perRecipient(let pattern) where sample == nil:
            reversePath = .mailbox(pattern.make(token: token))
        case .perRecipient: reversePath = .mailbox(recipient.envelopeForm)
        case .fixed(let path): reversePath = .mailbox(path)
        }
        var envelope = Envelope(
            reversePath: reversePath,
            recipient: EnvelopeRecipient(id: id, path: recipient.envelopeForm, domain: recipient.asciiDomain),
            needsSMTPUTF8: recipient.needsSMTPUTF8 || message.needsSMTPUTF8
        )
        if var request = material.recipe.reports {
            request.envelopeID = String(decoding: token, as: UTF8.self)
            envelope.reportRequest = request
        }
        return envelope
    }
}

extension Envelope {
    /// Adds those who get copies; attempt 0 says that they are no recipients of the run.
    fileprivate mutating func add(_ copies: [CopyList.Entry]) {
        for copy in copies {
            let id = AttemptID(seq: recipient.id.seq, attempt: 0)
            let path = copy.address.envelopeForm
            furtherRecipients.append(EnvelopeRecipient(id: id, path: path, domain: copy.address.asciiDomain))
            needsSMTPUTF8 = needsSMTPUTF8 || copy.address.needsSMTPUTF8
        }
    }
}

extension MessageFactory {
    /// Puts a row's fields, its token and its typed values in place.
    private mutating func loadRow(_ place: Int, of block: SealedBlock, seq: UInt32) throws(RowProblem) {
        token.removeAll(keepingCapacity: true)
        maker.append(VERPToken(run: run, seq: seq), to: &token)
        messageID.removeAll(keepingCapacity: true)
        messageID.append(contentsOf: token)
        messageID.append(0x40)
        messageID.append(contentsOf: material.messageIDDomain)
        row.fields.removeAll(keepingCapacity: true)
        row.fields.append(contentsOf: block.fields(of: place))
        guard !material.typedColumns.isEmpty || material.unsubscribeColumn != nil else { return }
        // Each row sets the same columns.
        if row.values.isEmpty { row.values = [TemplateValue?](repeating: nil, count: material.columns.count + 1) }
        for (column, type) in material.typedColumns {
            let cell = String(decoding: block.content(column, of: place), as: UTF8.self)
            do {
                row.values[column] = TemplateValue(try type.value(of: cell))
            } catch {
                throw .type(column: material.columns[column], message: error.message)
            }
        }
        if let column = material.unsubscribeColumn, let url = material.recipe.unsubscribeURL {
            row.values[column] = .string(Self.filled(url, token: token))
        }
    }

    /// The language that a row asks for, by its locale column.
    private mutating func language(of place: Int, in block: SealedBlock) -> LanguageChoice {
        let tag = material.localeColumn.map { block.content($0, of: place) } ?? []
        return languageCache.choice(for: tag, in: material)
    }

    /// The tag of the templates that a row gets; empty for the template's own.
    mutating func languageTag(of place: Int, in block: SealedBlock) -> String {
        templates(of: place, in: block).tag
    }

    /// The templates that a row gets: the name of their folder, empty for the template's own, and their language.
    mutating func templates(of place: Int, in block: SealedBlock) -> (tag: String, spoken: String?) {
        let language = material.languages[language(of: place, in: block).index]
        return (language.tag, language.spoken)
    }

    private func unsubscribeOffer() -> UnsubscribeOffer? {
        let recipe = material.recipe
        guard recipe.unsubscribeURL != nil || recipe.unsubscribeMailto != nil else { return nil }
        let url = recipe.unsubscribeURL.map { Self.filled($0, token: token) } ?? []
        let mailto = recipe.unsubscribeMailto.map { Self.filled($0, token: token) } ?? []
        return UnsubscribeOffer(url: url[...], mailto: mailto[...])
    }

    /// A text with the recipient's token in the place of `{token}`.
    static func filled(_ text: String, token: [UInt8]) -> [UInt8] {
        var filled: [UInt8] = []
        filled.reserveCapacity(text.utf8.count + token.count)
        var place = text.utf8.startIndex
        while place < text.utf8.endIndex {
            let byte = text.utf8[place]
            if byte == UInt8(ascii: "{"), text.utf8[place...].starts(with: tokenMark) {
                filled += token
                text.utf8.formIndex(&place, offsetBy: tokenMark.count)
            } else {
                filled.append(byte)
                text.utf8.formIndex(after: &place)
            }
        }
        return filled
    }

    private static let tokenMark = Array("{token}".utf8)

    /// Bytes without the blanks at both ends.
    static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        return bytes
    }

    private static func bytes(_ text: String) -> [UInt8] { [UInt8](text.utf8) }
}
