extension [UInt8] {
    /// Appends the bytes of a span; a slice would count a reference, twice for each field of each row.
    mutating func append(copying bytes: Span<UInt8>) {
        // The pointer is used within the closure only.
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
