internal import MIMECoding
internal import MailModel

/// Makes a message that was handed in ready to leave: the header is completed, and recipients are read from it.
struct Submission {
    /// Why a message cannot be sent.
    struct Fault: Error, Sendable, Hashable {
        enum Kind: Sendable, Hashable {
            /// The message or an address in it is bad.
            case badMessage
            /// A recipient is no address, and no user who could be meant.
            case unknownUser
        }

        var kind = Kind.badMessage
        var words: String
    }

    /// Who hands it in, and what is added.
    struct Origin: Sendable {
        /// The login name.
        var user: String
        /// What follows the `@` of a user's name; nil when nobody knows.
        var domain: String?
        /// The time in the Date field.
        var date: MessageDate
        /// What stands before the `@` of the Message-ID.
        var uniqueName: String
    }

    private let arguments: SendmailArguments
    private let origin: Origin
    private let message: SubmittedMessage
    private var needsSMTPUTF8 = false

    private static let addressFields: Set<String> = [
        "from", "sender", "reply-to", "to", "cc", "resent-from", "resent-sender", "resent-to", "resent-cc",
    ]
    /// Fields that do not leave: recipients nobody is to see, what the last server writes, and a count that is wrong now.
    private static let droppedFields: Set<String> = ["bcc", "resent-bcc", "return-path", "content-length"]
    /// Bytes on a line, its end not counted (RFC 5322 §2.1.1).
    private static let longestLine = 998

    init(_ bytes: [UInt8], _ arguments: SendmailArguments, from origin: Origin) {
        self.arguments = arguments
        self.origin = origin
        message = SubmittedMessage(bytes, ignoresDots: arguments.ignoresDots)
    }

    /// The message and who gets it.
    ///
    /// - Throws: `Fault`.
    mutating func prepared() throws(Fault) -> (message: SealedMessage, recipients: [MailAddress]) {
        let recipients = try recipients()
        let sender = try reversePath()
        let bytes = try header() + body()
        let sealed = SealedMessage(
            bytes: bytes,
            reversePath: sender,
            is8Bit: bytes.contains { $0 >= 0x80 },
            needsSMTPUTF8: needsSMTPUTF8,
            usesSuppression: arguments.usesSuppression,
            via: arguments.via
        )
        return (sealed, recipients)
    }

    private func recipients() throws(Fault) -> [MailAddress] {
        var names = arguments.recipients.flatMap { HeaderAddressList(parsing: $0).mailboxes.map(\.address) }
        if arguments.readsRecipients {
            let resent: Set<String> = ["resent-to", "resent-cc", "resent-bcc"]
            let isResent = message.fields.contains { resent.contains($0.name.lowercased()) }
            let wanted = isResent ? resent : ["to", "cc", "bcc"]
            for field in message.fields where wanted.contains(field.name.lowercased()) {
                names += HeaderAddressList(parsing: field.value[...]).mailboxes.map(\.address)
            }
        }
        var known: Set<String> = []
        var recipients: [MailAddress] = []
        for name in names where !name.isEmpty {
            let address = try address(name)
            if known.insert(address.canonicalForm).inserted { recipients.append(address) }
        }
        guard !recipients.isEmpty else {
            let way = arguments.readsRecipients ? "To, Cc and Bcc name nobody" : "name them, or say -t"
            throw Fault(words: "there are no recipients; \(way)")
        }
        return recipients
    }

    /// A recipient; a bare name is a user of the machine's mail domain.
    private func address(_ name: String) throws(Fault) -> MailAddress {
        guard let whole = qualified(name) else {
            let words =
                "no such user: \(name); give a whole address, or say `sendmail: {domain: example.com}` in martlet.yaml"
            throw Fault(kind: .unknownUser, words: words)
        }
        do throws(MailAddress.Fault) { return try MailAddress(parsing: whole) } catch {
            throw Fault(kind: .unknownUser, words: "\(whole): \(error)")
        }
    }

    private func qualified(_ name: String) -> String? {
        name.contains("@") ? name : origin.domain.map { "\(name)@\($0)" }
    }

    /// The address after -f, or the user's, or the author's.
    private func reversePath() throws(Fault) -> String {
        if let sender = arguments.sender {
            let bare = sender.hasPrefix("<") && sender.hasSuffix(">") ? String(sender.dropFirst().dropLast()) : sender
            return bare.isEmpty ? "" : try checked(bare)
        }
        if let domain = origin.domain { return try checked("\(origin.user)@\(domain)") }
        if let author = message.fields.first(where: { $0.isNamed("from") }),
            let mailbox = HeaderAddressList(parsing: author.value[...]).mailboxes.first
        {
            return try checked(mailbox.address)
        }
        throw Fault(words: "nobody knows who sends this; say -f you@example.com")
    }

    private func checked(_ sender: String) throws(Fault) -> String {
        do throws(MailAddress.Fault) {
            return try MailAddress(parsing: qualified(sender) ?? sender).envelopeForm
        } catch {
            throw Fault(words: "the sender \(sender): \(error)")
        }
    }
}

extension Submission {
    /// The header: what was handed in, then what was missing, then the blank line.
    private mutating func header() throws(Fault) -> [UInt8] {
        var bytes: [UInt8] = []
        let names = Set(message.fields.map { $0.name.lowercased() })
        let domain = try domainOfIDs()
        if !names.contains("date") { bytes += Self.line("Date", origin.date.fieldValue) }
        if !names.contains("message-id") { bytes += Self.line("Message-ID", "<\(origin.uniqueName)@\(domain)>") }
        if !names.contains("from") { bytes += try author() }
        for field in message.fields where !Self.droppedFields.contains(field.name.lowercased()) {
            if isReplaced(field) { continue }
            bytes += try written(field)
        }
        return bytes + mimeFields(names) + [0x0D, 0x0A]
    }

    private func domainOfIDs() throws(Fault) -> String {
        let path = try reversePath()
        let own = path.utf8.lastIndex(of: UInt8(ascii: "@")).map { String(path[path.utf8.index(after: $0)...]) }
        return origin.domain ?? own ?? "localhost"
    }

    /// The From field of a message without one.
    private mutating func author() throws(Fault) -> [UInt8] {
        let path = try reversePath()
        guard !path.isEmpty else { throw Fault(words: "there is no From field, and -f names nobody") }
        let mailbox = MailboxText(name: arguments.senderName ?? "", address: path)
        return try addressField(.from, [.mailbox(mailbox)])
    }

    private mutating func addressField(_ name: HeaderName, _ entries: [AddressEntry]) throws(Fault) -> [UInt8] {
        do throws(HeaderFault) {
            let field = try FieldWriter.addresses(name, entries)
            needsSMTPUTF8 = needsSMTPUTF8 || field.needsSMTPUTF8
            return field.bytes
        } catch {
            throw Fault(words: "\(error)")
        }
    }

    /// A field as it was written, unless it breaks a rule that some server would refuse it for.
    private mutating func written(_ field: SubmittedMessage.Field) throws(Fault) -> [UInt8] {
        let isClean = field.lines.allSatisfy { line in
            line.count <= Self.longestLine && line.allSatisfy { $0 == 0x09 || (0x20..<0x7F).contains($0) }
        }
        let name = field.name.lowercased()
        if Self.addressFields.contains(name) {
            let list = HeaderAddressList(parsing: field.value[...]) { EncodedWords.decodedText($0.utf8) }
            let hasBareName = list.mailboxes.contains { !$0.address.contains("@") } && origin.domain != nil
            if isClean {
                // A bare name is all that may be wrong where a list is written anew; else it leaves as it came.
                let isRight = list.defects.allSatisfy { $0 == .badAddress }
                guard hasBareName, isRight, let name = try? headerName(field),
                    let bytes = try? addressField(name, list.entries.map(entry))
                else { return field.bytes }
                return bytes
            }
            guard list.defects.isEmpty, !list.mailboxes.isEmpty else {
                throw Fault(words: "\(field.name): this is no list of addresses that could be repaired")
            }
            return try addressField(try headerName(field), list.entries.map(entry))
        }
        if isClean { return field.bytes }
        if name.hasPrefix("content-") {
            // Its value is for programs: encoded words would hide it from them.
            needsSMTPUTF8 = true
            return field.bytes
        }
        let known = try headerName(field)
        do throws(HeaderFault) { return try FieldWriter.text(known, field.value) } catch {
            throw Fault(words: "\(error)")
        }
    }

    private func headerName(_ field: SubmittedMessage.Field) throws(Fault) -> HeaderName {
        do throws(HeaderFault) { return try HeaderName(field.name) } catch { throw Fault(words: "\(error)") }
    }

    private func entry(_ entry: HeaderAddress) -> AddressEntry {
        let text = { (mailbox: HeaderAddress.Mailbox) in
            MailboxText(name: mailbox.name, address: qualified(mailbox.address) ?? mailbox.address)
        }
        switch entry {
        case .mailbox(let mailbox): return .mailbox(text(mailbox))
        case .group(let name, let members): return .group(name: Array(name.utf8)[...], members: members.map(text))
        }
    }

    private static func line(_ name: String, _ value: String) -> [UInt8] { Array("\(name): \(value)\r\n".utf8) }
}

extension Submission {
    private var encoding: String? {
        message.fields.first { $0.isNamed("content-transfer-encoding") }
            .map { String(decoding: $0.value, as: UTF8.self).lowercased() }
    }

    private var isMultipart: Bool {
        guard let type = message.fields.first(where: { $0.isNamed("content-type") }) else { return false }
        let text = String(decoding: type.value.prefix(10), as: UTF8.self).lowercased()
        return text.hasPrefix("multipart/") || text.hasPrefix("message/")
    }

    private var isEncodedAlready: Bool { encoding == "base64" || encoding == "quoted-printable" }

    private var is8Bit: Bool { message.body.contains { $0.contains { $0 >= 0x80 } } }

    /// Whether the body has lines that no server takes, and is text that may be encoded as a whole.
    private var isToBeEncoded: Bool {
        !isMultipart && !isEncodedAlready && message.body.contains { $0.count > Self.longestLine }
    }

    /// Whether what is added says something else than the field.
    private func isReplaced(_ field: SubmittedMessage.Field) -> Bool {
        guard field.isNamed("content-transfer-encoding") else { return false }
        return isToBeEncoded || (is8Bit && !isEncodedAlready && encoding != "8bit" && encoding != "binary")
    }

    /// What a body beyond plain ASCII has to say about itself.
    private func mimeFields(_ names: Set<String>) -> [UInt8] {
        var bytes: [UInt8] = []
        if !names.contains("mime-version") { bytes += Self.line("MIME-Version", "1.0") }
        if !names.contains("content-type") {
            let isText = message.body.allSatisfy { String(validating: $0, as: UTF8.self) != nil }
            let charset = !is8Bit ? "us-ascii" : isText ? "utf-8" : "unknown-8bit"
            bytes += Self.line("Content-Type", "text/plain; charset=\(charset)")
        }
        if isToBeEncoded {
            bytes += Self.line("Content-Transfer-Encoding", "quoted-printable")
        } else if is8Bit, !isEncodedAlready, encoding != "8bit", encoding != "binary" {
            bytes += Self.line("Content-Transfer-Encoding", "8bit")
        }
        return bytes
    }

    /// The body, no line longer than servers take.
    private func body() -> [UInt8] {
        var bytes: [UInt8] = []
        for line in message.body {
            var rest = line
            while !isToBeEncoded, rest.count > Self.longestLine {
                var end = rest.startIndex + Self.longestLine
                // Not within a character.
                while rest[end] & 0xC0 == 0x80, end > rest.startIndex + 900 { end -= 1 }
                bytes += rest[..<end] + [0x0D, 0x0A]
                rest = rest[end...]
            }
            bytes += rest
            bytes += [0x0D, 0x0A]
        }
        return isToBeEncoded ? FieldWriter.quotedPrintable(bytes) : bytes
    }
}
