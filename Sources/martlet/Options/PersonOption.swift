internal import ArgumentParser
internal import Foundation

/// Who gives an order: named, or the one who is logged in.
struct PersonOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Who you are; your login name by default.", valueName: "name"))
    var by: String?

    /// The name that is recorded.
    var name: String { by ?? Self.login }

    /// The login name; of whoever called sudo, where that is known.
    static var login: String {
        if let caller = ProcessInfo.processInfo.environment["SUDO_USER"], !caller.isEmpty { return caller }
        let name = ProcessInfo.processInfo.userName
        return name.isEmpty ? "uid \(getuid())" : name
    }

    func validate() throws {
        guard let by else { return }
        let isClean = !by.isEmpty && by.utf8.count <= 200 && !by.unicodeScalars.contains { $0.value < 0x20 }
        guard isClean else { throw ValidationError("--by takes a name of 1 to 200 bytes, without control characters") }
    }
}
