internal import Glibc

/// One conversion of the C library's iconv, opened and closed in one place.
///
/// Owns the descriptor; no pointer leaves this file. Errors become ``Stop`` at once.
@safe final class IconvHandle {
    /// Why a conversion stopped before its input was used up.
    enum Stop {
        /// Everything was used.
        case done
        /// The bytes at this offset are none of the charset.
        case bad(at: Int)
        /// The bytes from this offset on are the beginning of a character.
        case cut(at: Int)
    }

    private let descriptor: iconv_t
    private var scratch = [UInt8](repeating: 0, count: 16 * 1_024)

    /// Opens a conversion, or nil when this system's C library does not know one of the names.
    init?(from source: String, to target: String) {
        guard let opened = unsafe iconv_open(target, source), Int(bitPattern: opened) != -1 else { return nil }
        unsafe descriptor = opened
    }

    deinit {
        unsafe _ = iconv_close(descriptor)
    }

    /// Converts `input` from `start` on and appends what comes out.
    func convert(_ input: UnsafeBufferPointer<UInt8>, from start: Int, into output: inout [UInt8]) -> Stop {
        var offset = start
        while offset < input.count {
            var left = input.count - offset
            let failure = unsafe step(input.baseAddress.map { unsafe $0 + offset }, left: &left, into: &output)
            offset = input.count - left
            switch failure {
            case 0: return .done
            case E2BIG: continue
            case EINVAL: return .cut(at: offset)
            default: return .bad(at: offset)
            }
        }
        return .done
    }

    /// Writes what the conversion still holds back and returns it to its initial state.
    func finish(into output: inout [UInt8]) {
        var left = 0
        while unsafe step(nil, left: &left, into: &output) == E2BIG {}
    }

    /// Forgets everything: the next bytes are the first ones.
    func reset() {
        unsafe _ = iconv(descriptor, nil, nil, nil, nil)
    }

    /// One call of iconv; returns 0 or its errno.
    private func step(_ input: UnsafePointer<UInt8>?, left: inout Int, into output: inout [UInt8]) -> CInt {
        var written = 0
        let failure: CInt = unsafe scratch.withUnsafeMutableBytes { room in
            var target = unsafe room.baseAddress?.assumingMemoryBound(to: CChar.self)
            var free = room.count
            let result: Int
            if let input = unsafe input {
                // iconv's prototype lacks the const of its input; it does not write there.
                var source: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(mutating: input)
                    .assumingMemoryBound(to: CChar.self)
                result = unsafe iconv(descriptor, &source, &left, &target, &free)
            } else {
                result = unsafe iconv(descriptor, nil, nil, &target, &free)
            }
            written = room.count - free
            return result == -1 ? errno : 0
        }
        output.append(contentsOf: scratch[..<written])
        return failure
    }
}
