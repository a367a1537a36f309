/// Names that users choose for jobs, templates, transports and mailboxes.
enum NameText {
    /// What such a name may be.
    static let rule = "take letters, digits, `-`, `_` and dots inside, 100 at most"

    /// Letters and digits of any script, `-`, `_`, and dots that are not the first character.
    static func isValid(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.count <= 100, !name.hasPrefix("."), !name.hasPrefix("-") else { return false }
        return name.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "-_.".unicodeScalars.contains(scalar)
                || scalar.properties.generalCategory == .nonspacingMark
        }
    }
}
