package import MailModel

/// Reads secrets at the moment of use.
package struct SecretReader: Sendable {
    /// Where relative paths begin.
    package let workspace: WorkspaceFolder
    /// The variables that `env` looks into.
    private let environment: [String: String]
    /// How long a command may take.
    private let patience: Duration

    /// Longest secret that is read, in bytes: keys in PEM are the largest.
    private static let maximumBytes = 65_536

    /// - Parameters:
    ///   - workspace: Where relative paths begin.
    ///   - environment: The variables that `env` looks into; the process's own by default.
    ///   - patience: How long a command may take; 30 s by default.
    package init(
        workspace: WorkspaceFolder,
        environment: [String: String]? = nil,
        patience: Duration = .seconds(30)
    ) {
        self.workspace = workspace
        self.environment = environment ?? ShellCommand.environment
        self.patience = patience
    }

    /// The secret that a setting refers to.
    ///
    /// Blocks as long as a command takes.
    /// - Throws: ``ConfigFaults``, which says where it was looked for and never what was found.
    package func read(_ reference: SecretReference) throws(ConfigFaults) -> Secret {
        switch reference.source {
        case .environment(let name): Secret(try variable(name, reference))
        case .file(let path): Secret(try file(path, reference))
        case .command(let text): Secret(try output(of: text, reference))
        }
    }

    private func variable(_ name: String, _ reference: SecretReference) throws(ConfigFaults) -> String {
        guard let value = environment[name] else {
            throw Self.fault(reference, "the environment variable `\(name)` is not set", "run `export \(name)=…` first")
        }
        guard !value.isEmpty else {
            throw Self.fault(reference, "the environment variable `\(name)` is empty", "set it")
        }
        return value
    }

    private func file(_ path: String, _ reference: SecretReference) throws(ConfigFaults) -> String {
        let path = workspace.absolute(path)
        let content: (bytes: [UInt8], info: FileSystem.Info)
        do throws(FileSystem.ReadFailure) {
            content = try FileSystem.read(path, limit: Self.maximumBytes)
        } catch {
            switch error {
            case .system(let failure):
                throw Self.fault(reference, "\(path): \(failure.words)", "put the secret there, readable for this user")
            case .notAFile: throw Self.fault(reference, "\(path) is no file", "name a file")
            case .tooLarge:
                throw Self.fault(reference, "\(path) is larger than \(Self.maximumBytes) bytes", "name another file")
            }
        }
        guard !content.info.isOpenToOthers else {
            throw Self.fault(reference, "other users may read \(path)", "run `chmod 600 \(path)`")
        }
        guard let text = String(validating: content.bytes, as: UTF8.self) else {
            throw Self.fault(reference, "\(path) is no UTF-8", "save it as text")
        }
        // One line end, as editors and `echo` leave it; a secret of several lines keeps the others.
        var value = text[...]
        if value.utf8.last == UInt8(ascii: "\n") { value = Substring(value.unicodeScalars.dropLast()) }
        if value.utf8.last == UInt8(ascii: "\r") { value = Substring(value.unicodeScalars.dropLast()) }
        guard !value.isEmpty else { throw Self.fault(reference, "\(path) is empty", "put the secret there") }
        return String(value)
    }

    private func output(of text: String, _ reference: SecretReference) throws(ConfigFaults) -> String {
        let result: ShellCommand.Result
        do throws(ShellCommand.Failure) {
            result = try ShellCommand(text: text, folder: workspace.path, environment: environment)
                .run(patience: patience, limit: Self.maximumBytes)
        } catch {
            switch error {
            case .cannotStart(let words): throw Self.fault(reference, "the command cannot be run: \(words)", "check it")
            case .timedOut:
                throw Self.fault(
                    reference,
                    "the command took longer than \(DurationText.text(patience)) and was ended",
                    "check whether it waits for somebody to type"
                )
            case .tooMuch:
                throw Self.fault(
                    reference,
                    "the command printed more than \(Self.maximumBytes) bytes",
                    "print one line"
                )
            }
        }
        guard result.status == .exited(0) else {
            let words = result.complaint.isEmpty ? "" : ": \(result.complaint.shortened)"
            throw Self.fault(reference, "the command \(result.status.words)\(words)", "run it by hand to see why")
        }
        let line = String(decoding: result.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        let value = line.hasSuffix("\r") ? String(line.dropLast()) : line
        guard !value.isEmpty else { throw Self.fault(reference, "the command printed nothing", "check it") }
        return value
    }

    private static func fault(_ reference: SecretReference, _ problem: String, _ remedy: String) -> ConfigFaults {
        ConfigFaults(
            ConfigFault(
                .unreadableSecret,
                file: reference.file,
                place: reference.place,
                setting: reference.setting,
                problem: problem,
                remedy: remedy
            )
        )
    }
}
