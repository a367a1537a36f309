internal import Crypto
package import MailModel

/// What the DNS demands of a host's certificate (DANE for SMTP, RFC 7672 §2.2).
package enum CertificateDemand: Sendable, Hashable {
    /// Nothing: no such records, or nobody signed them.
    case nothing
    /// TLS, with a certificate that one of these matches.
    case match([CertificateAssociation])
    /// TLS, with any certificate: there are records, and none can be used.
    case anyCertificate
    /// It cannot be known, so no mail may go there now; why.
    case unknown(String)

    /// Records of one host that are looked at, at most.
    private static let most = 32

    /// Decides about a host by the records that were found.
    ///
    /// - Parameter answer: what the DNS said; the list of hosts and the host's addresses must be signed themselves.
    package init(_ answer: NameAnswer<CertificateAssociation>) {
        switch answer {
        case .records(let records, let proof) where proof.isSecure:
            let usable = records.prefix(Self.most).filter(\.isUsable)
            self = usable.isEmpty ? .anyCertificate : .match(usable)
        case .records, .noRecord, .noSuchName: self = .nothing
        case .tryLater(let reason), .bogus(let reason): self = .unknown(reason)
        }
    }
}

extension CertificateAssociation {
    /// Whether it can be used for mail: an authority's or the server's own certificate, and all numbers known.
    package var isUsable: Bool {
        guard usage == 2 || usage == 3, selector <= 1 else { return false }
        return switch matchingType {
        case 0: !data.isEmpty
        case 1: data.count == SHA256.byteCount
        case 2: data.count == SHA512.byteCount
        default: false
        }
    }

    /// Whether a certificate is the one that is meant.
    ///
    /// - Parameters:
    ///   - certificate: all of it, in DER.
    ///   - publicKey: its SubjectPublicKeyInfo, in DER.
    /// - Returns: whether the data match.
    package func matches(certificate: [UInt8], publicKey: [UInt8]) -> Bool {
        let bytes = selector == 0 ? certificate : publicKey
        return switch matchingType {
        case 0: data == bytes
        case 1: SHA256.hash(data: bytes).elementsEqual(data)
        case 2: SHA512.hash(data: bytes).elementsEqual(data)
        default: false
        }
    }
}
