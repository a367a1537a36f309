extension IDNA {
    /// The lower-case form of a name that is ASCII and has no A-label, or nil when libidn2 is needed.
    static func plainASCII(_ name: ArraySlice<UInt8>) throws(Failure) -> [UInt8]? {
        try plainForm(name, allowALabels: false)
    }

    /// Checks a name by the letters-digits-hyphens rule and folds it to lower case.
    ///
    /// RFC 5890 §2.3.1: labels of 1 to 63 letters, digits and hyphens, no hyphen at either end. One final dot is
    /// accepted and cut off: `example.com.` is the same name.
    ///
    /// - Returns: nil when the name has a byte over 0x7F, or an A-label while they are not allowed.
    static func plainForm(_ name: ArraySlice<UInt8>, allowALabels: Bool) throws(Failure) -> [UInt8]? {
        var rest = name
        if rest.count > 1, rest.last == UInt8(ascii: ".") { rest.removeLast() }
        guard !rest.contains(where: { $0 >= 0x80 }) else { return nil }
        guard rest.count <= maximumNameLength else { throw .nameTooLong }
        var folded: [UInt8] = []
        folded.reserveCapacity(rest.count)
        var labelStart = rest.startIndex
        for index in rest.indices {
            let byte = rest[index]
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"):
                folded.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
            case UInt8(ascii: "."):
                guard try checkLabel(rest[labelStart..<index], allowALabels) else { return nil }
                labelStart = index + 1
                folded.append(byte)
            default: throw .disallowedCharacter
            }
        }
        guard try checkLabel(rest[labelStart...], allowALabels) else { return nil }
        return folded
    }

    /// Checks one label's length and hyphens; false when it is an A-label and those are not allowed.
    private static func checkLabel(_ label: ArraySlice<UInt8>, _ allowALabels: Bool) throws(Failure) -> Bool {
        guard let first = label.first, let last = label.last else { throw .emptyLabel }
        guard label.count <= maximumLabelLength else { throw .labelTooLong }
        guard first != UInt8(ascii: "-"), last != UInt8(ascii: "-") else { throw .hyphen }
        return allowALabels || !isACEPrefixed(label)
    }

    /// RFC 5891 §4.2.3.1: no label but an A-label has hyphens in its third and fourth place.
    ///
    /// Plain ASCII labels of that form exist and are registered (`r2--d.example`), so only labels that came to have
    /// them by mapping, from full-width hyphens, are refused.
    static func refuseMappedHyphens(in result: [UInt8], from name: ArraySlice<UInt8>) throws(Failure) {
        let dot = UInt8(ascii: ".")
        for label in result.split(separator: dot) where label.count >= 4 && !isACEPrefixed(label) {
            let start = label.startIndex
            guard label[start + 2] == UInt8(ascii: "-"), label[start + 3] == UInt8(ascii: "-") else { continue }
            let written = name.split(separator: dot).contains { given in
                given.elementsEqual(label) { $0 == $1 || ($0 < 0x5B && $0 | 0x20 == $1) }
            }
            guard written else { throw .hyphen }
        }
    }
}
