/// The keys of `sendmail:`.
enum SendmailTable {
    static let via = Setting(
        "via",
        .text,
        example: "relay",
        "The transport that the mail leaves by; needed only where there are several."
    )
    static let domain = Setting(
        "domain",
        .text,
        example: "example.com",
        "What follows the `@` where a program names a user only; the machine's mail name by default."
    )
    static let retry = Setting(
        "retry",
        .group(JobTable.retryGroup),
        example: "{after: [1m, 5m, 30m, 2h, 6h], give_up: 2d}",
        "When recipients who were put off are tried again."
    )
    static let group = SettingGroup("sendmail", [via, domain, retry])
}
