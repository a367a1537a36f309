internal import Glibc
internal import MailModel

/// The certificates that are trusted besides the system's.
struct TrustStore: Sendable {
    /// What `tls_ca` names, as PEM; nil when the system's suffice.
    let certificates: [UInt8]?

    /// Reads them.
    ///
    /// - Throws: `TransportFailure` when the file cannot be read or is no certificate file.
    init(_ settings: TransportSettings) throws(TransportFailure) {
        let isChecked = settings.tls == .starttls || settings.tls == .implicit
        // Policies are fetched with checked certificates, whatever mail exchangers have.
        guard let path = settings.trustedCertificates, isChecked || settings.direct != nil else {
            certificates = nil
            return
        }
        func failure(_ text: String) -> TransportFailure {
            TransportFailure(
                code: .configuration,
                phase: .tlsHandshake,
                peer: "\(settings.host):\(settings.port)",
                cause: .unsupported("the certificate file \(path) \(text)")
            )
        }
        guard let bytes = Self.bytes(path) else { throw failure("cannot be read (errno \(errno))") }
        guard bytes.count <= Self.maximumBytes else { throw failure("has more than 4 MiB") }
        guard String(decoding: bytes, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") else {
            throw failure("has no certificate in PEM form")
        }
        certificates = bytes
    }

    /// The system's certificates, where they must stand beside the others.
    ///
    /// libcurl reads its default folder (`CURLINFO_CAPATH`) besides what it is given, but its default file only instead.
    /// - Parameters:
    ///   - path: libcurl's default file.
    ///   - hasFolder: whether libcurl has a default folder.
    /// - Returns: the certificates of the file, when there is no folder.
    static func systemBundle(_ path: String?, hasFolder: Bool) -> [UInt8] {
        guard !hasFolder, let path else { return [] }
        return [UInt8(ascii: "\n")] + (bytes(path) ?? [])
    }

    private static func bytes(_ path: String) -> [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        while bytes.count <= maximumBytes {
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
                count = unsafe max(0, read(descriptor, buffer.baseAddress, 65_536))
            }
            guard !piece.isEmpty else { break }
            bytes += piece
        }
        return bytes
    }

    /// A bundle of every authority there is has a quarter of a megabyte.
    private static let maximumBytes = 4 << 20
}
