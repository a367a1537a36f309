extension CSVScanner {
    /// Ends the record at a line end or at the end of the text.
    mutating func endRecord(at index: Int, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
        if unsafe state == .comment || startsWithComment(until: index, bytes) {
            forgetRecord()
            return
        }
        let isBlank = state == .plain && index == recordStart
        if isBlank, blankLines == .skip { return }
        unsafe closeField(at: index, bytes)
        guard index - recordStart <= maximumRecordBytes else {
            unsafe stopTooLong(bytes)
            return
        }
        recordNumber += 1
        let count = fields.count - recordFirstField
        guard count <= maximumFields else {
            unsafe stopWithTooManyFields(at: index, bytes)
            return
        }
        noteBadOffsets(before: index)
        if !places.isEmpty { unsafe reportPlaces(bytes, record: recordNumber) }
        if !escapedFields.isEmpty { unsafe unescapeFields(bytes) }
        entries.append(
            TableBatch.Entry(
                number: recordNumber,
                line: recordLine,
                firstField: recordFirstField,
                fieldCount: count
            )
        )
        checkLength(count)
        recordFirstField = fields.count
    }

    /// A comment without any byte that the scan stops at is recognised here.
    private func startsWithComment(until end: Int, _ bytes: UnsafeMutableBufferPointer<UInt8>) -> Bool {
        guard !comment.isEmpty, state == .plain, fieldStart == recordStart, end - recordStart >= comment.count else {
            return false
        }
        return comment.indices.allSatisfy { unsafe bytes[recordStart + $0] == comment[$0] }
    }

    private mutating func forgetRecord() {
        fields.removeAll(from: recordFirstField)
        while badOffsetsTold < badOffsets.count, badOffsets[badOffsetsTold] < position { badOffsetsTold += 1 }
        escapedFields.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        isFieldEscaped = false
        state = .plain
    }

    private mutating func checkLength(_ count: Int) {
        guard raggedRows == .report else { return }
        guard let expected = expectedFields else {
            expectedFields = count
            return
        }
        guard count != expected else { return }
        let verb = count < expected ? "has only \(count) of" : "has \(count) fields instead of"
        faults.append(
            TableFault(
                .raggedRow,
                record: recordNumber,
                line: recordLine,
                message: "the record \(verb) the header's \(expected) fields; "
                    + "quote a field that holds the delimiter, or add what is missing"
            )
        )
    }

    /// Says that the text is over.
    mutating func finish(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        let end = bytes.count
        if state == .quoted {
            unsafe stop(
                .unbalancedQuote,
                at: quoteStart,
                bytes,
                "the quote that opens this field is never closed; close it, or double it if it is data"
            )
        } else if end > recordStart || fields.count > recordFirstField {
            unsafe endRecord(at: end, bytes)
            recordStart = end
        }
        isStopped = true
    }

    /// Stops when the record that is not complete has grown over the ceiling.
    mutating func checkGrowth(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        if !isStopped, bytes.count - recordStart > maximumRecordBytes { unsafe stopTooLong(bytes) }
    }

    /// Stops a record that has no end of fields.
    mutating func stopWithTooManyFields(at index: Int, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
        unsafe stop(
            .tooManyFields,
            at: index,
            bytes,
            "the record has more than \(maximumFields) fields; the delimiter is probably another one"
        )
    }

    /// Remembers the bytes of the record that were no characters.
    private mutating func noteBadOffsets(before end: Int) {
        while badOffsetsTold < badOffsets.count, badOffsets[badOffsetsTold] < end {
            note(.badEncoding, at: badOffsets[badOffsetsTold])
            badOffsetsTold += 1
        }
    }

    private mutating func stopTooLong(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        let isOpen = state == .quoted
        let hint = isOpen ? "a quote on this line is probably not closed" : "this is probably no such table"
        unsafe stop(
            .recordTooLong,
            at: isOpen ? quoteStart : recordStart,
            bytes,
            "the record is longer than \(maximumRecordBytes) bytes; \(hint)"
        )
    }

    /// Ends the scan with a fault.
    mutating func stop(
        _ kind: TableFault.Kind,
        at index: Int,
        _ bytes: UnsafeMutableBufferPointer<UInt8>,
        _ message: String
    ) {
        let number = recordNumber + 1
        noteBadOffsets(before: index)
        unsafe reportPlaces(bytes, record: number)
        unsafe faults.append(fault(kind, at: index, bytes, record: number, message, isFatal: true))
        isStopped = true
    }
}

extension CSVScanner {
    /// Turns the places of the record into faults.
    mutating func reportPlaces(_ bytes: UnsafeMutableBufferPointer<UInt8>, record: Int) {
        for (kind, index) in places.sorted(by: { $0.offset < $1.offset }) {
            let message =
                switch kind {
                case .nul: "a NUL byte; text has none, so the file is damaged or is UTF-16: declare its encoding"
                case .badEncoding: "a byte here is no character of the file's encoding; declare the right encoding"
                default: "text follows the closing quote; end the field there, or double the quote if it is data"
                }
            unsafe faults.append(fault(kind, at: index, bytes, record: record, message))
        }
        places.removeAll(keepingCapacity: true)
    }

    /// A fault at a place in the raw record.
    private func fault(
        _ kind: TableFault.Kind,
        at index: Int,
        _ bytes: UnsafeMutableBufferPointer<UInt8>,
        record: Int,
        _ message: String,
        isFatal: Bool = false
    ) -> TableFault {
        var line = recordLine
        var lineStart = recordStart
        for offset in recordStart..<max(recordStart, min(index, bytes.count)) {
            let byte = unsafe bytes[offset]
            let isSecondOfPair = unsafe byte == 0x0A && offset > recordStart && bytes[offset - 1] == 0x0D
            if byte == 0x0A || byte == 0x0D {
                line += isSecondOfPair ? 0 : 1
                lineStart = offset + 1
            }
        }
        let before = unsafe UnsafeMutableBufferPointer(
            rebasing: bytes[lineStart..<max(lineStart, min(index, bytes.count))]
        )
        let characters = unsafe before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return TableFault(
            kind,
            record: record,
            line: line,
            column: characters + 1,
            byteColumn: before.count + 1,
            message: message,
            isFatal: isFatal
        )
    }

    /// Takes the escapes out of the record's fields, in place.
    private mutating func unescapeFields(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        for (place, form) in escapedFields {
            let start = Int(fields[place].start)
            let end = start + Int(fields[place].length)
            let length =
                switch form {
                case .stray: unsafe removeQuotes(start, end, bytes)
                case .closed: unsafe removeEscapes(start, end, bytes, doubled: true)
                case .plain, .quoted, .comment: unsafe removeEscapes(start, end, bytes, doubled: false)
                }
            fields[place].length = UInt32(truncatingIfNeeded: length)
        }
        escapedFields.removeAll(keepingCapacity: true)
    }

    /// Doubled quotes become one, an escaped byte itself.
    private func removeEscapes(
        _ start: Int,
        _ end: Int,
        _ bytes: UnsafeMutableBufferPointer<UInt8>,
        doubled: Bool
    ) -> Int {
        var source = start
        var target = start
        while source < end {
            var byte = unsafe bytes[source]
            if byte == escape, byte != quote, source + 1 < end {
                source += 1
                byte = unsafe bytes[source]
            } else if doubled, byte == quote, source + 1 < end, unsafe bytes[source + 1] == byte {
                source += 1
            }
            unsafe bytes[target] = byte
            source += 1
            target += 1
        }
        return target - start
    }

    /// The opening and the closing quote go, doubled ones between them become one, what follows stays.
    private func removeQuotes(_ start: Int, _ end: Int, _ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var source = start + 1
        var target = start
        var isOpen = true
        while source < end {
            let byte = unsafe bytes[source]
            source += 1
            if isOpen, byte == quote {
                guard source < end, unsafe bytes[source] == byte else {
                    isOpen = false
                    continue
                }
                source += 1
            }
            unsafe bytes[target] = byte
            target += 1
        }
        return target - start
    }
}
