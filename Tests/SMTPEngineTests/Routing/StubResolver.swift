import MailModel

/// A DNS of a test's own.
struct StubResolver: MailExchangerResolver {
    var exchangers: [String: NameAnswer<ExchangerRecord>] = [:]
    var hosts: [String: NameAnswer<HostAddress>] = [:]

    static let proof = NameProof(isSecure: false, seconds: 300)

    /// Makes a domain whose hosts are at these addresses, in order.
    mutating func add(_ domain: String, _ places: [(host: String, address: String)]) {
        exchangers[domain] = .records(
            places.enumerated().map { ExchangerRecord(preference: UInt16($0.offset), host: $0.element.host) },
            Self.proof
        )
        for place in places {
            hosts[place.host] = .records([HostAddress(parsing: place.address)].compactMap(\.self), Self.proof)
        }
    }

    func exchangers(of domain: String) async -> NameAnswer<ExchangerRecord> {
        exchangers[domain] ?? .noSuchName(Self.proof)
    }

    func addresses(of host: String) async -> NameAnswer<HostAddress> { hosts[host] ?? .noSuchName(Self.proof) }

    func texts(at name: String) async -> NameAnswer<[UInt8]> { .noSuchName(Self.proof) }

    func certificateAssociations(of host: String, port: Int) async -> NameAnswer<CertificateAssociation> {
        .noSuchName(Self.proof)
    }
}
