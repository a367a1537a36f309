extension CSVScanner {
    /// What a byte is for the grammar.
    private enum Role {
        case delimiter
        case quote
        case lineFeed
        case carriageReturn
        case nul
        case data
        /// The delimiter's first byte, and what follows it has not arrived.
        case unknown
    }

    /// Decides about one byte that may mean something; false when the scan has to wait, or is over.
    mutating func decide(_ index: Int, _ byte: UInt8, _ bytes: UnsafeMutableBufferPointer<UInt8>, isEnd: Bool) -> Bool {
        guard index >= literalUntil else {
            if byte == 0 { note(.nul, at: index) }
            countLineEnd(byte, at: index)
            return true
        }
        if unsafe startsComment(before: index, bytes) { state = .comment }
        if byte == escape, byte != quote, state != .comment, state != .closed {
            literalUntil = index + 2
            isFieldEscaped = true
            return true
        }
        switch unsafe role(of: byte, at: index, bytes, isEnd: isEnd) {
        case .unknown:
            position = index
            return false
        case .delimiter: unsafe delimiterFound(at: index, bytes)
        case .quote: unsafe quoteFound(at: index, bytes)
        case .lineFeed, .carriageReturn: return unsafe lineEndFound(byte, at: index, bytes)
        case .nul: if state != .comment { note(.nul, at: index) }
        case .data: break
        }
        return !isStopped
    }

    private func role(
        of byte: UInt8,
        at index: Int,
        _ bytes: UnsafeMutableBufferPointer<UInt8>,
        isEnd: Bool
    ) -> Role {
        if byte == delimiterByte, delimiter.count == 1 || state == .plain || state == .closed || state == .stray {
            for offset in 1..<max(1, delimiter.count) {
                guard index + offset < bytes.count else { return isEnd ? .data : .unknown }
                guard unsafe bytes[index + offset] == delimiter[offset] else { return byte == quote ? .quote : .data }
            }
            return byte == quote && state != .closed && index == fieldStart ? .quote : .delimiter
        }
        switch byte {
        case quote: return .quote
        case 0x0A: return .lineFeed
        case 0x0D: return .carriageReturn
        case 0: return .nul
        default: return .data
        }
    }

    /// Whether the record's first bytes, all before `index`, are those of a comment.
    private func startsComment(before index: Int, _ bytes: UnsafeMutableBufferPointer<UInt8>) -> Bool {
        guard !comment.isEmpty, state == .plain, fieldStart == recordStart, index - recordStart >= comment.count else {
            return false
        }
        return comment.indices.allSatisfy { unsafe bytes[recordStart + $0] == comment[$0] }
    }

    private mutating func delimiterFound(at index: Int, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
        switch state {
        case .quoted, .comment: return
        case .plain, .closed, .stray: unsafe closeField(at: index, bytes)
        }
        fieldStart = index + delimiter.count
        literalUntil = max(literalUntil, fieldStart)
        if fields.count - recordFirstField >= maximumFields {
            unsafe stopWithTooManyFields(at: index, bytes)
        }
    }

    private mutating func quoteFound(at index: Int, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
        switch state {
        case .plain:
            // A quote in the middle of a plain field is data: `Bob "Nick" Lee`.
            guard unsafe fieldContentStart(bytes, before: index) == index else { return }
            state = .quoted
            quoteStart = index
        case .quoted:
            state = .closed
            quoteEnd = index
        case .closed:
            if index == quoteEnd + 1 {
                state = .quoted
                isFieldEscaped = true
            } else {
                unsafe noteStray(bytes)
            }
        case .stray, .comment: return
        }
    }

    private mutating func lineEndFound(
        _ byte: UInt8,
        at index: Int,
        _ bytes: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        guard state != .quoted else {
            countLineEnd(byte, at: index)
            return true
        }
        if byte == 0x0A, lastReturn == index - 1, index == recordStart {
            recordStart = index + 1
            fieldStart = index + 1
            return true
        }
        if byte == 0x0D { lastReturn = index }
        unsafe endRecord(at: index, bytes)
        recordStart = index + 1
        fieldStart = index + 1
        recordLine += innerLines + 1
        innerLines = 0
        return !isStopped
    }

    private mutating func countLineEnd(_ byte: UInt8, at index: Int) {
        if byte == 0x0D {
            lastReturn = index
            innerLines += 1
        } else if byte == 0x0A, lastReturn != index - 1 {
            innerLines += 1
        }
    }

    /// Where the content of a plain field begins: behind the spaces that belong to the delimiter.
    private func fieldContentStart(_ bytes: UnsafeMutableBufferPointer<UInt8>, before end: Int) -> Int {
        guard skipsInitialSpace else { return fieldStart }
        var start = fieldStart
        while start < end, unsafe bytes[start] == 0x20 { start += 1 }
        return start
    }

    /// Ends the field, of whatever kind, at a delimiter, a line end or the end.
    mutating func closeField(at index: Int, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
        if state == .closed, index != quoteEnd + 1 { unsafe noteStray(bytes) }
        switch state {
        case .closed: endField(quoteStart + 1, quoteEnd)
        case .stray: endField(quoteStart, index)
        case .plain, .quoted, .comment: unsafe endField(fieldContentStart(bytes, before: index), index)
        }
        if isFieldEscaped || state == .stray { escapedFields.append((fields.count - 1, state)) }
        isFieldEscaped = false
        state = .plain
    }

    private mutating func noteStray(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        note(.strayQuote, at: quoteEnd + 1)
        state = .stray
    }

    /// Remembers a place to be reported when the record is complete.
    mutating func note(_ kind: TableFault.Kind, at index: Int) {
        if places.count < Self.maximumFaultsPerRecord { places.append((kind, index)) }
    }
}
