internal import MailModel

/// Where the recipient's token stands in an address.
enum TokenPattern {
    static let placeholder = ReversePathPattern.placeholder
    /// As long as a real token: 26 letters of base32.
    static let sample = "abcdefghijklmnopqrstuvwxyz"
}

extension GroupReader {
    /// A host name or an IP address.
    func host(_ setting: Setting) -> String? {
        guard let text = text(setting) else { return nil }
        if let host = HostText.checked(text) { return host }
        if let end = text.firstRange(of: "://") {
            report(
                .badValue,
                setting,
                "`\(text.shortened)` is a URL",
                "write only the name: `\(text[end.upperBound...])`"
            )
        } else if let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            HostText.checked(String(text[..<colon])) != nil
        {
            report(
                .badValue,
                setting,
                "`\(text.shortened)` has a port behind it",
                "write `\(setting.name): \(text[..<colon])` and `port: \(port)`"
            )
        } else {
            reportBad(setting, "`\(text.shortened)` is neither a host name nor an IP address")
        }
        return nil
    }

    /// A domain in lower-case A-labels.
    func domain(_ text: String, _ setting: Setting, at place: SourcePlace) -> String? {
        if let domain = HostText.domain(text) { return domain }
        report(.badValue, setting, "`\(text.shortened)` is no domain", "write something like `example.com`", at: place)
        return nil
    }

    /// An address with its display name.
    func mailbox(_ text: String, _ setting: Setting, at place: SourcePlace) -> NamedMailbox? {
        guard !text.contains("{{") else {
            report(
                .badValue,
                setting,
                "variables (`{{…}}`) are not read here: it is the same for all recipients",
                "write something like `\(setting.name): \(setting.example)`",
                at: place
            )
            return nil
        }
        let list = HeaderAddressList(parsing: text)
        guard list.entries.count == 1, case .mailbox(let mailbox)? = list.entries.first else {
            let problem =
                list.mailboxes.count > 1 ? "there is more than one address" : "`\(text.shortened)` is no address"
            reportBad(setting, problem, at: place)
            return nil
        }
        do {
            let address = try MailAddress(parsing: mailbox.address)
            guard list.defects.isEmpty else {
                reportBad(setting, "`\(text.shortened)` is no name with an address in `<` and `>`", at: place)
                return nil
            }
            return NamedMailbox(name: mailbox.name, address: address)
        } catch {
            reportBad(setting, "the address `\(mailbox.address.shortened)` cannot be used: \(error)", at: place)
            return nil
        }
    }

    /// An address in which `{token}` may stand.
    func addressPattern(_ setting: Setting) -> ReversePathPattern? {
        guard let text = text(setting) else { return nil }
        guard let pattern = pattern(text, setting) else { return nil }
        do {
            _ = try MailAddress(parsing: pattern.address(token: TokenPattern.sample))
        } catch {
            let length = pattern.hasToken ? " (the token takes \(TokenPattern.sample.utf8.count) letters)" : ""
            reportBad(setting, "this is no address\(length): \(error)")
            return nil
        }
        if let suffix = pattern.suffix, !suffix.contains("@") {
            reportBad(setting, "`{token}` stands behind the `@`, where it would need a domain for each recipient")
            return nil
        }
        return pattern
    }

    /// Text with `{token}` once, or without it; other braces are reported.
    func pattern(_ text: String, _ setting: Setting) -> ReversePathPattern? {
        let parts = text.split(separator: TokenPattern.placeholder, omittingEmptySubsequences: false)
        guard parts.count <= 2 else {
            reportBad(setting, "`{token}` stands there more than once")
            return nil
        }
        guard !parts.joined().contains(where: { $0 == "{" || $0 == "}" }) else {
            reportBad(setting, "there are braces; `{token}`, in single ones, is all that is known here")
            return nil
        }
        return ReversePathPattern(prefix: String(parts[0]), suffix: parts.count == 2 ? String(parts[1]) : nil)
    }
}
