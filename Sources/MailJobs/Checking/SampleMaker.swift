internal import MIMECoding
package import MailModel
internal import RecipientTable
internal import Workspace

/// Makes the messages of a few rows of a job's list, as they would be sent.
package struct SampleMaker: Sendable {
    /// Which rows.
    package enum Selection: Sendable {
        /// The row of this number, from 1, the header not counted.
        case row(Int)
        /// The row of this address.
        case address(String)
        /// The first row of each language that has templates.
        case eachLanguage
    }

    /// A message made from a row.
    package struct Made: Sendable {
        /// The row's number, from 1.
        package var row: Int
        /// The language of the templates that were used; empty for the template's own.
        package var language: String
        /// The language that they are written in; nil when nobody knows.
        package var spoken: String?
        /// Who gets it, and where reports go.
        package var envelope: Envelope
        /// The message, CRLF line ends.
        package var bytes: [UInt8]
    }

    private let site: JobSite
    private let inputs: JobInputs

    package init(_ site: JobSite, _ inputs: JobInputs) {
        self.site = site
        self.inputs = inputs
    }

    /// Makes messages.
    ///
    /// - Parameters:
    ///   - selection: of which rows.
    ///   - sample: marks them as samples that do not count; nil for the message as the recipient would get it.
    /// - Returns: the messages, in the order of the list.
    /// - Throws: `JobFailure` when there is no such row, or it cannot become a message.
    package func make(_ selection: Selection, sample: MessageFactory.Sample?) throws(JobFailure) -> [Made] {
        let wanted = try canonical(selection)
        var isAny = false
        if case .eachLanguage = selection { isAny = true }
        let list = inputs.job.recipients.shown
        var reader = ListReader(try inputs.feed(in: site.workspace), form: inputs.form)
        var block = ListBlock()
        var maker: RowMaker?
        var number = 0
        while try next(&reader, &block, list) {
            if maker == nil, !reader.columns.isEmpty { maker = try rowMaker(reader, sample, list) }
            guard var current = maker else { continue }
            let view = SealedBlock(block)
            current.factory.use(view)
            for place in block.rows.indices {
                number += 1
                let isWanted: Bool
                switch selection {
                case .row(let row): isWanted = row == number
                case .address:
                    isWanted = current.factory.address(of: place, in: view)?.canonicalForm == wanted
                case .eachLanguage: isWanted = current.isNewLanguage(of: place, in: view)
                }
                if isWanted { try current.take(place, number, view, list, isAny: isAny) }
                if current.isDone(selection) { return current.made }
            }
            maker = current
        }
        guard let made = maker?.made, !made.isEmpty else { throw Self.missing(selection, list, rows: number) }
        return made
    }

    private func canonical(_ selection: Selection) throws(JobFailure) -> String? {
        guard case .address(let text) = selection else { return nil }
        do throws(MailAddress.Fault) { return try MailAddress(parsing: text).canonicalForm } catch {
            throw JobFailure(.usage, "\(text): \(error)")
        }
    }

    private func next(
        _ reader: inout ListReader,
        _ block: inout ListBlock,
        _ list: String
    ) throws(JobFailure) -> Bool {
        do throws(ListReader.Failure) { return try reader.next(into: &block) } catch {
            throw JobFailure(.list(error), list: list)
        }
    }

    private func rowMaker(
        _ reader: borrowing ListReader,
        _ sample: MessageFactory.Sample?,
        _ list: String
    ) throws(JobFailure) -> RowMaker {
        let author = inputs.job.from.address
        let signer = try JobSigner.make(site.settings, in: site.workspace, author: author)
        let material: MessageMaterial
        do throws(MessageMaterial.Failure) {
            material = try MessageMaterial(inputs.recipe, columns: reader.columns, holdsJSON: reader.holdsJSON)
        } catch {
            throw JobFailure(.material(error), list: list)
        }
        do throws(ConditionFaults) {
            let factory = MessageFactory(material, run: 0, secret: site.secret, sample: sample, signer: signer)
            return RowMaker(factory, try RowFilter(material))
        } catch {
            throw JobFailure(.condition(error), list: list, rule: inputs.job.recipients.rule)
        }
    }

    private static func missing(_ selection: Selection, _ list: String, rows: Int) -> JobFailure {
        switch selection {
        case .row(let row): JobFailure(.usage, "\(list): there is no row \(row); there are \(rows)")
        case .address(let address): JobFailure(.usage, "\(list): no row has the address \(address)")
        case .eachLanguage: JobFailure(.badData, "\(list): none of \(rows) rows gets a message")
        }
    }
}

/// Makes rows into messages, one language once where that is asked.
private struct RowMaker {
    var factory: MessageFactory
    var made: [SampleMaker.Made] = []
    private let filter: RowFilter
    private var languages: Set<String> = []

    init(_ factory: MessageFactory, _ filter: RowFilter) {
        self.factory = factory
        self.filter = filter
    }

    mutating func isNewLanguage(of place: Int, in block: SealedBlock) -> Bool {
        !languages.contains(factory.languageTag(of: place, in: block))
    }

    func isDone(_ selection: SampleMaker.Selection) -> Bool {
        switch selection {
        case .row, .address: !made.isEmpty
        case .eachLanguage: languages.count == factory.material.languages.count
        }
    }

    /// Makes a row's message.
    ///
    /// A row that the job's condition leaves out is passed over when any row would do, and refused when it was asked for.
    mutating func take(
        _ place: Int,
        _ number: Int,
        _ block: SealedBlock,
        _ list: String,
        isAny: Bool
    ) throws(JobFailure) {
        var buffer = MessageBuffer()
        do throws(RowProblem) {
            if try filter.leavesOut(place, of: block) {
                if isAny { return }
                let words = "row \(number) does not meet `where`, so it gets no message"
                throw RowProblem.list(words, column: 1)
            }
            let draft = try factory.compose(
                place,
                of: block,
                id: AttemptID(seq: UInt32(clamping: number - 1), attempt: 1),
                date: MessageDate(secondsSince1970: Timestamp.now.rawValue / 1_000),
                into: &buffer
            )
            let templates = factory.templates(of: place, in: block)
            languages.insert(templates.tag)
            made.append(
                SampleMaker.Made(
                    row: number,
                    language: templates.tag,
                    spoken: templates.spoken,
                    envelope: draft.envelope,
                    bytes: draft.signatures + draft.message.assemble(from: buffer)
                )
            )
        } catch {
            throw JobFailure(.badData, "\(list):\(block.rows[place].line): \(error.message)")
        }
    }
}
