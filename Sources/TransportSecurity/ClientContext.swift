package import MailModel
package import NIOSSL

/// Makes what TLS connections of a client begin with: versions, trust anchors, the client's own certificate and key.
package enum ClientContext {
    /// A file cannot be used; the text says which, and what is wrong with it.
    package struct Failure: Error {
        package var message: String
    }

    /// Reads the files; blocks.
    ///
    /// - Parameters:
    ///   - tls: what is demanded of TLS; opportunistic TLS checks no certificate, since any TLS is better than the clear, which
    ///     is the alternative.
    ///   - anchors: a PEM file of certificates that are trusted besides the system's.
    ///   - options: versions and the client's certificate.
    /// - Returns: the context.
    /// - Throws: `Failure` with the file and what is wrong with it.
    package static func make(
        _ tls: TLSRequirement,
        anchors: String?,
        options: TLSOptions
    ) throws(Failure) -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        switch tls {
        case .none, .opportunistic:
            configuration.certificateVerification = .none
            configuration.minimumTLSVersion = options.minimum.map(version) ?? .tlsv1
        case .starttls, .implicit:
            configuration.certificateVerification = .fullVerification
            configuration.minimumTLSVersion = options.minimum.map(version) ?? .tlsv12
        }
        if let file = anchors {
            configuration.additionalTrustRoots = [
                .certificates(try certificates(in: file, "the trusted certificates"))
            ]
        }
        if let file = options.certificate { try addClient(file, key: options.key ?? file, to: &configuration) }
        do {
            return try NIOSSLContext(configuration: configuration)
        } catch {
            let hint = options.certificate == nil ? "" : "; does the client's key belong to its certificate?"
            throw Failure(message: "TLS cannot be set up (\(error))\(hint)")
        }
    }

    private static func addClient(
        _ file: String,
        key: String,
        to configuration: inout TLSConfiguration
    ) throws(Failure) {
        configuration.certificateChain = try certificates(in: file, "the client's certificate").map { .certificate($0) }
        do {
            configuration.privateKey = .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))
        } catch {
            throw Failure(
                message: "the client's private key in \(key) cannot be read: a PEM file without a passphrase is wanted"
            )
        }
    }

    private static func certificates(in file: String, _ what: String) throws(Failure) -> [NIOSSLCertificate] {
        let found: [NIOSSLCertificate]
        do {
            found = try NIOSSLCertificate.fromPEMFile(file)
        } catch {
            throw Failure(message: "\(what) in \(file) cannot be read: a PEM file is wanted (\(error))")
        }
        guard !found.isEmpty else { throw Failure(message: "there is no certificate in \(file): a PEM file is wanted") }
        return found
    }

    private static func version(_ version: TLSOptions.Version) -> TLSVersion {
        switch version {
        case .v12: .tlsv12
        case .v13: .tlsv13
        }
    }
}
