internal import MailModel

/// The keys of one mailbox.
enum MailboxTable {
    static let host = Setting(
        "host",
        .text,
        isRequired: true,
        example: "pop.example.com",
        "The POP3 server: a host name or an IP address."
    )
    static let port = Setting(
        "port",
        .integer(1...65_535),
        default: "110; 995 with `tls: implicit`",
        example: "995",
        "The server's port."
    )
    static let tls = Setting(
        "tls",
        .choice(["none", "opportunistic", "starttls", "implicit"]),
        default: "starttls; `implicit` on port 995",
        example: "implicit",
        "What is demanded of TLS."
    )
    static let login = LoginTable(
        user: "bounces",
        variable: "POP3_PASSWORD",
        mechanisms: Login.Mechanism.allCases
    )
    static let keepOnServer = Setting(
        "keep_on_server",
        .boolean,
        default: "false",
        example: "true",
        "Whether messages stay on the server when they have been stored."
    )
    static let largest = Setting(
        "max_message_mb",
        .integer(1...2_000),
        default: "64",
        example: "200",
        "The largest message that is fetched whole, in MiB; of larger ones only the header, and they stay on the server."
    )
    static let inbox = [InboxTable.signUp, InboxTable.trustedHost, InboxTable.requiresTrust, InboxTable.onMessage]
    static let group = SettingGroup(
        "mailbox",
        [host, port, tls] + TLSTable.settings + login.settings + [keepOnServer, largest] + inbox
    )
}

/// The three places that a secret may come from.
enum SecretTable {
    static let env = Setting("env", .text, example: "SMTP_PASSWORD", "An environment variable.")
    static let file = Setting(
        "file",
        .text,
        example: "secrets/smtp",
        "A file that only its owner may read, relative to the workspace."
    )
    static let command = Setting(
        "command",
        .text,
        example: "\"pass show smtp\"",
        "A command for the shell; its first line of output."
    )
    static let group = SettingGroup("secret", exactlyOne: ["env", "file", "command"], [env, file, command])
}
