extension IdentityDefinition {
    /// Reads `identity:`.
    static func read(_ reader: GroupReader) -> IdentityDefinition {
        var identity = IdentityDefinition()
        identity.reversePath = reader.addressPattern(IdentityTable.reversePath)
        for (index, node) in reader.elements(IdentityTable.dkim).enumerated() {
            let path = "\(reader.path(IdentityTable.dkim))[\(index)]"
            guard let key = GroupReader(node, IdentityTable.dkimGroup, path: path, faults: reader.faults) else {
                continue
            }
            let domain = key.text(IdentityTable.domain).flatMap {
                key.domain($0, IdentityTable.domain, at: key.place(of: IdentityTable.domain))
            }
            let selector = key.text(IdentityTable.selector)
            if let selector, HostText.domain(selector) == nil {
                key.reportBad(IdentityTable.selector, "`\(selector.shortened)` is no selector")
            }
            let secret = key.secret(IdentityTable.key)
            if let domain, let selector, let secret {
                identity.dkim.append(DKIMKeyDefinition(domain: domain, selector: selector, key: secret))
            }
        }
        return identity
    }
}
