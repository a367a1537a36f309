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
