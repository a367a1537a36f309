/// A Content-Disposition (RFC 2183).
package struct ContentDisposition: Sendable, Equatable {
    /// The word before the parameters in small letters: `attachment`, `inline`, or whatever stands there.
    package var kind: String
    /// The parameters, continuations joined (RFC 2231).
    package var parameters: FieldParameters

    /// Reads a field's value.
    package init(fieldValue: some Sequence<UInt8>, limits: MIMELimits = MIMELimits()) {
        var tokenizer = FieldTokenizer(fieldValue.prefix(limits.structuredFieldBytes))
        kind = ASCII.lowercasedText(tokenizer.mechanism())
        parameters = FieldParameters(&tokenizer, limit: limits.parameters)
    }
}
