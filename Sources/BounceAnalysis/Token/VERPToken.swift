internal import Crypto

/// The part of a reverse-path that names a run's recipient and cannot be forged without the secret.
///
/// 26 letters and digits of lower-case base32: run number (32 bits), seq (32 bits) and the first 64 bits of an
/// HMAC-SHA256 over both. A token is read in either letter case, since some systems change that of local parts. What is
/// not exactly in the form ``VERPToken/Maker`` writes is refused: every token has one spelling.
///
///     bounces+aaaaaaiaaaacvcj5mdoywonzvm@example.com
package struct VERPToken: Sendable, Equatable {
    /// Number of the run.
    package var run: UInt32
    /// Number of the recipient in the run.
    package var seq: UInt32

    /// Bytes of a token's text.
    package static let length = 26

    package init(run: UInt32, seq: UInt32) {
        self.run = run
        self.seq = seq
    }

    /// The token's text.
    ///
    /// - Parameters:
    ///   - secret: the workspace's secret, 16 bytes or more.
    ///   - run: number of the run.
    ///   - seq: number of the recipient in the run.
    /// - Returns: 26 lower-case letters and digits.
    package static func make(secret: some Sequence<UInt8>, run: UInt32, seq: UInt32) -> String {
        var maker = Maker(secret: secret)
        var out: [UInt8] = []
        maker.append(VERPToken(run: run, seq: seq), to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// Reads and checks a token.
    ///
    /// - Parameters:
    ///   - text: the token in either letter case.
    ///   - secret: the workspace's secret.
    /// - Returns: run and seq, or nil when the text is no token or was not made with this secret.
    package static func parse(_ text: some Collection<UInt8>, secret: some Sequence<UInt8>) -> VERPToken? {
        var maker = Maker(secret: secret)
        return maker.parse(text)
    }

    /// Makes and checks tokens of one secret.
    ///
    /// One HMAC yields the check values of four neighbouring seqs and the last one is kept, so that a run's tokens, made
    /// in order, cost a quarter of an HMAC each. A value type: each sender keeps its own.
    package struct Maker: Sendable {
        /// An HMAC that has taken in the key: a copy of it is cheaper than the key anew.
        private let keyed: HMAC<SHA256>
        private var blockRun: UInt32 = 0
        private var blockIndex: UInt32 = 0
        private var block: (UInt64, UInt64, UInt64, UInt64)?

        /// - Parameter secret: the workspace's secret, 16 bytes or more.
        package init(secret: some Sequence<UInt8>) {
            keyed = HMAC<SHA256>(key: SymmetricKey(data: Array(secret)))
        }

        /// Appends the token's 26 bytes.
        ///
        /// Allocates nothing when `out` has room.
        package mutating func append(_ token: VERPToken, to out: inout [UInt8]) {
            let check = check(token)
            let head = UInt64(token.run) << 32 | UInt64(token.seq)
            // 128 bits in 26 letters: twelve of the head, one across both halves, twelve and one of the check value.
            for shift in stride(from: 59, through: 4, by: -5) { out.append(Base32.letter(head >> UInt64(shift))) }
            out.append(Base32.letter((head & 15) << 1 | check >> 63))
            for shift in stride(from: 58, through: 3, by: -5) { out.append(Base32.letter(check >> UInt64(shift))) }
            out.append(Base32.letter((check & 7) << 2))
        }

        /// Reads and checks a token in either letter case.
        ///
        /// - Returns: nil when the text is no token or was not made with this secret.
        package mutating func parse(_ text: some Collection<UInt8>) -> VERPToken? {
            guard text.count == VERPToken.length else { return nil }
            var head: UInt64 = 0
            var check: UInt64 = 0
            for (index, letter) in text.enumerated() {
                guard let value = Base32.value(letter) else { return nil }
                switch index {
                case 0..<12: head = head << 5 | value
                case 12:
                    head = head << 4 | value >> 1
                    check = value & 1
                case 13..<25: check = check << 5 | value
                default:
                    // Two bits are left over; any value but zero would be a second spelling.
                    guard value & 3 == 0 else { return nil }
                    check = check << 3 | value >> 2
                }
            }
            let token = VERPToken(run: UInt32(head >> 32), seq: UInt32(truncatingIfNeeded: head))
            // One subtraction-free comparison of whole words takes the same time for every wrong value.
            return self.check(token) ^ check == 0 ? token : nil
        }

        /// The check value of a token: a quarter of the HMAC over run and block of four seqs.
        private mutating func check(_ token: VERPToken) -> UInt64 {
            let index = token.seq >> 2
            let values: (UInt64, UInt64, UInt64, UInt64)
            if let block, blockRun == token.run, blockIndex == index {
                values = block
            } else {
                values = authenticate(run: token.run, index: index)
                block = values
                blockRun = token.run
                blockIndex = index
            }
            switch token.seq & 3 {
            case 0: return values.0
            case 1: return values.1
            case 2: return values.2
            default: return values.3
            }
        }

        private func authenticate(run: UInt32, index: UInt32) -> (UInt64, UInt64, UInt64, UInt64) {
            // The label keeps these values apart from everything else the secret is used for.
            var message = Array("martlet/verp/1 ".utf8)
            for shift in stride(from: 24, through: 0, by: -8) {
                message.append(UInt8(truncatingIfNeeded: run >> shift))
            }
            for shift in stride(from: 24, through: 0, by: -8) {
                message.append(UInt8(truncatingIfNeeded: index >> shift))
            }
            var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
            var code = keyed
            code.update(data: message)
            for (position, byte) in code.finalize().enumerated() {
                switch position >> 3 {
                case 0: words.0 = words.0 << 8 | UInt64(byte)
                case 1: words.1 = words.1 << 8 | UInt64(byte)
                case 2: words.2 = words.2 << 8 | UInt64(byte)
                default: words.3 = words.3 << 8 | UInt64(byte)
                }
            }
            return words
        }
    }
}
