/// A piece of a message that BDAT announced (RFC 3030 §2).
struct ServerChunk: Sendable {
    /// Its octets.
    let size: Int
    /// Octets that are still to come.
    var remaining: Int
    /// Whether it ends the message.
    let isLast: Bool
    /// Why it is passed over, if it is: its octets come all the same.
    let refusal: ServerReply?
}

extension ServerSession {
    mutating func data() throws(ServerReply) {
        guard transaction.isOpen else { throw .mailFirst }
        guard !transaction.isChunked else { throw .chunksBegun }
        guard !transaction.recipients.isEmpty else {
            send(.noRecipients)
            return
        }
        send(.startContent)
        stage = .content(ServerContentScanner())
    }

    /// `bdat-cmd = "BDAT" SP chunk-size [ SP end-marker ] CR LF` (RFC 3030 §2).
    mutating func chunk(_ line: Span<UInt8>, _ length: Int) throws(ServerReply) {
        var index = length
        var isLast = false
        guard let word = ServerParameter(line, from: &index), word.value == nil,
            let size = Self.chunkSize(line, word.name)
        else {
            end(.chunkSyntax)
            return
        }
        if let marker = ServerParameter(line, from: &index) {
            guard marker.value == nil, marker.isNamed(line, "last"), ServerParameter(line, from: &index) == nil else {
                end(.chunkSyntax)
                return
            }
            isLast = true
        }
        var refusal: ServerReply?
        if !transaction.isOpen {
            refusal = .mailFirst
        } else if transaction.recipients.isEmpty {
            refusal = .noRecipients
        } else {
            transaction.isChunked = true
        }
        stage = .chunk(ServerChunk(size: size, remaining: size, isLast: isLast, refusal: refusal))
    }

    /// The number of octets; nil when it is none, or so large that nobody means it.
    private static func chunkSize(_ line: Span<UInt8>, _ digits: Range<Int>) -> Int? {
        guard (1...15).contains(digits.count) else { return nil }
        var size = 0
        for position in digits {
            guard line[position] &- 0x30 < 10 else { return nil }
            size = size * 10 + Int(line[position] &- 0x30)
        }
        return size
    }

    /// Takes what belongs to the message at hand.
    ///
    /// - Returns: what the driver has to do first, or nil to go on.
    mutating func takeContent(_ input: Span<UInt8>, _ index: inout Int) -> ServerEvent? {
        switch stage {
        case .content(var scanner):
            let ceiling = min(transaction.keeping.ceiling, limits.messageBytes)
            index = scanner.scan(input, from: index, into: &content, ceiling: ceiling)
            contentSize = scanner.size
            guard scanner.isAtEnd else {
                stage = .content(scanner)
                return nil
            }
            return endMessage()
        case .chunk(var chunk):
            let taken = min(chunk.remaining, input.count - index)
            if chunk.refusal == nil { keep(input.extracting(index..<index + taken)) }
            index += taken
            chunk.remaining -= taken
            stage = .chunk(chunk)
            return chunk.remaining == 0 ? endChunk(chunk) : nil
        case .command, .overlongLine, .sasl, .awaitingLogin, .awaitingRecipient, .awaitingMessage, .closed:
            preconditionFailure("no content is expected")
        }
    }

    private mutating func keep(_ bytes: Span<UInt8>) {
        contentSize += bytes.count
        let room = min(transaction.keeping.ceiling, limits.messageBytes) - content.count
        if room > 0 { ServerScan.append(bytes.extracting(0..<min(room, bytes.count)), to: &content) }
    }

    private mutating func endChunk(_ chunk: ServerChunk) -> ServerEvent? {
        stage = .command
        if let refusal = chunk.refusal {
            send(refusal)
        } else if contentSize > limits.messageBytes {
            reset()
            send(.messageTooLarge)
        } else if chunk.isLast {
            return endMessage()
        } else {
            output.append(contentsOf: "250 2.0.0 \(chunk.size) octets received\r\n".utf8)
        }
        return nil
    }

    private mutating func endMessage() -> ServerEvent? {
        guard contentSize <= limits.messageBytes else {
            stage = .command
            reset()
            send(.messageTooLarge)
            return nil
        }
        stage = .awaitingMessage
        return .message
    }

    /// Answers the message that was complete; transaction and content are gone behind it.
    package mutating func answerMessage(_ decision: MessageDecision) {
        guard case .awaitingMessage = stage else { preconditionFailure("no message was asked about") }
        stage = .command
        reset()
        switch decision {
        case .accept(let id): accept(id)
        case .refuse(let reply): send(reply)
        case .drop: stage = .closed
        }
    }

    private mutating func accept(_ id: UInt64) {
        output.append(contentsOf: Self.accepted)
        var shift = max(0, (63 - id.leadingZeroBitCount) / 4 * 4)
        while shift >= 0 {
            let digit = UInt8(id >> UInt64(shift) & 15)
            output.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
            shift -= 4
        }
        output.append(0x0D)
        output.append(0x0A)
    }

    private static let accepted = Array("250 2.0.0 Ok: queued as ".utf8)
}
