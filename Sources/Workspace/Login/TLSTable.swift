internal import Authentication
internal import MailModel

/// The keys of TLS that transports and mailboxes share, besides `tls` itself.
enum TLSTable {
    static let trusted = Setting(
        "tls_ca",
        .text,
        example: "certs/ca.pem",
        "A PEM file of certificates that are trusted besides the system's."
    )
    static let minimum = Setting(
        "tls_min",
        .choice(TLSOptions.Version.allCases.map(\.rawValue)),
        default: "1.2",
        example: "1.3",
        "The oldest version of TLS that is spoken."
    )
    static let pins = Setting(
        "tls_pins",
        .oneOrMore(.text),
        example: "[\"sha256//QUsaVx4Dia42Qk6SzqFFb3brsKyyKF3AjUXL9LQmfFM=\"]",
        "Public keys of which the server must have one, besides a certificate that is trusted."
    )
    static let certificate = Setting(
        "tls_cert",
        .text,
        example: "certs/client.pem",
        "A PEM file with the client's own certificate and those behind it."
    )
    static let key = Setting(
        "tls_key",
        .text,
        default: "the file of `tls_cert`",
        example: "certs/client.key",
        "A PEM file with the private key of `tls_cert`, which only its owner may read."
    )

    static let settings = [trusted, minimum, pins, certificate, key]

    /// Reads the keys.
    ///
    /// - Parameters:
    ///   - reader: the group that they stand in.
    ///   - tls: what is demanded of TLS, as the file says it.
    ///   - workspace: where relative paths begin.
    /// - Returns: what they say; faults are reported.
    static func read(_ reader: GroupReader, tls: String, _ workspace: WorkspaceFolder) -> TLSOptions {
        var options = TLSOptions()
        options.minimum = reader.choice(minimum, as: TLSOptions.Version.self)
        options.pins = readPins(reader)
        options.certificate = reader.text(certificate).map(workspace.absolute)
        options.key = reader.text(key).map(workspace.absolute) ?? options.certificate
        if reader.has(key), !reader.has(certificate) {
            contradict(reader, key, "`tls_key` belongs to a certificate", "add `tls_cert: certs/client.pem`")
        }
        if tls == "none" {
            for setting in settings.dropFirst() where reader.has(setting) {
                contradict(reader, setting, "`tls: none` has no TLS", "write `tls: starttls`, or take the line away")
            }
        }
        if tls == "opportunistic", reader.has(pins) {
            contradict(
                reader,
                pins,
                "`tls: opportunistic` goes on without any certificate",
                "write `tls: starttls`, or take the line away"
            )
        }
        return options
    }

    private static func readPins(_ reader: GroupReader) -> [[UInt8]] {
        reader.texts(pins).compactMap { text, place in
            if let hash = PublicKeyPin.hash(text) { return hash }
            reader.reportBad(
                pins,
                "`\(text.shortened)` is no pin: `sha256//` and 32 bytes in base64, as curl writes them",
                at: place
            )
            return nil
        }
    }

    private static func contradict(_ reader: GroupReader, _ setting: Setting, _ problem: String, _ remedy: String) {
        reader.report(.contradiction, setting, problem, remedy, at: reader.keyPlace(of: setting))
    }
}
