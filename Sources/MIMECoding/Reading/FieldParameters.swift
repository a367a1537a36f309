/// The parameters of a structured field, decoded (RFC 2045 §5.1, RFC 2231).
///
/// Of two parameters with one name the first counts. `name*=` wins over `name*0=`, and that over `name=`: senders add
/// the plain form for old readers. Encoded words (RFC 2047) in values are decoded on demand, though the standard forbids
/// them there: too many senders write file names so.
package struct FieldParameters: Sendable, Equatable {
    /// One parameter, continuations joined.
    package struct Parameter: Sendable, Equatable {
        /// The name in small letters, without `*` marks.
        package var name: [UInt8]
        /// The value, quotes, escapes and percent signs undone.
        package var value: [UInt8]
        /// The charset that RFC 2231 named, in small letters; empty when none was.
        package var charset = ""
        /// Whether the value was in RFC 2231's extended form.
        package var isExtended = false
    }

    /// All parameters in the order in which their names first come.
    package private(set) var parameters: [Parameter] = []

    /// No parameters.
    package init() {}

    /// Reads parameters from a tokenizer that stands before the first `;`.
    init(_ tokenizer: inout FieldTokenizer, limit: Int) {
        var pieces: [ParameterPiece] = []
        while !tokenizer.isAtEnd, pieces.count < limit {
            if tokenizer.current == ASCII.semicolon {
                tokenizer.skip()
                continue
            }
            tokenizer.skipBlanksAndComments()
            guard !tokenizer.isAtEnd else { break }
            if tokenizer.current == ASCII.semicolon { continue }
            if let piece = Self.piece(&tokenizer) { pieces.append(piece) }
        }
        parameters = ParameterPiece.joined(pieces)
    }

    /// `attribute "=" value`; nil for what is none, with the cursor behind it.
    private static func piece(_ tokenizer: inout FieldTokenizer) -> ParameterPiece? {
        let name = tokenizer.attribute()
        tokenizer.skipBlanksAndComments()
        guard !tokenizer.isAtEnd, tokenizer.current == ASCII.equals else {
            // Something without a value: step on, so that the loop ends.
            if !tokenizer.isAtEnd, name.isEmpty, tokenizer.current != ASCII.semicolon { tokenizer.skip() }
            return nil
        }
        tokenizer.skip()
        tokenizer.skipBlanksAndComments()
        guard !tokenizer.isAtEnd else { return name.isEmpty ? nil : ParameterPiece(name, [], isQuoted: false) }
        let isQuoted = tokenizer.current == ASCII.quote
        let value = isQuoted ? tokenizer.quotedString() : tokenizer.bareValue()
        return name.isEmpty ? nil : ParameterPiece(name, value, isQuoted: isQuoted)
    }

    /// The value's bytes before any charset or encoded-word decoding; nil when there is no such parameter.
    ///
    /// The name is given in small letters.
    package func rawValue(_ name: StaticString) -> [UInt8]? {
        parameters.first { $0.name.elementsEqual(name.description.utf8) }?.value
    }

    /// The value as text; nil when there is no such parameter.
    ///
    /// The name is given in small letters.
    package func text(_ name: StaticString) -> String? {
        parameters.first { $0.name.elementsEqual(name.description.utf8) }?.text
    }
}

extension FieldParameters.Parameter {
    /// The value as text: by its RFC 2231 charset, else with encoded words decoded.
    package var text: String {
        guard isExtended else {
            return String(decoding: EncodedWords.decoded(value, in: 0..<value.count), as: UTF8.self)
        }
        return String(decoding: CharsetText.utf8(value, charset: charset), as: UTF8.self)
    }
}
