extension TemplateLambda {
    /// The functions that every template may call by name; data of the same name hides them.
    ///
    /// Like all of Mustache's lambdas they are given the section's source, and what they return is read as a template.
    package static let builtIn: [String: TemplateLambda] = ["oneline": oneLine, "verbatim": verbatim]

    /// `{{#oneline}}…{{/oneline}}`: white space at both ends goes, line breaks with the blanks around them become one space.
    private static let oneLine = TemplateLambda { section in
        var text: [UInt8] = []
        var blanks: [UInt8] = []
        for byte in section ?? [] {
            if ASCII.isSpace(byte) {
                blanks.append(byte)
                continue
            }
            if !text.isEmpty { text += blanks.contains(where: ASCII.isLineEnd) ? [ASCII.space] : blanks }
            blanks.removeAll(keepingCapacity: true)
            text.append(byte)
        }
        return text
    }

    /// `{{#verbatim}}…{{/verbatim}}`: the text as it stands, tags and all.
    private static let verbatim = TemplateLambda { section in
        // Two control characters as delimiters, which the text is rid of: nothing in it is a tag then.
        let marks: [UInt8] = [0x01, 0x02]
        let text = (section ?? []).filter { !marks.contains($0) }
        return Array("{{=\u{01} \u{02}=}}".utf8) + text
    }
}
