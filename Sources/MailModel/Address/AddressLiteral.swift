/// Checks what stands between the brackets of an address literal.
///
///     IPv6-full = IPv6-hex 7(":" IPv6-hex)                           RFC 5321 §4.1.3
///     IPv6-comp = [IPv6-hex *5(":" IPv6-hex)] "::" [IPv6-hex *5(":" IPv6-hex)]
///     IPv6v4-full = IPv6-hex 5(":" IPv6-hex) ":" IPv4-address-literal
///     IPv6v4-comp = [IPv6-hex *3(":" IPv6-hex)] "::" [IPv6-hex *3(":" IPv6-hex) ":"] IPv4-address-literal
///
/// The `::` stands for two groups at least.
enum AddressLiteral {
    /// Whether the bytes are an IPv4 address, or `IPv6:` and an IPv6 address.
    static func isValid(_ content: ArraySlice<UInt8>) -> Bool {
        let tag = content.prefix(5).map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 }
        return tag.elementsEqual("ipv6:".utf8) ? isIPv6(content.dropFirst(5)) : isIPv4(content)
    }

    private static func isIPv4(_ text: ArraySlice<UInt8>) -> Bool {
        let numbers = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return numbers.count == 4
            && numbers.allSatisfy { digits in
                guard (1...3).contains(digits.count) else { return false }
                guard digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return false }
                return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } <= 255
            }
    }

    private static func isIPv6(_ text: ArraySlice<UInt8>) -> Bool {
        guard let gap = doubleColon(text) else {
            return groups(text).map { $0.hasIPv4 ? $0.count == 6 : $0.count == 8 } ?? false
        }
        let before = text[..<gap]
        let after = text[(gap + 2)...]
        guard doubleColon(after) == nil, let left = before.isEmpty ? (0, false) : groups(before), !left.1,
            let right = after.isEmpty ? (0, false) : groups(after)
        else { return false }
        return left.0 + right.0 <= (right.1 ? 4 : 6)
    }

    private static func doubleColon(_ text: ArraySlice<UInt8>) -> Int? {
        text.indices.dropLast().first { text[$0] == UInt8(ascii: ":") && text[$0 + 1] == UInt8(ascii: ":") }
    }

    /// The number of groups of hexadecimal digits, and whether an IPv4 address ends the text; nil when it is neither.
    private static func groups(_ text: ArraySlice<UInt8>) -> (count: Int, hasIPv4: Bool)? {
        var parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        var hasIPv4 = false
        if let last = parts.last, last.contains(UInt8(ascii: ".")) {
            guard isIPv4(last) else { return nil }
            hasIPv4 = true
            parts.removeLast()
        }
        let areHexadecimal = parts.allSatisfy { group in
            (1...4).contains(group.count) && group.allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
        }
        return areHexadecimal ? (parts.count, hasIPv4) : nil
    }
}
