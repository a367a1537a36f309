internal import MIMECoding
internal import MailModel
internal import TemplateLanguage

/// Who gets copies of a row's message.
///
/// Copies travel in the transaction of the row's own message: they are the same bytes. They are no recipients of the run:
/// nothing counts them, and their attempt number is 0, which no attempt of a recipient has.
struct CopyList {
    /// One who gets a copy.
    struct Entry {
        var mailbox: MailboxText
        var address: MailAddress
        var isShown: Bool
    }

    private enum Source {
        case fixed(Entry)
        case template(TemplateRenderer, isShown: Bool)
    }

    /// Addresses that one row may name in one setting.
    private static let maximumAddresses = 50

    private var sources: [Source]

    /// The copies of a compiled job.
    init(_ copies: [MessageMaterial.Copy]) {
        sources = copies.map { copy in
            switch copy.recipient {
            case .mailbox(let name, let address):
                .fixed(Entry(mailbox: Self.mailbox(name, address), address: address, isShown: copy.isShown))
            case .template(let template): .template(TemplateRenderer(template), isShown: copy.isShown)
            }
        }
    }

    var isEmpty: Bool { sources.isEmpty }

    /// The copies of a row, each mailbox once, and not the row's own recipient.
    mutating func entries(_ row: TemplateRow, besides recipient: MailAddress) throws(RowProblem) -> [Entry] {
        var known: Set<String> = [recipient.canonicalForm]
        var entries: [Entry] = []
        for index in sources.indices {
            let found: [Entry]
            switch sources[index] {
            case .fixed(let entry): found = [entry]
            case .template(var renderer, let isShown):
                found = try Self.read(&renderer, row, isShown: isShown)
                sources[index] = .template(renderer, isShown: isShown)
            }
            entries += found.filter { known.insert($0.address.canonicalForm).inserted }
        }
        return entries
    }

    private static func read(
        _ renderer: inout TemplateRenderer,
        _ row: TemplateRow,
        isShown: Bool
    ) throws(RowProblem) -> [Entry] {
        var bytes: [UInt8] = []
        do throws(TemplateFault) { try renderer.render(row, into: &bytes) } catch { throw .template(error) }
        let text = String(decoding: MessageFactory.trimmed(bytes[...]), as: UTF8.self)
        guard !text.isEmpty else { return [] }
        let place = renderer.template.name
        let list = HeaderAddressList(parsing: text)
        guard list.defects.isEmpty, !list.mailboxes.isEmpty else {
            throw .copy("`\(text)` is no list of addresses", place: place)
        }
        guard list.mailboxes.count <= maximumAddresses else {
            throw .copy("there are more than \(maximumAddresses) addresses", place: place)
        }
        var entries: [Entry] = []
        for found in list.mailboxes {
            do throws(MailAddress.Fault) {
                let address = try MailAddress(parsing: found.address)
                entries.append(Entry(mailbox: mailbox(found.name, address), address: address, isShown: isShown))
            } catch {
                throw .copy("the address `\(found.address)` cannot be used: \(error)", place: place)
            }
        }
        return entries
    }

    private static func mailbox(_ name: String, _ address: MailAddress) -> MailboxText {
        MailboxText(name: name, address: address.envelopeForm)
    }
}
