/// The fields by which a list or a notification says what it is.
package struct BulkMailFields: Sendable {
    /// Precedence: not standardized, but responders know it (RFC 2076 §3.9).
    package enum Precedence: Sendable {
        case bulk
        case list
        case junk

        var token: StaticString {
            switch self {
            case .bulk: "bulk"
            case .list: "list"
            case .junk: "junk"
            }
        }
    }

    /// Auto-Submitted (RFC 3834 §5): keeps vacation programs from answering.
    package enum AutoSubmitted: Sendable {
        case generated
        case replied

        var token: StaticString {
            switch self {
            case .generated: "auto-generated"
            case .replied: "auto-replied"
            }
        }
    }

    /// How urgent a message says it is: X-Priority as most programs read it, Importance as RFC 2156 §5.3.6 has it.
    package enum Priority: String, Sendable {
        case high
        case normal
        case low

        var number: StaticString {
            switch self {
            case .high: "1"
            case .normal: "3"
            case .low: "5"
            }
        }

        var word: StaticString {
            switch self {
            case .high: "high"
            case .normal: "normal"
            case .low: "low"
            }
        }
    }

    /// List-Id (RFC 2919): a name for people, and one like `news.example.com`.
    package struct ListID: Sendable {
        /// What readers show; may be empty.
        package var name: [UInt8]
        /// The identifier, without its angle brackets.
        package var identifier: [UInt8]

        /// Makes a list id.
        package init(name: String = "", identifier: String) {
            self.name = [UInt8](name.utf8)
            self.identifier = [UInt8](identifier.utf8)
        }
    }

    /// List-Id; left out by default.
    package var listID: ListID?
    /// Feedback-ID, as mailbox providers group complaints by it: `campaign:customer:kind:sender`; left out by default.
    package var feedbackID: [UInt8]?
    /// Precedence; left out by default.
    package var precedence: Precedence?
    /// Auto-Submitted; left out by default.
    package var autoSubmitted: AutoSubmitted?
    /// X-Priority and Importance; left out by default.
    package var priority: Priority?

    /// Makes a set of fields.
    package init(
        listID: ListID? = nil,
        feedbackID: String? = nil,
        precedence: Precedence? = nil,
        autoSubmitted: AutoSubmitted? = nil
    ) {
        self.listID = listID
        self.feedbackID = feedbackID.map { [UInt8]($0.utf8) }
        self.precedence = precedence
        self.autoSubmitted = autoSubmitted
    }

    /// Writes the fields that are set.
    func write(controls: ControlPolicy, into buffer: inout MessageBuffer) throws(HeaderFault) {
        if let listID { try Self.write(listID, controls: controls, into: &buffer) }
        if let feedbackID { try Self.write(feedbackID: feedbackID, into: &buffer) }
        if let precedence { Self.write(.precedence, precedence.token, into: &buffer) }
        if let autoSubmitted { Self.write(.autoSubmitted, autoSubmitted.token, into: &buffer) }
        if let priority {
            Self.write(.priority, priority.number, into: &buffer)
            Self.write(.importance, priority.word, into: &buffer)
        }
    }

    private static func write(
        _ listID: ListID,
        controls: ControlPolicy,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) {
        // RFC 2919 §2: list-id-header = "List-ID:" [phrase] "<" list-id ">" CRLF, at most 255 characters of id
        let identifier = listID.identifier.span
        guard (1...255).contains(identifier.count), ASCIISet.listID.containsAll(of: identifier) else {
            throw HeaderFault(field: HeaderName.listID.description, reason: .malformed(.listID))
        }
        var line = FieldLine(.listID, into: &buffer)
        if !listID.name.isEmpty {
            let name = listID.name.span
            let form = try AddressField.phraseForm(name, field: .listID, charset: .ascii, controls: controls)
            AddressField.writePhrase(name, form, on: &line, into: &buffer)
            line.separate(from: identifier.count + 2, limit: EncodedWordEncoder.lineLimit, into: &buffer)
        }
        line.put(0x3C, into: &buffer)
        line.put(identifier, into: &buffer)
        line.put(0x3E, into: &buffer)
        line.end(into: &buffer)
    }

    private static func write(feedbackID: [UInt8], into buffer: inout MessageBuffer) throws(HeaderFault) {
        // Providers read it from one line, and no encoded words in it.
        let limit = FieldLine.hardLimit - 13
        guard (1...limit).contains(feedbackID.count) else {
            throw HeaderFault(field: HeaderName.feedbackID.description, reason: .tooLong(limit: limit))
        }
        if let place = feedbackID.firstIndex(where: { !(33...126).contains($0) }) {
            let reason = HeaderFault.Reason.notAllowed(feedbackID[place])
            throw HeaderFault(field: HeaderName.feedbackID.description, reason: reason, offset: place)
        }
        var line = FieldLine(.feedbackID, into: &buffer)
        line.put(feedbackID.span, into: &buffer)
        line.end(into: &buffer)
    }

    private static func write(_ name: HeaderName, _ token: StaticString, into buffer: inout MessageBuffer) {
        var line = FieldLine(name, into: &buffer)
        line.put(token, into: &buffer)
        line.end(into: &buffer)
    }
}
