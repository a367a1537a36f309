internal import Glibc
internal import NIOCore

/// Addresses as people write them.
enum SocketText {
    /// `192.0.2.1:25` or `[2001:db8::1]:25`.
    static func text(_ address: SocketAddress?) -> String {
        guard let address, let host = address.ipAddress, let port = address.port else {
            return address?.pathname ?? "unknown"
        }
        return host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}

extension SocketText {
    /// The 4 or 16 bytes of an IP address; nil for anything else.
    static func addressBytes(_ text: String) -> [UInt8]? {
        for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
            var bytes = [UInt8](repeating: 0, count: count)
            if unsafe inet_pton(family, text, &bytes) == 1 { return bytes }
        }
        return nil
    }
}
