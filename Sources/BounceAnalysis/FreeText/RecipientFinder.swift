/// Finds the failed recipients in a report's own text, by the kind of line they stand in.
///
/// No mail system is known by name here: reports of all makers announce the failure and then list `address`,
/// `<address>: reason`, `address on date`, put the address behind a label, or quote the SMTP dialogue.
struct RecipientFinder {
    let text: ReportText
    /// Lines in which a failure is announced.
    let announced: Set<Int>

    /// All mailboxes of the text with their places, in the order of the text.
    func candidates(limit: Int) -> [RecipientCandidate] {
        var found: [RecipientCandidate] = []
        for number in 0..<text.end {
            let line = ASCII.trim(text.bytes, text.lines[number])
            guard !line.isEmpty, found.count < limit else { continue }
            for hit in AddressScanner.all(text.bytes, in: line) {
                let place = place(of: hit.range, in: line, number: number)
                found.append(
                    RecipientCandidate(address: hit.address, place: place, line: number, end: hit.range.upperBound)
                )
            }
        }
        return found
    }

    /// Local names listed alone on the lines behind an announcement that ends in a colon, as mail systems write that
    /// leave out their own domain.
    ///
    /// - Parameters:
    ///   - domain: the reporting system's domain.
    ///   - limit: how many are kept.
    /// - Returns: the mailboxes at that domain.
    func localNames(domain: String, limit: Int) -> [RecipientCandidate] {
        var found: [RecipientCandidate] = []
        for number in announced.sorted() where number < text.end {
            let line = ASCII.trim(text.bytes, text.lines[number])
            guard let last = line.last, text.bytes[last] == ASCII.colon else { continue }
            var next = number + 1
            while next < text.end, found.count < limit {
                let name = ASCII.trim(text.bytes, text.lines[next])
                guard name.allSatisfy({ isNameByte(text.bytes[$0]) }), name.count <= 64 else { break }
                if !name.isEmpty {
                    let address = String(decoding: text.bytes[name], as: UTF8.self) + "@" + domain
                    found.append(
                        RecipientCandidate(address: address, place: .listed, line: next, end: name.upperBound)
                    )
                } else if !found.isEmpty {
                    break
                }
                next += 1
            }
        }
        return found
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || byte == ASCII.dot || byte == ASCII.dash || byte == 0x5F || byte == 0x2B
    }

    private func place(of mailbox: Range<Int>, in line: Range<Int>, number: Int) -> RecipientCandidate.Place {
        let before = opening(line.lowerBound..<mailbox.lowerBound)
        let after = closing(mailbox.upperBound..<line.upperBound)
        if ASCII.matches(text.bytes, at: line.lowerBound, "final-recipient:", limit: line.upperBound)
            || ASCII.matches(text.bytes, at: line.lowerBound, "original-recipient:", limit: line.upperBound)
        {
            return .field
        }
        if isDialogue(line) { return .dialogue }
        if isHelp(line, number) { return .mentioned }
        if before.isEmpty, isListTail(after) { return isIntroduced(number) ? .listed : .sentence }
        if hasLabel(before) { return .listed }
        if hasAddresseeLabel(before) { return .sentence }
        if announced.contains(number) || (number > 0 && announced.contains(number - 1) && before.count < 24) {
            return .sentence
        }
        return .mentioned
    }

    /// Whether the mailbox is offered for help: "please contact <support@…>", also with the words on the line above.
    private func isHelp(_ line: Range<Int>, _ number: Int) -> Bool {
        var scope = line
        if let above = lineAbove(number), let last = above.last, text.bytes[last] != ASCII.colon,
            text.bytes[last] != ASCII.dot
        {
            // Only an unfinished sentence reaches into this line.
            scope = above.lowerBound..<line.upperBound
        }
        var found = false
        Self.help.scan(text.bytes.span, from: scope.lowerBound, to: scope.upperBound) { _ in
            found = true
            return false
        }
        return found
    }

    private static let help = PhraseAutomaton(
        phrases: [
            "contact", "assistance", "send mail to <", "for help", "questions", "write to", "report this", "abuse@",
            "complain", "to the address", "please send",
        ].map { Array($0.utf8) }
    )

    /// The line above that is not blank, if it is near.
    private func lineAbove(_ number: Int) -> Range<Int>? {
        for above in stride(from: number - 1, through: max(0, number - 3), by: -1) {
            let line = ASCII.trim(text.bytes, text.lines[above])
            if !line.isEmpty { return line }
        }
        return nil
    }

    /// What stands before the mailbox, without bullets, brackets and type names.
    private func opening(_ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, isBullet(text.bytes[low]) { low += 1 }
        while high > low, isBullet(text.bytes[high - 1]) && text.bytes[high - 1] != ASCII.colon { high -= 1 }
        for word in ["rfc822;", "smtp;", "mailto:", "smtp:"] as [StaticString] {
            let count = word.utf8CodeUnitCount
            if high - count >= low, ASCII.matches(text.bytes, at: high - count, word, limit: high) { high -= count }
        }
        while high > low, isBullet(text.bytes[high - 1]) { high -= 1 }
        return ASCII.trim(text.bytes, low..<high)
    }

    private func isBullet(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x2A, 0x2D, 0x3E, 0x3C, 0x5B, 0x28, 0x22, 0x27, 0x7C, 0x23, 0x2E, 0x2B: true
        default: false
        }
    }

    private func closing(_ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        while low < range.upperBound {
            let byte = text.bytes[low]
            guard byte == ASCII.greater || byte == ASCII.quote || byte == 0x27 || byte == 0x5D else { break }
            low += 1
        }
        return ASCII.trim(text.bytes, low..<range.upperBound)
    }

    /// Whether what follows a mailbox at the head of a line is what follows listed recipients.
    private func isListTail(_ tail: Range<Int>) -> Bool {
        guard let first = tail.first else { return true }
        switch text.bytes[first] {
        case ASCII.colon, ASCII.semicolon, 0x2C, 0x28, ASCII.less, 0x5B, ASCII.dash, ASCII.dot, 0x2F: return true
        default: break
        }
        for word in ["on ", "could ", "failed", "was ", "because", "said", "is ", "does "] as [StaticString]
        where ASCII.matches(text.bytes, at: first, word, limit: tail.upperBound) {
            return true
        }
        return false
    }

    /// Whether an announcement stands above, with nothing but lists and blank lines of few in between.
    private func isIntroduced(_ number: Int) -> Bool { announced.contains { $0 <= number } }

    /// Whether the words before the mailbox are a label that recipients are put behind.
    private func hasLabel(_ before: Range<Int>) -> Bool { ends(before, with: Self.labels) }

    /// Whether they are the name of a field that says whom a message went to, as reports in other languages list the
    /// message that failed.
    private func hasAddresseeLabel(_ before: Range<Int>) -> Bool { ends(before, with: Self.addresseeLabels) }

    private func ends(_ before: Range<Int>, with labels: [StaticString]) -> Bool {
        for label in labels {
            let count = label.utf8CodeUnitCount
            if before.count >= count,
                ASCII.matches(text.bytes, at: before.upperBound - count, label, limit: before.upperBound)
            {
                return true
            }
        }
        return false
    }

    private static let addresseeLabels: [StaticString] = [
        "收件人:", "收件人：", "收件人", "收件者:", "收件者：", "收件人地址:", "收件人地址：", "收信人:", "收信人：", "无法发送到", "无法投递到",
        "宛先:", "宛先：", "受信者:", "受信者：", "送信先:", "送信先：", "받는 사람:", "받는사람:", "수신자:", "수신자 :", "empfänger:",
        "destinataire:", "destinataire :", "destinatario:", "destinatário:", "получатель:", "Получатель:", "Кому:",
        "Адресат:", "кому:", "адресат:",
        "ontvanger:",
        "odbiorca:",
    ]

    private static let labels: [StaticString] = [
        "recipient address:", "failed recipient:", "delivery failed:", "recipient:", "recipients:", "recipient(s):",
        "rcpt to:", "intended recipient:", "addressed to", "addressed to:", "delivering your mail to",
        "unable to deliver message to:",
        "invalid final delivery userid:", "attempts:", "mailbox is full:", "message to", "unknown user:",
        "user unknown:", "undeliverable to", "undeliverable address:", "delivery to", "deliver to", "address:",
        "addresses:", "was not delivered to:", "your message to", "wasn't delivered to", "unknown recipient:",
        "mailing list", "duplicated message-id in", "the following recipient failed:", "failed to deliver to",
        "exceeds allowed size:",
    ]

    /// Whether the line quotes SMTP: a command, an arrow, or a reply code at its start.
    private func isDialogue(_ line: Range<Int>) -> Bool {
        let start = line.lowerBound
        if ASCII.matches(text.bytes, at: start, ">>> rcpt", limit: line.upperBound)
            || ASCII.matches(text.bytes, at: start, "<<< ", limit: line.upperBound)
        {
            return true
        }
        guard let reply = CodeScanner.reply(text.bytes, in: start..<min(start + 4, line.upperBound)) else {
            return false
        }
        return reply.offset == start
    }
}
