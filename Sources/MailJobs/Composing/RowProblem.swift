package import MIMECoding
package import MailModel
package import TemplateLanguage

/// Why one row cannot become a message.
package enum RowProblem: Error, Sendable {
    /// The address is none.
    case address(MailAddress.Fault, column: String)
    /// The address's domain has a single label, which is right by the RFC and hardly ever meant.
    case singleLabelDomain(String, column: String)
    /// A template cannot take the row's values.
    case template(TemplateFault)
    /// A value cannot stand in a header field.
    case header(HeaderFault)
    /// A typed column's value does not fit.
    case type(column: String, message: String)
    /// An earlier row has the same address.
    case duplicate(column: String, firstLine: Int)
    /// No text can be made from the HTML.
    case unreadableHTML(String)
    /// The invitation is none that a calendar program would take.
    case invitation(String)
    /// Somebody who is to get a copy has no usable address.
    case copy(String, place: String)
    /// A file of the row cannot be attached.
    case file(String, kind: String, place: String)
    /// A file of the row is another one than was sealed.
    case changedFile(String, place: String)
    /// The message could not be signed.
    case unsigned(String)
    /// A list of exclusions names the address.
    case excluded(list: String)
    /// The list itself is broken here.
    case list(String, column: Int)

    /// What is wrong and what to do, without the place in the list.
    package var message: String {
        switch self {
        case .address(let fault, let column): "column `\(column)`: \(fault)"
        case .singleLabelDomain(let domain, let column):
            "column `\(column)`: the domain `\(domain)` has no dot; write the whole domain, such as `\(domain).com`"
        case .template(let fault): "\(fault.message) (\(fault.file):\(fault.line):\(fault.column))"
        case .header(let fault): "\(fault)"
        case .type(let column, let message): "column `\(column)`: \(message)"
        case .duplicate(let column, let line):
            "column `\(column)`: the same mailbox is in line \(line); take one away, or set `duplicates: first`"
        case .unreadableHTML(let words): "no text can be made from the HTML: \(words)"
        case .invitation(let words): words
        case .copy(let words, let place), .file(let words, _, let place): "\(words) (\(place))"
        case .changedFile(let path, let place):
            "`\(path)` is not the file any more that was sealed with this run; put it back as it was (\(place))"
        case .unsigned(let words): "the message cannot be signed: \(words)"
        case .excluded(let list): "the address is in \(list)"
        case .list(let message, _): message
        }
    }

    /// What faults of the same kind have in common, for grouping them.
    package var group: String {
        switch self {
        case .address(let fault, let column): "address/\(column)/\(Self.word(fault.kind))"
        case .singleLabelDomain(_, let column): "address/\(column)/single label"
        case .template(let fault): "template/\(fault.kind.rawValue)/\(fault.file):\(fault.line):\(fault.column)"
        case .header(let fault): "header/\(fault.field)"
        case .type(let column, _): "type/\(column)"
        case .duplicate: "duplicate"
        case .unreadableHTML: "html"
        case .invitation: "invitation"
        case .copy(_, let place): "copy/\(place)"
        case .file(_, let kind, let place): "file/\(place)/\(kind)"
        case .changedFile(_, let place): "file/\(place)/changed"
        case .unsigned: "unsigned"
        case .excluded(let list): "excluded/\(list)"
        case .list(let message, _): "list/\(message)"
        }
    }

    /// Whether another attempt may find it mended.
    var mayPass: Bool {
        if case .changedFile = self { return true }
        if case .file = self { return true }
        return false
    }

    private static func word(_ kind: MailAddress.Fault.Kind) -> String { "\(kind)" }
}
