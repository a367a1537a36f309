/// How the bytes of a part are written (RFC 2045 §6).
package enum BodyEncoding: Sendable, Equatable {
    /// ASCII lines, sent as they are.
    case sevenBit
    /// Lines with bytes above 127, sent as they are; the server must offer 8BITMIME (RFC 6152).
    case eightBit
    /// ASCII with `=XX` for the rest; most bytes stay readable.
    case quotedPrintable
    /// Four characters for three bytes, whatever they are.
    case base64

    /// The value of the Content-Transfer-Encoding field.
    var token: StaticString {
        switch self {
        case .sevenBit: "7bit"
        case .eightBit: "8bit"
        case .quotedPrintable: "quoted-printable"
        case .base64: "base64"
        }
    }
}

/// What the choice of a transfer encoding may use.
package struct BodyPolicy: Sendable, Equatable {
    /// How long a line may be that is sent as it is.
    package enum LineLength: Sendable {
        /// 78 bytes, as RFC 5322 §2.1.1 recommends.
        case short
        /// 998 bytes, the most that RFC 5322 §2.1.1 allows.
        case long

        var limit: Int {
            switch self {
            case .short: 78
            case .long: 998
            }
        }
    }

    /// How long unencoded lines may be (default: short); longer ones lead to quoted-printable.
    package var lines: LineLength
    /// Whether 8bit may be used because every server on the way takes it (default: no).
    package var allowsEightBit: Bool

    /// Makes a policy.
    package init(lines: LineLength = .short, allowsEightBit: Bool = false) {
        self.lines = lines
        self.allowsEightBit = allowsEightBit
    }

    /// Returns the smallest encoding that brings a body over whole.
    func choose(_ scan: BodyScan) -> BodyEncoding {
        let isPlain = !scan.hasControls && !scan.hasTouchyLine && scan.longestLine <= lines.limit
        if isPlain && scan.highBytes == 0 { return .sevenBit }
        if isPlain && allowsEightBit { return .eightBit }
        return Self.quotedCount(scan) <= Self.base64Count(scan) ? .quotedPrintable : .base64
    }

    /// The size as quoted-printable, but for soft breaks that depend on where the words stand.
    private static func quotedCount(_ scan: BodyScan) -> Int {
        let characters = scan.canonicalCount + 2 * scan.escapedBytes
        let needsBreaks = scan.longestLine > QuotedPrintableEncoder.lineLimit || scan.escapedBytes * 8 > scan.byteCount
        return needsBreaks ? characters + characters / 75 * 3 : characters
    }

    private static func base64Count(_ scan: BodyScan) -> Int {
        Base64Encoder.encodedCount(scan.canonicalCount)
    }
}
