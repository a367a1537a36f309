/// The fields of a delivery report (RFC 3464), read from a `message/delivery-status` part or from text that quotes them.
///
/// Tolerated: fields in any order, recipients without a blank line between them, blank lines within a recipient,
/// missing address types, unfolded continuation lines.
package struct DeliveryReport: Sendable {
    /// One recipient's fields, as they stand.
    package struct Recipient: Sendable {
        package var final: [UInt8] = []
        package var original: [UInt8] = []
        package var actual: [UInt8] = []
        package var action = ""
        package var status: [UInt8] = []
        package var remoteServer = ""
        package var diagnostic: [UInt8] = []
        /// "smtp" or "x-unix" in lower case; empty when not given.
        package var diagnosticType = ""
        /// PowerMTA's own word for the reason (X-PowerMTA-BounceCategory), in lower case.
        package var category = ""

        /// Whether any field says whom it is about.
        package var isNamed: Bool { !final.isEmpty || !original.isEmpty || !actual.isEmpty }
    }

    package private(set) var recipients: [Recipient] = []
    package private(set) var envelopeID: String?
    package private(set) var reportingServer = ""
    /// Whether recipients were left out for the limit.
    package private(set) var isTruncated = false

    private var current = Recipient()
    private var afterBlank = false

    /// Reads the fields of `text`.
    package init(_ text: [UInt8], limits: AnalysisLimits) {
        var field: Range<Int>?
        var index = 0
        while index <= text.count {
            let end = ASCII.lineEnd(text, index, text.count)
            let isContinuation = index < end && ASCII.isSpace(text[index])
            if !ASCII.trim(text, index..<end).isEmpty {
                if isContinuation, let open = field {
                    field = open.lowerBound..<end
                } else {
                    if let done = field { take(text, done, limits) }
                    field = index..<end
                }
            } else {
                if let done = field { take(text, done, limits) }
                field = nil
                afterBlank = true
            }
            index = end + 1
        }
        if let done = field { take(text, done, limits) }
        close(limits)
    }

    private mutating func take(_ text: [UInt8], _ range: Range<Int>, _ limits: AnalysisLimits) {
        let line = ASCII.trim(text, range)
        guard let colon = text[line].firstIndex(of: ASCII.colon), colon - line.lowerBound < 40 else {
            // Quirk: a continuation that was not indented belongs to the diagnostic before it.
            if !current.diagnostic.isEmpty, current.diagnostic.count < limits.diagnosticBytes {
                current.diagnostic.append(ASCII.space)
                current.diagnostic.append(contentsOf: text[line])
            }
            return
        }
        let value = Array(text[ASCII.trim(text, colon + 1..<line.upperBound)])
        switch ASCII.lowercased(text, ASCII.trim(text, line.lowerBound..<colon)) {
        case "final-recipient":
            startIfNeeded(!current.final.isEmpty || (afterBlank && current.isNamed && !current.action.isEmpty), limits)
            current.final = Self.untyped(value).value
        case "original-recipient":
            startIfNeeded(
                !current.original.isEmpty || (afterBlank && !current.final.isEmpty && !current.action.isEmpty),
                limits
            )
            current.original = Self.untyped(value).value
        case "x-actual-recipient": current.actual = Self.untyped(value).value
        case "action":
            startIfNeeded(!current.action.isEmpty, limits)
            let word = value.prefix { ASCII.isAlphanumeric($0) || $0 == ASCII.dash }
            current.action = String(decoding: word.map(ASCII.lower), as: UTF8.self)
        case "status": if current.status.isEmpty { current.status = value }
        case "remote-mta": if current.remoteServer.isEmpty { current.remoteServer = Self.text(value) }
        case "diagnostic-code":
            guard current.diagnostic.isEmpty else { break }
            let (type, words) = Self.untyped(value)
            current.diagnosticType = type
            current.diagnostic = Array(words.prefix(limits.diagnosticBytes))
        case "x-powermta-bouncecategory": current.category = String(decoding: value.map(ASCII.lower), as: UTF8.self)
        case "original-envelope-id": envelopeID = String(decoding: value.prefix(256), as: UTF8.self)
        case "reporting-mta": reportingServer = Self.text(value)
        default: break
        }
        afterBlank = false
    }

    private mutating func startIfNeeded(_ isNew: Bool, _ limits: AnalysisLimits) {
        if isNew { close(limits) }
    }

    private mutating func close(_ limits: AnalysisLimits) {
        defer { current = Recipient() }
        guard current.isNamed || !current.status.isEmpty || !current.diagnostic.isEmpty else { return }
        if recipients.count < limits.recipients { recipients.append(current) } else { isTruncated = true }
    }

    /// Splits "type; value"; the type is lower-case, and empty when none is given.
    private static func untyped(_ value: [UInt8]) -> (type: String, value: [UInt8]) {
        guard let mark = value.firstIndex(of: ASCII.semicolon), mark <= 16,
            value[..<mark].allSatisfy({ ASCII.isAlphanumeric($0) || $0 == ASCII.dash || ASCII.isSpace($0) })
        else { return ("", value) }
        let type = ASCII.lowercased(value, ASCII.trim(value, 0..<mark))
        return (type, Array(value[ASCII.trim(value, mark + 1..<value.count)]))
    }

    private static func text(_ value: [UInt8]) -> String {
        String(decoding: untyped(value).value.prefix(255), as: UTF8.self)
    }
}
