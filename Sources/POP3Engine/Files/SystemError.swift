internal import Glibc

/// What the operating system says.
enum SystemError {
    /// The words for an error number, such as "No space left on device".
    static func text(_ number: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard unsafe strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Seconds since 1970 by the system's clock.
    static var now: Int { time(nil) }
}
