package import MailModel

extension NameServer {
    /// Reads an IP address, for another port than 53 as `192.0.2.1@5353`, `192.0.2.1:5353` or `[2001:db8::1]:5353`.
    package init?(parsing text: String) {
        if HostText.address(text) != nil {
            self.init(address: text)
            return
        }
        guard let mark = text.lastIndex(where: { $0 == "@" || $0 == ":" }) else { return nil }
        var host = text[..<mark]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        let digits = text[text.index(after: mark)...]
        guard HostText.address(String(host)) != nil, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let port = Int(digits), (1...65_535).contains(port)
        else { return nil }
        self.init(address: String(host), port: port)
    }
}
