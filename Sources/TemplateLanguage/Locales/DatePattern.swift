/// A date pattern of the CLDR (UTS 35 part 4): letters are fields, text in apostrophes stands for itself.
struct DatePattern: Sendable {
    /// A piece of a pattern.
    enum Piece: Sendable, Equatable {
        case text(String)
        case field(Unicode.Scalar, count: Int)
    }

    let pieces: [Piece]

    /// The fields that are known: year, month, standalone month, day, weekday, hours, minute, second, half of the day.
    private static let fields: Set<Unicode.Scalar> = ["y", "M", "L", "d", "E", "c", "H", "h", "m", "s", "a"]

    /// Reads a pattern; nil when it has a letter that is no known field.
    init?(_ pattern: String) {
        var pieces: [Piece] = []
        var text = ""
        var isQuoted = false
        let scalars = Array(pattern.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == "'" {
                if index + 1 < scalars.count, scalars[index + 1] == "'" {
                    text += "'"
                    index += 1
                } else {
                    isQuoted.toggle()
                }
            } else if !isQuoted, scalar.isASCII, scalar.properties.isAlphabetic {
                guard Self.fields.contains(scalar) else { return nil }
                if !text.isEmpty { pieces.append(.text(text)) }
                text = ""
                var count = 1
                while index + 1 < scalars.count, scalars[index + 1] == scalar {
                    count += 1
                    index += 1
                }
                pieces.append(.field(scalar, count: count))
            } else {
                text.unicodeScalars.append(scalar)
            }
            index += 1
        }
        guard !isQuoted else { return nil }
        if !text.isEmpty { pieces.append(.text(text)) }
        self.pieces = pieces
    }

    /// The date in a locale's words.
    func text(of date: CivilDate, in locale: LocaleData) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let fixed): text += fixed
            case .field(let letter, let count): text += Self.field(letter, count, date, locale)
            }
        }
        return text
    }

    private static func field(_ letter: Unicode.Scalar, _ count: Int, _ date: CivilDate, _ locale: LocaleData) -> String
    {
        switch letter {
        case "y": return number(count == 2 ? date.year % 100 : date.year, count, locale)
        case "M" where count >= 4: return locale.months[date.month - 1]
        case "L" where count >= 4: return locale.standaloneMonths[date.month - 1]
        case "M" where count == 3, "L" where count == 3: return locale.shortMonths[date.month - 1]
        case "M", "L": return number(date.month, count, locale)
        case "d": return number(date.day, count, locale)
        case "E", "c": return count >= 4 ? locale.days[date.weekday] : locale.shortDays[date.weekday]
        case "H": return number(date.hour, count, locale)
        case "h": return number((date.hour + 11) % 12 + 1, count, locale)
        case "m": return number(date.minute, count, locale)
        case "s": return number(date.second, count, locale)
        default: return locale.halves[date.hour < 12 ? 0 : 1]
        }
    }

    private static func number(_ value: Int, _ width: Int, _ locale: LocaleData) -> String {
        let digits = String(value)
        let padded = String(repeating: "0", count: max(0, min(width, 9) - digits.count)) + digits
        guard locale.zeroDigit != 0x30 else { return padded }
        var text = ""
        for byte in padded.utf8 {
            if let scalar = Unicode.Scalar(locale.zeroDigit + UInt32(byte - ASCII.zero)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
