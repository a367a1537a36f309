/// The tokenizer's steps.
extension HTMLState {
    /// Moves over one byte of fixed text.
    mutating func advance(_ byte: UInt8) {
        switch phase {
        case .text:
            if byte == ASCII.less { phase = .tagOpen }
        case .tagOpen, .endTagOpen, .tagName:
            advanceTagName(byte)
        case .inTag, .attributeName, .afterAttributeName:
            advanceAttribute(byte)
        case .beforeValue, .doubleQuoted, .singleQuoted, .unquoted:
            advanceValue(byte)
        case .markup, .comment:
            advanceComment(byte)
        case .rawText:
            advanceRawText(byte)
        }
    }

    private mutating func advanceTagName(_ byte: UInt8) {
        switch phase {
        case .tagOpen where byte == 0x21:
            (phase, matched, commentIsConditional) = (.markup, 0, false)
        case .tagOpen where byte == ASCII.question:
            (phase, matched) = (.markup, -1)
        case .tagOpen where byte == ASCII.slash:
            phase = .endTagOpen
        case .tagOpen, .endTagOpen:
            if ASCII.isLetter(byte) {
                isEndTag = phase == .endTagOpen
                tag = ShortName()
                tag.append(byte)
                phase = .tagName
            } else if phase == .endTagOpen, byte != ASCII.greater {
                (phase, matched) = (.markup, -1)
            } else {
                phase = byte == ASCII.less ? .tagOpen : .text
            }
        default:
            if byte == ASCII.greater {
                endTag()
            } else if ASCII.isSpace(byte) || byte == ASCII.slash {
                phase = .inTag
            } else {
                tag.append(byte)
            }
        }
    }

    private mutating func endTag() {
        phase = .text
        rawElement = isEndTag ? .none : RawElement(tag)
        if rawElement != .none { (phase, matched) = (.rawText, 0) }
    }

    private mutating func advanceAttribute(_ byte: UInt8) {
        if byte == ASCII.greater { return endTag() }
        if byte == ASCII.slash {
            phase = .inTag
        } else if byte == ASCII.equals, phase != .inTag {
            phase = .beforeValue
            (link, schemeRunsCode, valueIsEmpty, valueStart) = (.undetermined, false, true, ShortName())
        } else if ASCII.isSpace(byte) {
            if phase == .attributeName { phase = .afterAttributeName }
        } else {
            if phase != .attributeName {
                (attribute, attributeIsUnknown) = (ShortName(), false)
                phase = .attributeName
            }
            attribute.append(byte)
        }
    }

    private mutating func advanceValue(_ byte: UInt8) {
        switch (phase, byte) {
        case (.beforeValue, ASCII.quote):
            phase = .doubleQuoted
        case (.beforeValue, ASCII.apostrophe):
            phase = .singleQuoted
        case (.doubleQuoted, ASCII.quote), (.singleQuoted, ASCII.apostrophe):
            phase = .inTag
        case (.beforeValue, ASCII.greater), (.unquoted, ASCII.greater):
            endTag()
        case (.beforeValue, _) where ASCII.isSpace(byte):
            break
        case (.unquoted, _) where ASCII.isSpace(byte):
            phase = .inTag
        default:
            if phase == .beforeValue { phase = .unquoted }
            valueIsEmpty = false
            advanceLink(byte)
        }
    }

    private mutating func advanceLink(_ byte: UInt8) {
        if link == .undetermined {
            switch byte {
            case ASCII.colon:
                link = .path
                schemeRunsCode = valueStart == Self.javascript || valueStart == Self.vbscript
            case ASCII.slash, ASCII.backslash:
                link = .path
            default:
                if !ASCII.isSpace(byte) { valueStart.append(byte) }
            }
        }
        if byte == ASCII.question || byte == ASCII.hash || byte == ASCII.ampersand { link = .query }
    }

    private static let javascript = ShortName("javascript")
    private static let vbscript = ShortName("vbscript")

    private mutating func advanceComment(_ byte: UInt8) {
        if phase == .markup {
            if byte == ASCII.greater {
                phase = .text
            } else if matched >= 0 {
                matched = byte == ASCII.hyphen ? matched + 1 : -1
                if matched == 2 { (phase, matched, tag) = (.comment, 2, ShortName()) }
            }
            return
        }
        // `<!-->` and `<!--->` are whole comments: the dashes of the start count for the end.
        if byte == ASCII.greater, matched >= 2 || (commentIsConditional && matched == -1) {
            phase = .text
        } else if byte == ASCII.hyphen {
            matched = max(matched, 0) + 1
        } else {
            matched = byte == 0x5D ? -1 : 0
            if tag.count < 3 { tag.append(byte) }
            if tag == Self.conditional { commentIsConditional = true }
        }
    }

    private static let conditional = ShortName("[if")

    private mutating func advanceRawText(_ byte: UInt8) {
        // Matches `</name` and then one of the bytes that end a tag's name.
        switch matched {
        case 0: matched = byte == ASCII.less ? 1 : 0
        case 1:
            matched = byte == ASCII.slash ? 2 : (byte == ASCII.less ? 1 : 0)
            tag = ShortName()
        default:
            if ASCII.isSpace(byte) || byte == ASCII.slash || byte == ASCII.greater, tag == rawElement.name {
                isEndTag = true
                phase = .tagName
                advanceTagName(byte)
                if phase == .text || phase == .inTag { (rawElement, matched) = (.none, 0) }
            } else if byte == ASCII.less {
                matched = 1
            } else if ASCII.isLetter(byte) || byte == ASCII.hyphen, tag.count <= 16 {
                tag.append(byte)
            } else {
                matched = 0
            }
        }
    }

    /// Moves over a value that was put here.
    mutating func advanceOverValue() {
        if phase == .beforeValue { phase = .unquoted }
        valueIsEmpty = false
    }

    /// The state behind a section that starts in this state and ends in `end`, and may be left out or repeated; nil when the
    /// two cannot be reconciled.
    func joined(with end: HTMLState) -> HTMLState? {
        if self == end { return self }
        if phase == end.phase, isInValue {
            guard attribute == end.attribute else { return nil }
            return joinedValue(with: end)
        }
        switch (phase, end.phase) {
        case (.text, .text), (.markup, .markup):
            return self
        case (.inTag, .inTag), (.tagName, .inTag), (.inTag, .tagName), (.inTag, .afterAttributeName),
            (.afterAttributeName, .inTag), (.afterAttributeName, .afterAttributeName), (.tagName, .afterAttributeName):
            guard tag == end.tag, isEndTag == end.isEndTag else { return nil }
            var result = self
            result.phase = .inTag
            return result
        case (.inTag, .attributeName), (.attributeName, .attributeName), (.attributeName, .inTag),
            (.afterAttributeName, .attributeName), (.attributeName, .afterAttributeName):
            var result = self
            (result.phase, result.attributeIsUnknown) = (.attributeName, true)
            return result
        case (.beforeValue, .unquoted), (.unquoted, .beforeValue):
            guard attribute == end.attribute else { return nil }
            var result = joinedValue(with: end)
            result.phase = .unquoted
            return result
        case (.comment, .comment):
            return commentIsConditional == end.commentIsConditional ? self : nil
        case (.rawText, .rawText):
            return rawElement == end.rawElement ? self : nil
        default:
            return nil
        }
    }

    private func joinedValue(with end: HTMLState) -> HTMLState {
        var result = self
        if link != end.link { result.link = link == .undetermined || end.link == .undetermined ? .undetermined : .path }
        result.schemeRunsCode = schemeRunsCode || end.schemeRunsCode
        result.valueIsEmpty = valueIsEmpty && end.valueIsEmpty
        return result
    }
}
