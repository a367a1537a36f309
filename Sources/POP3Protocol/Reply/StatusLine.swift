/// The first line of a reply (RFC 1939 §3): whether the command was carried out, and the server's words.
package struct StatusLine: Sendable, Hashable {
    /// What opens the line.
    package enum Indicator: Sendable, Hashable {
        /// `+OK`
        case ok
        /// `-ERR`
        case error
        /// `+`, and a challenge in base64 (RFC 5034 §4).
        case challenge
    }

    package var indicator: Indicator
    /// What the server gives as the reason, in brackets before its words (RFC 2449 §8); nil where there is none.
    package var code: ResponseCode?
    /// The server's words, the response code among them; unprintable bytes are masked by "?".
    package var text: String
    /// The challenge behind a `+`, in base64 as it came; empty for the others.
    var challenge: [UInt8]

    /// Reads a line without its line end; nil if it is no status line.
    ///
    ///     single-line = status [SP text] CRLF
    ///     status = "+OK" / "-ERR"
    ///
    /// Quirk: servers write the status in lower case (RFC 1939 §3 demands upper case) and leave out the space.
    package init?(_ line: [UInt8]) {
        let rest: ArraySlice<UInt8>
        if Self.opens(line, with: [0x2B, 0x4F, 0x4B]) {
            indicator = .ok
            rest = line[3...]
        } else if Self.opens(line, with: [0x2D, 0x45, 0x52, 0x52]) {
            indicator = .error
            rest = line[4...]
        } else if line.first == 0x2B, line.count == 1 || line[1] == 0x20 {
            indicator = .challenge
            rest = line[1...]
        } else {
            return nil
        }
        let words = rest.drop { $0 == 0x20 || $0 == 0x09 }
        code = ResponseCode(leading: words)
        text = ServerText.masked(words)
        challenge = indicator == .challenge ? Array(words) : []
    }

    private static func opens(_ line: [UInt8], with status: [UInt8]) -> Bool {
        guard line.count >= status.count else { return false }
        for index in status.indices {
            var byte = line[index]
            if (0x61...0x7A).contains(byte) { byte -= 0x20 }
            guard byte == status[index] else { return false }
        }
        // "+OKAY" is another word.
        guard line.count > status.count else { return true }
        let next = line[status.count] | 0x20
        return !(0x61...0x7A).contains(next)
    }
}
