/// Numbers and money.
extension LocaleData {
    /// A number with group marks and the locale's digits; with as many decimals as it has, or as `decimals` says.
    func text(of number: DecimalNumber, decimals: Int? = nil) -> String {
        let number = decimals.map(number.rounded) ?? number
        return (number.isNegative ? minus : "") + digits(of: number)
    }

    /// The absolute value.
    private func digits(of number: DecimalNumber) -> String {
        var text = ""
        let count = number.whole.count
        let isGrouped = count >= grouping.primary + minimumGrouping
        for (index, digit) in number.whole.enumerated() {
            let remaining = count - index
            if index > 0, isGrouped, isGroupStart(remaining) { text += groupMark }
            append(digit, to: &text)
        }
        if !number.fraction.isEmpty {
            text += decimalMark
            for digit in number.fraction { append(digit, to: &text) }
        }
        return text
    }

    /// Whether a group mark stands before the digit that `remaining` digits go on from.
    private func isGroupStart(_ remaining: Int) -> Bool {
        remaining == grouping.primary
            || (remaining > grouping.primary && (remaining - grouping.primary) % grouping.secondary == 0)
    }

    private func append(_ digit: UInt8, to text: inout String) {
        if let scalar = Unicode.Scalar(zeroDigit + UInt32(digit)) { text.unicodeScalars.append(scalar) }
    }

    /// An amount of a currency, rounded to the currency's decimals.
    func money(_ number: DecimalNumber, currency: String) -> String {
        let amount = number.rounded(to: Self.decimals(of: currency))
        let usesNegative = amount.isNegative && money.count > 1
        let pattern = money[usesNegative ? 1 : 0]
        let symbol = currencies[currency] ?? currency
        var text = amount.isNegative && !usesNegative ? minus : ""
        var wroteNumber = false
        let marks: Set<Unicode.Scalar> = ["#", "0", ",", "."]
        var previousIsLetter = false
        for scalar in pattern.unicodeScalars {
            if marks.contains(scalar) {
                if !wroteNumber {
                    // UTS 35: a symbol that ends in a letter is kept apart from the digits.
                    if previousIsLetter { text += "\u{A0}" }
                    text += digits(of: amount)
                }
                wroteNumber = true
                continue
            }
            switch scalar {
            case "\u{A4}":
                if wroteNumber, text.unicodeScalars.last?.properties.numericType != nil,
                    symbol.unicodeScalars.first?.properties.isAlphabetic == true
                {
                    text += "\u{A0}"
                }
                text += symbol
                previousIsLetter = symbol.unicodeScalars.last?.properties.isAlphabetic == true
            case "-":
                text += minus
                previousIsLetter = false
            default:
                text.unicodeScalars.append(scalar)
                previousIsLetter = false
            }
        }
        return text
    }

    /// Decimals of a currency (ISO 4217, as CLDR has them); two for most.
    static func decimals(of currency: String) -> Int {
        switch currency {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF",
            "XPF":
            0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
        default: 2
        }
    }
}
