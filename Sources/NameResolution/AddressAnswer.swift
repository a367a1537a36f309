internal import MailModel

/// Two answers about a host's addresses as one.
enum AddressAnswer {
    /// IPv6 comes first, as the order of RFC 6724 has it for most; whoever connects races the families.
    static func merged(_ v4: NameAnswer<HostAddress>, _ v6: NameAnswer<HostAddress>) -> NameAnswer<HostAddress> {
        switch (v4, v6) {
        case (.records(let old, let proof), .records(let new, let other)):
            return .records(new + old, both(proof, other))
        case (.records(let records, let proof), .noRecord(let other)),
            (.noRecord(let other), .records(let records, let proof)):
            return .records(records, both(proof, other))
        case (.records(let records, var proof), _), (_, .records(let records, var proof)):
            // What could not be asked for is not proved to be missing.
            proof.isSecure = false
            proof.seconds = min(proof.seconds, 60)
            return .records(records, proof)
        case (.bogus, _), (.tryLater, _): return v4
        case (_, .bogus), (_, .tryLater): return v6
        case (.noSuchName, _), (_, .noSuchName), (.noRecord, .noRecord): return v4
        }
    }

    private static func both(_ one: NameProof, _ other: NameProof) -> NameProof {
        NameProof(
            isSecure: one.isSecure && other.isSecure,
            seconds: min(one.seconds, other.seconds),
            canonicalName: one.canonicalName ?? other.canonicalName
        )
    }
}
