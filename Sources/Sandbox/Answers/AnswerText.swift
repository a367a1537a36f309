internal import MIMECoding

/// Puts together a message line by line.
struct AnswerText {
    private(set) var bytes: [UInt8] = []

    /// Appends a line of text.
    mutating func line(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    /// Appends a line of text, bytes that came from outside, and text again; they hold no control characters.
    mutating func line(_ text: String, _ outside: some Sequence<UInt8>, _ rest: String = "") {
        bytes.append(contentsOf: text.utf8)
        bytes.append(contentsOf: outside)
        line(rest)
    }

    /// Appends a date field.
    mutating func line(_ name: String, _ date: MessageDate) {
        bytes.append(contentsOf: name.utf8)
        date.write(into: &bytes)
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    /// Appends lines as they came; they end in a line end, or are empty.
    mutating func raw(_ lines: [UInt8]) { bytes.append(contentsOf: lines) }

    /// Appends the fields that all answers have, trace fields of the delivery included.
    ///
    /// - Parameters:
    ///   - message: what is answered.
    ///   - from: the author, as a From field has it.
    ///   - subject: one line.
    ///   - autoSubmitted: the value of Auto-Submitted (RFC 3834 §5).
    mutating func head(
        _ message: AnsweredMessage,
        from: (name: String, address: [UInt8]),
        subject: [UInt8],
        autoSubmitted: String
    ) {
        line("Return-Path: <>")
        line("Delivered-To: ", message.reversePath)
        line("Received: by \(message.hostName) (Martlet sandbox) id \(String(message.id, radix: 16, uppercase: true));")
        line("\t", message.arrival)
        line("Date: ", message.arrival)
        line("From: \(from.name)<", from.address, ">")
        line("To: <", message.reversePath, ">")
        line("Subject: ", subject)
        line("Message-ID: <\(message.boundary)@\(message.hostName)>")
        line("Auto-Submitted: \(autoSubmitted)")
        line("MIME-Version: 1.0")
    }

    /// Appends the head of a multipart/report (RFC 6522) and its first part, the text for people.
    ///
    /// - Parameters:
    ///   - message: what is answered.
    ///   - type: the value of report-type.
    ///   - text: the lines for people; the first bytes may be an address.
    mutating func report(_ message: AnsweredMessage, type: String, text: AnswerText) {
        line("Content-Type: multipart/report; report-type=\(type);")
        line("\tboundary=\"\(message.boundary)\"")
        let is8Bit = (text.bytes + message.header).contains { $0 >= 0x80 } || message.isInternationalised
        if is8Bit { line("Content-Transfer-Encoding: 8bit") }
        line("")
        line("This is a report in MIME format (RFC 6522).")
        line("")
        part(message, "text/plain; charset=\(text.is8Bit ? "utf-8" : "us-ascii")", is8Bit: text.is8Bit)
        raw(text.bytes)
    }

    /// Begins a part.
    mutating func part(_ message: AnsweredMessage, _ contentType: String, is8Bit: Bool) {
        line("")
        line("--\(message.boundary)")
        line("Content-Type: \(contentType)")
        if is8Bit { line("Content-Transfer-Encoding: 8bit") }
        line("")
    }

    /// Appends the part with the header of the message that is answered, and the end of the report.
    mutating func returnedHeader(_ message: AnsweredMessage) {
        let is8Bit = message.header.contains { $0 >= 0x80 }
        part(message, message.isInternationalised ? "message/global-headers" : "text/rfc822-headers", is8Bit: is8Bit)
        raw(message.header)
        line("")
        line("--\(message.boundary)--")
    }

    /// Whether there is a byte above 127.
    var is8Bit: Bool { bytes.contains { $0 >= 0x80 } }
}
