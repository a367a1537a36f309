/// A decimal number as its digits: exact whatever its length, for numbers are printed here, not calculated with.
struct DecimalNumber: Sendable, Equatable {
    var isNegative = false
    /// Digits before the point, at least one.
    var whole: [UInt8] = []
    /// Digits behind the point.
    var fraction: [UInt8] = []

    /// Digits taken at most on either side of the point, so that `1e999999999` costs nothing.
    private static let maxDigits = 400

    /// Reads `-12.5`, `+3`, `1e3`, blanks around it dropped; nil for anything else.
    init?(_ text: [UInt8]) {
        var rest = text[...]
        while let byte = rest.first, ASCII.isSpace(byte) { rest.removeFirst() }
        while let byte = rest.last, ASCII.isSpace(byte) { rest.removeLast() }
        if let sign = rest.first, sign == ASCII.hyphen || sign == ASCII.plus {
            isNegative = sign == ASCII.hyphen
            rest.removeFirst()
        }
        whole = Self.takeDigits(&rest)
        guard !whole.isEmpty else { return nil }
        if rest.first == ASCII.dot {
            rest.removeFirst()
            fraction = Self.takeDigits(&rest)
            guard !fraction.isEmpty else { return nil }
        }
        if let byte = rest.first, byte | 0x20 == 0x65 {
            rest.removeFirst()
            guard let exponent = Int(String(decoding: rest, as: UTF8.self)), shift(by: exponent) else { return nil }
        } else if !rest.isEmpty {
            return nil
        }
        guard whole.count <= Self.maxDigits, fraction.count <= Self.maxDigits else { return nil }
        let significant = whole.drop { $0 == 0 }
        whole = significant.isEmpty ? [0] : Array(significant)
        if whole == [0], fraction.allSatisfy({ $0 == 0 }) { isNegative = false }
    }

    private static func takeDigits(_ text: inout ArraySlice<UInt8>) -> [UInt8] {
        var digits: [UInt8] = []
        while let byte = text.first, ASCII.isDigit(byte) {
            digits.append(byte - ASCII.zero)
            text.removeFirst()
        }
        return digits
    }

    /// Moves the point.
    private mutating func shift(by exponent: Int) -> Bool {
        guard exponent.magnitude <= UInt(Self.maxDigits) else { return false }
        for _ in 0..<max(0, exponent) {
            whole.append(fraction.isEmpty ? 0 : fraction.removeFirst())
        }
        for _ in 0..<max(0, -exponent) {
            fraction.insert(whole.popLast() ?? 0, at: 0)
        }
        if whole.isEmpty { whole = [0] }
        return true
    }

    /// The number with exactly this many decimals, half rounded away from zero.
    func rounded(to decimals: Int) -> DecimalNumber {
        var result = self
        if fraction.count <= decimals {
            result.fraction += [UInt8](repeating: 0, count: decimals - fraction.count)
            return result
        }
        let roundsUp = fraction[decimals] >= 5
        result.fraction = Array(fraction.prefix(decimals))
        if roundsUp { result.increment() }
        if result.whole.allSatisfy({ $0 == 0 }), result.fraction.allSatisfy({ $0 == 0 }) { result.isNegative = false }
        return result
    }

    /// Adds one to the last digit.
    private mutating func increment() {
        for index in fraction.indices.reversed() {
            if fraction[index] < 9 {
                fraction[index] += 1
                return
            }
            fraction[index] = 0
        }
        for index in whole.indices.reversed() {
            if whole[index] < 9 {
                whole[index] += 1
                return
            }
            whole[index] = 0
        }
        whole.insert(1, at: 0)
    }
}
