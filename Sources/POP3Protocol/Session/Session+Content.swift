internal import MailModel

extension Session {
    /// A message, or its header, while it comes in.
    struct Content {
        /// What becomes of it.
        enum Purpose {
            case whole
            case header
            case comparison
        }

        var index: Int
        var purpose: Purpose
        var unstuffer = DotUnstuffer()
        var byteCount = 0
        /// Whether it has become too large to be kept: the rest is read and forgotten.
        var isDropped = false
    }

    /// A message was granted: its content follows.
    mutating func begin(_ index: Int, _ purpose: Content.Purpose) -> Event? {
        reading = .content(Content(index: index, purpose: purpose))
        collection.header = []
        switch purpose {
        case .whole, .header: return .begin(listing.messages[index])
        case .comparison: return nil
        }
    }

    mutating func receiveContent(_ content: Content, _ input: Span<UInt8>, from start: inout Int) -> Event? {
        var content = content
        let piece = content.unstuffer.next(input, from: &start)
        switch piece {
        case .more: break
        case .end: return finish(content)
        case .carriageReturn:
            content.byteCount += 1
            if content.purpose == .comparison { collection.header.append(0x0D) }
        case .bytes(let range):
            content.byteCount += range.count
            if content.purpose == .comparison, !content.isDropped {
                for index in range { collection.header.append(input[index]) }
            }
        }
        if content.byteCount > settings.limits.messageBytes {
            return fail(.protocolBreach, "the message has no end after \(content.byteCount) bytes")
        }
        let wasDropped = content.isDropped
        let ceiling = content.purpose == .comparison ? settings.limits.headerBytes : settings.maximumMessageBytes
        content.isDropped = content.byteCount > ceiling
        reading = .content(content)
        if content.purpose == .comparison { return nil }
        if content.isDropped { return wasDropped ? nil : .discard }
        switch piece {
        case .bytes(let range): return .bytes(range)
        case .carriageReturn: return .carriageReturn
        case .more, .end: return nil
        }
    }

    private mutating func finish(_ content: Content) -> Event? {
        reading = .status
        let message = listing.messages[content.index]
        switch content.purpose {
        case .comparison where content.isDropped:
            collection.followUps.append(.retrieve(content.index))
            return nil
        case .comparison:
            phase = .comparing(content.index)
            return .compare(message, header: collection.header)
        case .whole where content.isDropped:
            collection.followUps.append(.top(content.index, .keep))
            return nil
        case .header where content.isDropped:
            summary.left += 1
            return nil
        case .whole, .header:
            let isHeaderOnly = content.purpose == .header
            collection.batch.append((content.index, isHeaderOnly))
            collection.batchBytes += max(0, content.byteCount - (isHeaderOnly ? 0 : message.size))
            return .end(isHeaderOnly: isHeaderOnly)
        }
    }
}
