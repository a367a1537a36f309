internal import DeliveryPlanning
internal import MailModel
internal import NIOSSL
internal import SwiftASN1
internal import Synchronization
internal import X509

/// Holds a server's certificates against those that the DNS announces (RFC 7672 §3.1).
///
/// Usage 3 names the server's own certificate: neither its names nor its dates count. Usage 2 names an authority: it has to
/// be among the certificates that the server sends, the server's own has to be signed below it, in date, and for the host
/// or the domain.
final class CertificateCheck: Sendable {
    /// The host that is connected to; it is named in the handshake, too.
    let host: String
    private let names: [String]
    private let associations: [CertificateAssociation]
    private let words = Mutex<String?>(nil)

    /// Longest chain that is looked at.
    private static let most = 10

    init(host: String, domains: [String], associations: [CertificateAssociation]) {
        self.host = host
        names = [host] + domains
        self.associations = associations
    }

    /// Why the last certificate was refused; nil when none was.
    var refusal: String? { words.withLock { $0 } }

    /// Whether the chain is one that was announced.
    func accepts(_ chain: [NIOSSLCertificate]) async -> Bool {
        words.withLock { $0 = nil }
        var parts: [(der: [UInt8], key: [UInt8])] = []
        for certificate in chain.prefix(Self.most) {
            guard let der = try? certificate.toDERBytes(),
                let key = try? certificate.extractPublicKey().toSPKIBytes()
            else { return refuse("a certificate of \(host) cannot be read") }
            parts.append((der, key))
        }
        guard let own = parts.first else { return refuse("\(host) shows no certificate") }
        let isOwn = associations.contains {
            $0.usage == 3 && $0.matches(certificate: own.der, publicKey: own.key)
        }
        if isOwn { return true }
        let authorities = associations.filter { $0.usage == 2 }
        var anchors = parts.filter { part in
            authorities.contains { $0.matches(certificate: part.der, publicKey: part.key) }
        }.map(\.der)
        // A whole certificate in the DNS needs not be sent.
        anchors += authorities.filter { $0.selector == 0 && $0.matchingType == 0 }.map(\.data)
        for anchor in anchors where await isBelow(anchor, parts.map(\.der)) { return true }
        return refuse("the certificate of \(host) is none of those that the DNS announces (TLSA)")
    }

    private func refuse(_ text: String) -> Bool {
        words.withLock { $0 = text }
        return false
    }

    private func isBelow(_ anchor: [UInt8], _ chain: [[UInt8]]) async -> Bool {
        guard let root = try? Certificate(derEncoded: anchor),
            let certificates = try? chain.map({ try Certificate(derEncoded: $0) }), let own = certificates.first
        else { return false }
        // An authority as the server's own certificate is one that is announced, too.
        if own == root { return true }
        for name in names {
            var verifier = Verifier(rootCertificates: CertificateStore([root])) {
                RFC5280Policy()
                ServerIdentityPolicy(serverHostname: name, serverIP: nil)
            }
            let result = await verifier.validate(
                leaf: own,
                intermediates: CertificateStore(certificates.dropFirst())
            )
            if case .validCertificate = result { return true }
        }
        return false
    }
}
