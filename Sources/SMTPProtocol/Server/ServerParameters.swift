/// The parameters of a MAIL command: SIZE (RFC 1870), BODY (RFC 6152), SMTPUTF8 (RFC 6531), RET and ENVID (RFC 3461), AUTH.
struct ServerMailParameters {
    /// The size that the client announces; 0 when it does not.
    var size = 0
    var envelopeID: Range<Int>?
    var isUTF8 = false

    init(_ line: Span<UInt8>, from start: Int) throws(ServerReply) {
        var index = start
        while let word = ServerParameter(line, from: &index) {
            if word.isNamed(line, "size") {
                size = try word.number(line)
            } else if word.isNamed(line, "body") {
                guard word.hasValue(line, "7bit") || word.hasValue(line, "8bitmime") else { throw .badParameter }
            } else if word.isNamed(line, "smtputf8") {
                guard word.value == nil else { throw .badParameter }
                isUTF8 = true
            } else if word.isNamed(line, "ret") {
                guard word.hasValue(line, "full") || word.hasValue(line, "hdrs") else { throw .badParameter }
            } else if word.isNamed(line, "envid") {
                // RFC 3461 §4.4: at most 100 characters.
                envelopeID = try word.text(line, upTo: 100)
            } else if word.isNamed(line, "auth") {
                _ = try word.text(line, upTo: 500)
            } else {
                throw .unknownParameter
            }
        }
    }
}

/// The parameters of an RCPT command: NOTIFY and ORCPT (RFC 3461).
struct ServerRecipientParameters {
    var notify: ServerRecipient.Notify?
    var originalRecipient: Range<Int>?

    init(_ line: Span<UInt8>, from start: Int) throws(ServerReply) {
        var index = start
        while let word = ServerParameter(line, from: &index) {
            if word.isNamed(line, "notify") {
                notify = try Self.notify(line, try word.text(line, upTo: 28))
            } else if word.isNamed(line, "orcpt") {
                // RFC 3461 §4.2: at most 500 characters, `addr-type ";" xtext`.
                let place = try word.text(line, upTo: 500)
                guard place.contains(where: { line[$0] == UInt8(ascii: ";") && $0 > place.lowerBound }) else {
                    throw .badParameter
                }
                originalRecipient = place
            } else {
                throw .unknownParameter
            }
        }
    }

    /// `"NEVER" / 1#notify-list-element` (RFC 3461 §4.1).
    private static func notify(
        _ line: Span<UInt8>,
        _ place: Range<Int>
    ) throws(ServerReply) -> ServerRecipient.Notify {
        if place.count == 5, ServerScan.matches(line, at: place.lowerBound, "never") { return [] }
        var found: ServerRecipient.Notify = []
        var start = place.lowerBound
        while start <= place.upperBound {
            let end = (start..<place.upperBound).first { line[$0] == UInt8(ascii: ",") } ?? place.upperBound
            let word = line.extracting(start..<end)
            if word.count == 7, ServerScan.matches(word, at: 0, "success") {
                found.insert(.success)
            } else if word.count == 7, ServerScan.matches(word, at: 0, "failure") {
                found.insert(.failure)
            } else if word.count == 5, ServerScan.matches(word, at: 0, "delay") {
                found.insert(.delay)
            } else {
                throw .badParameter
            }
            start = end + 1
        }
        return found
    }
}
