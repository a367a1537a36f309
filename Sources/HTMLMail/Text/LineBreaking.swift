/// Where a line may end inside of a text without spaces (a small part of Unicode Annex 14).
enum LineBreaking {
    /// Whether a line may end between two characters that stand side by side.
    static func isAllowed(between left: Unicode.Scalar, and right: Unicode.Scalar) -> Bool {
        guard DisplayWidth.width(of: left) == 2 || DisplayWidth.width(of: right) == 2 else { return false }
        // Hangul is written with spaces between words.
        if isHangul(left) || isHangul(right) { return false }
        return !isClosing(right) && !openers.contains(left) && DisplayWidth.width(of: right) > 0
    }

    /// Whether a character stays with what is before it.
    static func isClosing(_ scalar: Unicode.Scalar) -> Bool { closers.contains(scalar) }

    private static func isHangul(_ scalar: Unicode.Scalar) -> Bool { (0xAC00...0xD7A3).contains(scalar.value) }

    private static let closers = Set(
        ".,;:!?)]}%'\"\u{2019}\u{201D}\u{2026}\u{2014}、。，．！？：；）」』】〉》〕］｝〗～・ー々〜％".unicodeScalars
    )

    private static let openers = Set("([{\u{2018}\u{201C}（「『【〈《〔［｛〖￥＄".unicodeScalars)
}
