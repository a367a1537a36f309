/// The keys about mail that people write to us on purpose.
enum InboxTable {
    static let signUp = Setting(
        "sign_up",
        .oneOrMore(.text),
        example: "join@example.com",
        "Addresses that anybody may write to, to register."
    )
    static let trustedHost = Setting(
        "trusted_host",
        .text,
        example: "mx.example.com",
        "The server whose Authentication-Results are believed (RFC 8601): that of your own provider."
    )
    static let requiresTrust = Setting(
        "require_authentication",
        .boolean,
        default: "false",
        example: "true",
        "Whether a sign-up whose sender that server did not authenticate is held back."
    )
    static let onMessage = Setting(
        "on_message",
        .group(SettingGroup("command", [command])),
        example: "{command: \"bin/register\"}",
        "A command that gets each such message once, as JSON on its standard input."
    )
    static let expect = Setting(
        "expect",
        .group(SettingGroup("expected answer", [address, code])),
        example: "{address: \"join+{token}@example.com\"}",
        "The address at which recipients confirm by mail."
    )

    static let command = Setting(
        "command",
        .text,
        isRequired: true,
        example: "\"bin/register\"",
        "The command for the shell, run in the workspace; code 0 says that it has taken the message."
    )
    static let address = Setting(
        "address",
        .text,
        isRequired: true,
        example: "\"join+{token}@example.com\"",
        "The address; without `{token}` the subject must have the row's code."
    )
    static let code = Setting(
        "code",
        .text,
        example: "code",
        "The column with the code that stands in the subject, for an address without `{token}`."
    )
}
