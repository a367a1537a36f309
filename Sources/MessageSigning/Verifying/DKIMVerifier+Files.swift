extension DKIMVerifier {
    /// A message out of a file as it was on the wire, where lines end in CRLF.
    ///
    /// Programs save messages with the line ends of their system. A file without a single CRLF gets one for each LF;
    /// any other is left as it is, because a bare LF among CRLFs is what was signed or what breaks the signature.
    package static func wireForm(ofFile bytes: [UInt8]) -> [UInt8] {
        var index = 0
        while index < bytes.count {
            index = ByteScan.nextReturn(in: bytes.span, from: index)
            if index + 1 < bytes.count, bytes[index + 1] == 10 { return bytes }
            index += 1
        }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 32)
        for byte in bytes {
            if byte == 10 { output.append(13) }
            output.append(byte)
        }
        return output
    }
}
