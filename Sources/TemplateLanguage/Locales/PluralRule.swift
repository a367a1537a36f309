/// The CLDR's plural categories.
enum PluralCategory: String, Sendable, CaseIterable {
    case zero
    case one
    case two
    case few
    case many
    case other
}

/// How a language chooses the plural category of a number (CLDR plural rules, cardinals).
///
/// Operands as in UTS 35: `n` the absolute value, `i` its whole part, `v` the number of visible decimals, `f` the visible
/// decimals as a number, `t` the same without zeros at the end.
enum PluralRule: String, Sendable, CaseIterable {
    case none
    case oneWhole
    case oneExact
    case french
    case spanish
    case italian
    case danish
    case polish
    case czech
    case romanian
    case eastSlavic
    case hindi
    case arabic
    case hebrew

    /// The category of a number.
    func category(of number: DecimalNumber) -> PluralCategory {
        let fraction = number.fraction
        let v = fraction.count
        let isWhole = fraction.allSatisfy { $0 == 0 }
        // The rules look at the last six digits; of larger numbers those and a large rest are enough.
        let digits = number.whole.drop { $0 == 0 }
        let i = digits.suffix(6).reduce(0) { $0 * 10 + Int($1) } + (digits.count > 6 ? 1_000_000 : 0)
        let isMillion = v == 0 && i != 0 && i % 1_000_000 == 0
        switch self {
        case .none: return .other
        case .oneWhole: return i == 1 && v == 0 ? .one : .other
        case .oneExact: return i == 1 && isWhole ? .one : .other
        case .french: return i <= 1 ? .one : (isMillion ? .many : .other)
        case .spanish: return i == 1 && isWhole ? .one : (isMillion ? .many : .other)
        case .italian: return i == 1 && v == 0 ? .one : (isMillion ? .many : .other)
        case .danish: return (i == 1 && isWhole) || (!isWhole && i <= 1) ? .one : .other
        case .hindi: return i == 0 || (i == 1 && isWhole) ? .one : .other
        case .hebrew:
            if (i == 1 && v == 0) || (i == 0 && v != 0) { return .one }
            return i == 2 && v == 0 ? .two : .other
        case .romanian:
            if i == 1, v == 0 { return .one }
            return v != 0 || i == 0 || (i != 1 && (1...19).contains(i % 100)) ? .few : .other
        case .czech:
            if v != 0 { return .many }
            return i == 1 ? .one : ((2...4).contains(i) ? .few : .other)
        case .polish:
            if v != 0 { return .other }
            if i == 1 { return .one }
            return (2...4).contains(i % 10) && !(12...14).contains(i % 100) ? .few : .many
        case .eastSlavic:
            if v != 0 { return .other }
            if i % 10 == 1, i % 100 != 11 { return .one }
            return (2...4).contains(i % 10) && !(12...14).contains(i % 100) ? .few : .many
        case .arabic:
            guard isWhole else { return .other }
            switch i {
            case 0: return .zero
            case 1: return .one
            case 2: return .two
            default: return (3...10).contains(i % 100) ? .few : (i % 100 >= 11 ? .many : .other)
            }
        }
    }
}
