extension ServerDialogue {
    mutating func mail(_ line: String) -> Next {
        guard let (path, parameters) = ServerTransaction.path(of: line) else { return say("501 5.5.4 syntax") }
        if let limit = behaviour.messagesPerConnection, messages >= limit { return say(behaviour.spentReply) }
        let key = ServerTransaction.localPart(path)
        if behaviour.cuts[key] == .atMail { return .cut }
        let answer = behaviour.mailReplies[key] ?? "250 2.1.0 ok"
        if transaction != nil { session.breach("MAIL inside a transaction") }
        if answer.isPositive { transaction = ServerTransaction(reversePath: path, parameters: parameters) }
        return say(answer)
    }

    mutating func recipient(_ line: String) -> Next {
        guard transaction != nil else { return say("503 5.5.1 MAIL first") }
        guard let (path, _) = ServerTransaction.path(of: line) else { return say("501 5.5.4 syntax") }
        let key = ServerTransaction.localPart(path)
        if transaction?.firstNamed == nil { transaction?.firstNamed = path }
        if behaviour.cuts[key] == .atRecipient { return .cut }
        if behaviour.muteAtRecipient.contains(key) { return .fallMute }
        let answer = behaviour.recipientReplies[key] ?? "250 2.1.5 ok"
        if answer.isPositive { transaction?.recipients.append(path) }
        return say(answer)
    }

    mutating func data() -> Next {
        guard let key = transaction?.key else { return say("503 5.5.1 MAIL first") }
        if behaviour.cuts[key] == .atData { return .cut }
        let isEmpty = transaction?.recipients.isEmpty ?? true
        let answer = isEmpty ? behaviour.dataWithoutRecipients : behaviour.dataReplies[key] ?? "354 go on"
        guard answer.bytes.starts(with: "354".utf8) else { return say(answer) }
        reply(answer)
        if !session.held.isEmpty {
            session.socket.write(session.held)
            session.held = []
        }
        if case .inContent(let count) = behaviour.cuts[key] {
            _ = session.input.bytes(count)
            return .cut
        }
        guard let content = session.content() else { return .close }
        if session.input.hasUnread, !(isExtended && behaviour.pipelines) {
            session.breach("the client went on before the reply to the end of a message")
        }
        guard !isEmpty else {
            if !content.isEmpty { session.breach("a message without recipients") }
            transaction = nil
            return say("554 5.5.1 no valid recipients")
        }
        return end(content)
    }

    /// BDAT (RFC 3030 §2).
    mutating func chunk(_ line: String) -> Next {
        let words = line.split(separator: " ").map { $0.uppercased() }
        guard behaviour.keywords.contains("CHUNKING"), words.count >= 2, let size = Int(words[1]) else {
            return say("500 5.5.2 unknown command")
        }
        let bytes = session.input.bytes(size)
        guard bytes.count == size else { return .close }
        guard let current = transaction, !current.recipients.isEmpty else { return say("503 5.5.1 RCPT first") }
        if case .inContent(let count) = behaviour.cuts[current.key], current.chunks.count + size >= count {
            return .cut
        }
        transaction?.chunks.append(contentsOf: bytes)
        guard words.count > 2, words[2] == "LAST" else { return say("250 2.0.0 \(size) octets") }
        return end(current.chunks + bytes)
    }

    /// The message is whole: keeps it, then answers.
    private mutating func end(_ content: [UInt8]) -> Next {
        guard let done = transaction else { return .goOn }
        transaction = nil
        messages += 1
        let key = done.key
        let answer = behaviour.endReplies[key] ?? behaviour.endReply
        let cut = behaviour.cuts[key]
        let isMute = cut == .atEndOfData || cut == .inEndReply || behaviour.muteAtEndOfData.contains(key)
        let message = ReceivedMessage(
            connection: session.number,
            reversePath: done.reversePath,
            mailParameters: done.parameters,
            recipients: done.recipients,
            content: content,
            answer: isMute ? .none : answer.isPositive ? .accepted : .refused
        )
        session.note { $0.messages.append(message) }
        if cut == .atEndOfData { return .cut }
        if cut == .inEndReply {
            reply(ServerReply(bytes: Array(answer.bytes.prefix(answer.bytes.count / 2))))
            return .cut
        }
        if behaviour.muteAtEndOfData.contains(key) { return .fallMute }
        guard let unasked = behaviour.unaskedLines[key] else { return say(answer) }
        return say(ServerReply(bytes: answer.bytes + unasked.bytes))
    }
}
