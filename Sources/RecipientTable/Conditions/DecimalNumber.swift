/// A decimal number of any length, compared exactly: numbers of twenty digits are often codes.
struct DecimalNumber: Hashable, Sendable {
    private let isNegative: Bool
    /// The digits without zeros at both ends; empty for zero.
    private let digits: [UInt8]
    /// The power of ten of the first digit, plus one: 0.5 has 0, 5 has 1, 50 has 2.
    private let scale: Int

    /// The value of a text that ``ColumnType/number`` takes.
    init(_ text: String) {
        var isNegative = false
        var digits: [UInt8] = []
        var point: Int?
        var exponent: [UInt8]?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "."): point = digits.count
            case UInt8(ascii: "e"), UInt8(ascii: "E"): exponent = []
            case UInt8(ascii: "-") where digits.isEmpty && exponent == nil: isNegative = true
            case UInt8(ascii: "0")...UInt8(ascii: "9") where exponent == nil: digits.append(byte)
            default: exponent?.append(byte)
            }
        }
        let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        let whole = point ?? digits.count
        self.digits = Array(digits[zeros...].reversed().drop { $0 == UInt8(ascii: "0") }.reversed())
        self.isNegative = isNegative && !self.digits.isEmpty
        scale = self.digits.isEmpty ? 0 : whole - zeros + Self.clamped(exponent ?? [])
    }

    /// An exponent; one beyond all meaning counts as a very large one.
    private static func clamped(_ text: [UInt8]) -> Int {
        let isNegative = text.first == UInt8(ascii: "-")
        let digits = text.drop { !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0) }
        let value = digits.reduce(0) { min(1_000_000_000, $0 * 10 + Int($1 - UInt8(ascii: "0"))) }
        return isNegative ? -value : value
    }

    /// Less than zero, zero, or more, as the number is smaller, equal or larger than another.
    func order(to other: DecimalNumber) -> Int {
        guard isNegative == other.isNegative else { return isNegative ? -1 : 1 }
        let order = magnitudeOrder(to: other)
        return isNegative ? -order : order
    }

    private func magnitudeOrder(to other: DecimalNumber) -> Int {
        guard !digits.isEmpty, !other.digits.isEmpty else { return digits.count - other.digits.count }
        guard scale == other.scale else { return scale < other.scale ? -1 : 1 }
        if digits == other.digits { return 0 }
        return digits.lexicographicallyPrecedes(other.digits) ? -1 : 1
    }
}
