/// One `attribute=value` as it was written, and how pieces become parameters (RFC 2231 §3 and §4).
///
/// ```
/// attribute := name [ "*" section ] [ "*" ]      section := "0" / (non-zero digit *digit)
/// ```
struct ParameterPiece {
    private enum Form: Equatable {
        case plain
        /// A continuation: its number, and whether percent signs are to be undone.
        case section(Int, isExtended: Bool)
        /// `name*=`: charset, language and percent signs in one piece.
        case extended
        /// A `*` where none may be.
        case broken
    }

    private let base: [UInt8]
    private let form: Form
    private let value: [UInt8]

    init(_ name: [UInt8], _ value: [UInt8], isQuoted: Bool) {
        self.value = value
        guard let star = name.firstIndex(of: ASCII.asterisk) else {
            base = name
            form = .plain
            return
        }
        base = Array(name[..<star])
        form = Self.form(name[(star + 1)...])
    }

    private static func form(_ suffix: ArraySlice<UInt8>) -> Form {
        guard !suffix.isEmpty else { return .extended }
        let isExtended = suffix.last == ASCII.asterisk
        let digits = isExtended ? suffix.dropLast() : suffix
        // Five digits are beyond every ceiling; leading zeros are forbidden, and two spellings of a number ambiguous.
        guard (1...5).contains(digits.count), digits.allSatisfy(ASCII.isDigit),
            digits.first != ASCII.zero || digits.count == 1
        else { return .broken }
        return .section(digits.reduce(0) { $0 * 10 + Int($1 &- ASCII.zero) }, isExtended: isExtended)
    }

    /// Joins the pieces to parameters, in the order of first appearance.
    static func joined(_ pieces: [ParameterPiece]) -> [FieldParameters.Parameter] {
        if pieces.allSatisfy({ $0.form == .plain }) { return plain(pieces) }
        var order: [[UInt8]] = []
        var groups: [[UInt8]: [ParameterPiece]] = [:]
        for piece in pieces where !piece.base.isEmpty && piece.form != .broken {
            if groups[piece.base] == nil { order.append(piece.base) }
            groups[piece.base, default: []].append(piece)
        }
        return order.compactMap { name in parameter(name, groups[name] ?? []) }
    }

    /// Without continuations, which is the rule: the first of each name.
    private static func plain(_ pieces: [ParameterPiece]) -> [FieldParameters.Parameter] {
        var parameters: [FieldParameters.Parameter] = []
        parameters.reserveCapacity(pieces.count)
        for piece in pieces where !parameters.contains(where: { $0.name == piece.base }) {
            parameters.append(.init(name: piece.base, value: piece.value))
        }
        return parameters
    }

    private static func parameter(_ name: [UInt8], _ pieces: [ParameterPiece]) -> FieldParameters.Parameter? {
        if let extended = pieces.first(where: { $0.form == .extended }) {
            let (charset, text) = charsetAndText(extended.value)
            return .init(name: name, value: percentDecoded(text), charset: charset, isExtended: true)
        }
        if let continued = continuation(name, pieces) { return continued }
        guard let plain = pieces.first(where: { $0.form == .plain }) else { return nil }
        return .init(name: name, value: plain.value)
    }

    /// Sections 0, 1, 2 … up to the first gap, in whatever order they stand.
    private static func continuation(_ name: [UInt8], _ pieces: [ParameterPiece]) -> FieldParameters.Parameter? {
        var sections: [Int: (value: [UInt8], isExtended: Bool)] = [:]
        for piece in pieces {
            guard case .section(let number, let isExtended) = piece.form, sections[number] == nil else { continue }
            sections[number] = (piece.value, isExtended)
        }
        guard let first = sections[0] else { return nil }
        var parameter = FieldParameters.Parameter(name: name, value: first.value, isExtended: first.isExtended)
        if first.isExtended {
            let (charset, text) = charsetAndText(first.value)
            parameter.charset = charset
            parameter.value = percentDecoded(text)
        }
        var number = 1
        while let section = sections[number] {
            parameter.value += section.isExtended ? percentDecoded(section.value[...]) : section.value
            parameter.isExtended = parameter.isExtended || section.isExtended
            number += 1
        }
        return parameter
    }

    /// `[charset] "'" [language] "'" text`; Quirk: one apostrophe or none is tolerated.
    private static func charsetAndText(_ value: [UInt8]) -> (charset: String, text: ArraySlice<UInt8>) {
        guard let first = value.firstIndex(of: ASCII.apostrophe) else { return ("", value[...]) }
        let charset = ASCII.lowercasedText(value[..<first])
        let rest = value[(first + 1)...]
        guard let second = rest.firstIndex(of: ASCII.apostrophe) else { return (charset, rest) }
        return (charset, rest[(second + 1)...])
    }

    private static func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == ASCII.percent, index + 2 < text.endIndex, let high = ASCII.hexValue(text[index + 1]),
                let low = ASCII.hexValue(text[index + 2])
            {
                output.append(high << 4 | low)
                index += 3
            } else {
                output.append(text[index])
                index += 1
            }
        }
        return output
    }
}
