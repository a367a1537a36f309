/// What `probe` found out, for a person.
enum ProbeText {
    static func text(_ result: ProbeResult) -> String {
        var lines: [String] = []
        if let route = result.route { lines += text(route, of: result.target) }
        if !result.isDNSSECChecked { lines.append("  DNSSEC    not checked: the resolver does not pass signatures on") }
        for host in result.hosts { lines += text(host) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(_ route: ProbeResult.Route, of domain: String) -> [String] {
        let signed = route.isSigned ? ", signed (DNSSEC)" : ""
        var lines: [String]
        switch route.kind {
        case "mx": lines = ["\(domain): mail exchangers \(route.exchangers.joined(separator: ", "))\(signed)"]
        case "implicit": lines = ["\(domain): no mail exchangers, it stands for itself\(signed)"]
        default: lines = ["\(domain): \(route.reason ?? "nobody takes mail")"]
        }
        guard !route.exchangers.isEmpty else { return lines }
        lines.append("  MTA-STS   \(route.mtaSTS)")
        if let preset = route.preset { lines.append("  limits    those of \(preset), where nothing is set") }
        return lines
    }

    private static func text(_ host: ProbeResult.Host) -> [String] {
        var lines = ["", "\(host.host), port \(host.port)\(host.endpoint.map { " (\($0))" } ?? "")"]
        func add(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            lines.append("  " + name + String(repeating: " ", count: max(1, 10 - name.count)) + value)
        }
        add("banner", host.banner)
        add("offers", host.ehlo.joined(separator: ", "))
        add("TLS", host.tls ?? (host.startTLS == false ? "not offered" : nil))
        if let certificate = host.certificate {
            let trust = certificate.isTrusted ? "trusted, names the host" : "not trusted, or not for this host"
            add("cert", "\(certificate.subject), issuer \(certificate.issuer): \(trust)")
            add("", "valid from \(certificate.validFrom) until \(certificate.validUntil)")
            add("", "for \(certificate.names.joined(separator: ", "))")
        }
        add("DANE", host.dane)
        add("MTA-STS", host.mtaSTSPermits.map { $0 ? "permits this host" : "does not permit this host" })
        add("AUTH", host.auth.joined(separator: " "))
        add("SIZE", host.size.map { "\($0) bytes" })
        add("LIMITS", host.limits.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " "))
        if let latency = host.latency {
            let parts = [
                ("connect", latency.connect), ("greeting", latency.greeting), ("round trip", latency.roundTrip),
            ].compactMap { name, value in value.map { "\(name) \($0) ms" } }
            add("latency", parts.joined(separator: ", "))
        }
        if let bdat = host.bdat { add("BDAT", text(bdat)) }
        add("problem", host.problem)
        return lines
    }

    private static func text(_ bdat: ProbeResult.Chunking) -> String {
        guard bdat.isOffered else { return "not offered" }
        guard bdat.pays, let data = bdat.byData, let more = bdat.byBDAT else {
            return "offered; little to gain this near"
        }
        return "pays: over one connection about \(Int(more)) messages a second instead of \(Int(data))"
    }
}
