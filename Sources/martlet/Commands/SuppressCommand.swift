internal import ArgumentParser

/// `martlet suppress …`: who gets no mail.
struct SuppressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suppress",
        abstract: "Look at and change the list of those who get no mail.",
        discussion: """
            Example:
              martlet suppress add ann@example.com @example.net --reason unsubscribe

            An entry is an address, or a whole domain as @example.com, or with all domains below it as @.example.com. It \
            holds for every run from then on, also for one \
            that is being sent. `collect` adds hard bounces, complaints and requests to be taken off.
            """,
        subcommands: [
            SuppressAddCommand.self, SuppressRemoveCommand.self, SuppressListCommand.self, SuppressWhyCommand.self,
            SuppressImportCommand.self, SuppressExportCommand.self,
        ]
    )
}
