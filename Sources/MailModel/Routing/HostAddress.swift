/// An IP address as the DNS gives it: 4 or 16 bytes.
package struct HostAddress: Sendable, Hashable {
    /// The bytes in network order.
    package let bytes: [UInt8]

    /// Nil for any other number of bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Reads an address without brackets and without a zone; nil for anything else.
    package init?(parsing text: String) {
        let literal = text.utf8.contains(UInt8(ascii: ":")) ? "IPv6:\(text)" : text
        guard AddressLiteral.isValid(Array(literal.utf8)[...]) else { return nil }
        guard text.utf8.contains(UInt8(ascii: ":")) else {
            bytes = text.split(separator: ".").compactMap { UInt8($0) }
            return
        }
        var groups = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        // The "::" at an end leaves one empty group too many.
        if groups.first == "", groups.count > 1 { groups.removeFirst() }
        if groups.last == "", groups.count > 1 { groups.removeLast() }
        if let last = groups.last, last.contains(".") {
            let numbers = last.split(separator: ".").compactMap { UInt16($0) }
            guard numbers.count == 4 else { return nil }
            groups.removeLast()
            groups += [
                String(numbers[0] << 8 | numbers[1], radix: 16), String(numbers[2] << 8 | numbers[3], radix: 16),
            ]
        }
        if let gap = groups.firstIndex(of: "") {
            guard groups.count <= 8 else { return nil }
            groups.replaceSubrange(gap...gap, with: Array(repeating: "0", count: 9 - groups.count))
        }
        let numbers = groups.compactMap { UInt16($0, radix: 16) }
        guard numbers.count == 8 else { return nil }
        bytes = numbers.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }

    /// Whether it is one of IPv6.
    package var isV6: Bool { bytes.count == 16 }

    /// Whether it means this machine, or no machine at all: `127/8`, `::1`, `0.0.0.0` and `::`.
    package var isLoopbackOrUnspecified: Bool {
        guard isV6 else { return bytes[0] == 127 || bytes.allSatisfy { $0 == 0 } }
        return bytes[..<15].allSatisfy { $0 == 0 } && bytes[15] <= 1
    }
}

extension HostAddress: CustomStringConvertible {
    /// The address as people write it; of IPv6 the longest run of zeros is left out (RFC 5952).
    package var description: String {
        guard isV6 else { return bytes.map(String.init).joined(separator: ".") }
        let groups = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        var best = 0..<0
        var start = 0
        while start < 8 {
            var end = start
            while end < 8, groups[end] == 0 { end += 1 }
            if end - start > max(1, best.count) { best = start..<end }
            start = max(end, start + 1)
        }
        func text(_ part: ArraySlice<UInt16>) -> String {
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard !best.isEmpty else { return text(groups[...]) }
        return "\(text(groups[..<best.lowerBound]))::\(text(groups[best.upperBound...]))"
    }
}
