/// What was settled about a message's bodies before any is written: the multipart headers above them depend on it.
struct BodyPlan {
    private(set) var encodings = ComposedMessage.Encodings()
    private(set) var scans = Scans()

    /// The scans of bodies given as plain bytes.
    struct Scans {
        var text: BodyScan?
        var amp: BodyScan?
        var html: BodyScan?
        var calendar: BodyScan?
    }

    /// How many bodies there are.
    let count: Int

    /// Scans the bodies and chooses their encodings.
    ///
    /// - Throws: `HeaderFault` with `.missing` if there is neither a body nor a file.
    init(_ values: MessageValues, policy: BodyPolicy) throws(HeaderFault) {
        (encodings.text, scans.text) = Self.settle(values.text, policy)
        (encodings.amp, scans.amp) = Self.settle(values.amp, policy)
        (encodings.html, scans.html) = Self.settle(values.html, policy)
        (encodings.calendar, scans.calendar) = Self.settle(values.calendar, policy)
        count =
            (encodings.text == nil ? 0 : 1) + (encodings.amp == nil ? 0 : 1) + (encodings.html == nil ? 0 : 1)
            + (encodings.calendar == nil ? 0 : 1)
        try Self.checkPresence(values)
    }

    /// Throws when there is no body.
    static func checkPresence(_ values: MessageValues) throws(HeaderFault) {
        let bodies = values.text.isPresent || values.amp.isPresent || values.html.isPresent || values.calendar.isPresent
        guard bodies else { throw HeaderFault(field: "body", reason: .missing) }
    }

    private static func settle(_ source: BodySource, _ policy: BodyPolicy) -> (BodyEncoding?, BodyScan?) {
        switch source {
        case .none:
            return (nil, nil)
        case .bytes(let bytes):
            let scan = BodyScan(bytes.span)
            return (policy.choose(scan), scan)
        case .pieces:
            return (.quotedPrintable, nil)
        }
    }
}
