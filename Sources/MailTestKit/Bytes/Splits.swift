/// Every way to cut `bytes` into two pieces, the empty first and last piece among them.
///
/// - Parameter bytes: what a parser is to be fed.
/// - Returns: `bytes.count + 1` pairs; each pair joined gives `bytes`.
package func everySplit(of bytes: [UInt8]) -> [(head: [UInt8], tail: [UInt8])] {
    (0...bytes.count).map { (Array(bytes[..<$0]), Array(bytes[$0...])) }
}

/// Every way to feed `bytes` to a parser: whole, byte by byte, and cut in two at every place.
///
/// - Parameter bytes: what a parser is to be fed.
/// - Returns: lists of pieces; each list joined gives `bytes`.
package func everyFeeding(of bytes: [UInt8]) -> [[[UInt8]]] {
    [[bytes], bytes.map { [$0] }] + everySplit(of: bytes).map { [$0.head, $0.tail] }
}
