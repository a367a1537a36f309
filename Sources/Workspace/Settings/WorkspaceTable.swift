/// The keys of `martlet.yaml`.
package enum WorkspaceTable {
    static let transports = Setting(
        "transports",
        .map(.group(TransportTable.group)),
        example: "{relay: {host: smtp.example.com}}",
        "The ways for mail to leave, by the names that jobs use in `via`."
    )
    static let mailboxes = Setting(
        "mailboxes",
        .map(.group(MailboxTable.group)),
        example: "{bounces: {host: pop.example.com, user: bounces}}",
        "The mailboxes that bounces and answers are collected from, by the names that jobs use in `collect`."
    )
    static let identity = Setting(
        "identity",
        .group(IdentityTable.group),
        example: "{reverse_path: \"bounces+{token}@example.com\"}",
        "Who we are to other servers."
    )
    static let ledger = Setting(
        "ledger",
        .text,
        default: "sqlite",
        example: "sqlite",
        "Where outcomes are kept: `sqlite` for the state folder, or a `postgres://` address."
    )

    static let suppression = Setting(
        "suppression",
        .group(SuppressionSettingTable.group),
        example: "{soft_bounces: 5, within: 30d}",
        "What the list of those who get no mail keeps, and when soft bounces add to it."
    )

    static let sendmail = Setting(
        "sendmail",
        .group(SendmailTable.group),
        example: "{via: relay, domain: example.com}",
        "How mail leaves that programs hand in by `martlet sendmail`."
    )

    /// All of them.
    package static let group = SettingGroup(
        "martlet.yaml",
        [transports, mailboxes, identity, ledger, suppression, sendmail]
    )
}

/// The keys of `identity:`.
enum IdentityTable {
    static let reversePath = Setting(
        "reverse_path",
        .text,
        example: "\"bounces+{token}@example.com\"",
        "Where failure reports go; `{token}` gives every recipient an address of their own (VERP)."
    )
    static let dkim = Setting(
        "dkim",
        .list(.group(dkimGroup)),
        example: "[{domain: example.com, selector: m1, key: {file: keys/m1.pem}}]",
        "The keys that messages are signed with."
    )
    static let group = SettingGroup("identity", [reversePath, dkim])

    static let domain = Setting("domain", .text, isRequired: true, example: "example.com", "The domain that signs.")
    static let selector = Setting(
        "selector",
        .text,
        isRequired: true,
        example: "m1",
        "The name below `_domainkey` where the public key is published."
    )
    static let key = Setting(
        "key",
        .secret,
        isRequired: true,
        example: "{file: keys/m1.pem}",
        "Where the private key (PEM) is."
    )
    static let dkimGroup = SettingGroup("signing key", [domain, selector, key])
}
