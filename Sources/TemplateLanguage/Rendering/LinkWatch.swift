/// Follows the beginning of a link through fixed text and values, until its scheme is known.
///
/// Browsers skip control characters and blanks there, so they are skipped here; letters count without case.
struct LinkWatch {
    private var scheme = ShortName()
    private var isSettled = true
    private var hasData = false

    private static let codeSchemes: [ShortName] = [
        ShortName("javascript"), ShortName("vbscript"), ShortName("data"), ShortName("livescript"), ShortName("mocha"),
    ]

    /// A link begins.
    mutating func begin() {
        (scheme, isSettled, hasData) = (ShortName(), false, false)
    }

    /// Text goes on in the link; returns whether it now has a scheme that runs code and that data had a part in.
    mutating func feed(_ text: Span<UInt8>, isData: Bool) -> Bool {
        if isSettled || text.isEmpty { return false }
        hasData = hasData || isData
        for index in text.indices {
            let byte = text[index]
            switch byte {
            case ASCII.colon:
                isSettled = true
                return hasData && Self.codeSchemes.contains(scheme)
            case ASCII.slash, ASCII.question, ASCII.hash, ASCII.backslash:
                isSettled = true
                return false
            case 0...0x20, ASCII.quote, ASCII.apostrophe, 0x7F:
                continue
            default:
                scheme.append(byte)
            }
        }
        return false
    }
}
