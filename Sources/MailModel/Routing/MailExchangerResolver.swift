/// What asks the DNS; implementations have their own limits of time and size.
package protocol MailExchangerResolver: Sendable {
    /// The mail exchangers of a domain (MX).
    func exchangers(of domain: String) async -> NameAnswer<ExchangerRecord>

    /// The addresses of a host (A and AAAA together), in the order of the answers.
    func addresses(of host: String) async -> NameAnswer<HostAddress>

    /// Texts under a name (TXT), each with its strings joined.
    func texts(at name: String) async -> NameAnswer<[UInt8]>

    /// The certificates that a host announces for a port (TLSA, RFC 6698).
    func certificateAssociations(of host: String, port: Int) async -> NameAnswer<CertificateAssociation>
}

/// What the DNS said about a name.
///
/// "No such name" is for good, "try later" is not: nobody may take the one for the other.
package enum NameAnswer<Record: Sendable & Hashable>: Sendable, Hashable {
    /// The records, one at least.
    case records([Record], NameProof)
    /// The name is there and has no such record.
    case noRecord(NameProof)
    /// There is no such name.
    case noSuchName(NameProof)
    /// No answer this time; why, in words.
    case tryLater(String)
    /// An answer that nobody may use: forged, or signed wrongly; why, in words.
    case bogus(String)

    /// The records; none where there are none or no answer came.
    package var records: [Record] {
        if case .records(let records, _) = self { records } else { [] }
    }
}

/// How an answer came.
package struct NameProof: Sendable, Hashable {
    /// Whether it is signed from a trust anchor down (DNSSEC).
    package var isSecure: Bool
    /// How long it may be kept, in seconds.
    package var seconds: Int
    /// The name that aliases (CNAME) led to; nil where there was none.
    package var canonicalName: String?

    package init(isSecure: Bool, seconds: Int, canonicalName: String? = nil) {
        self.isSecure = isSecure
        self.seconds = seconds
        self.canonicalName = canonicalName
    }
}

/// One MX record.
package struct ExchangerRecord: Sendable, Hashable {
    /// Lower comes first.
    package var preference: UInt16
    /// The host in lower-case A-labels; empty for the root, which means that no mail is taken (RFC 7505).
    package var host: String

    package init(preference: UInt16, host: String) {
        self.preference = preference
        self.host = host
    }
}

/// One TLSA record (RFC 6698 §2.1), as its numbers are.
package struct CertificateAssociation: Sendable, Hashable {
    /// Which certificate is meant: 2 an authority's, 3 the server's own; 0 and 1 are not for mail (RFC 7672 §3.1.3).
    package var usage: UInt8
    /// 0 the whole certificate, 1 its public key.
    package var selector: UInt8
    /// 0 the bytes themselves, 1 their SHA-256, 2 their SHA-512.
    package var matchingType: UInt8
    /// What has to match.
    package var data: [UInt8]

    package init(usage: UInt8, selector: UInt8, matchingType: UInt8, data: [UInt8]) {
        self.usage = usage
        self.selector = selector
        self.matchingType = matchingType
        self.data = data
    }
}
