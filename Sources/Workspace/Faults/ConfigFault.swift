/// One thing that is wrong in a configuration file: where, what and why, and what to do.
package struct ConfigFault: Error, Sendable, Hashable {
    /// What kind of thing is wrong.
    package enum Kind: Sendable, Hashable {
        /// The file is not there.
        case missingFile
        /// The file is there and cannot be read.
        case unreadableFile
        /// More than a file, a list or a nesting may have.
        case tooLarge
        /// The text is no YAML.
        case syntax
        /// YAML that is not read here: anchors, aliases, tags, several documents.
        case unsupportedSyntax
        /// A key that no setting has.
        case unknownKey
        /// A key that is there twice.
        case duplicateKey
        /// A key that must be there.
        case missingKey
        /// A list where text should be, and so on.
        case wrongType
        /// A value of the right type that cannot be used.
        case badValue
        /// A password written into the file.
        case literalSecret
        /// A secret that cannot be had: no such variable, no such file, a command that failed.
        case unreadableSecret
        /// A transport, mailbox, template or job that there is not.
        case unknownName
        /// A path that leaves its folder.
        case pathOutside
        /// Settings that contradict each other.
        case contradiction
        /// Right, and not built into this version.
        case unavailable
    }

    /// What kind of thing is wrong.
    package var kind: Kind
    /// The file, as people name it.
    package var file: String
    /// Where in the file; nil for the file as a whole.
    package var place: SourcePlace?
    /// The setting, with the keys above it: `transports.relay.port`; empty for the file as a whole.
    package var setting: String
    /// What is wrong, and why that is.
    package var problem: String
    /// What to do.
    package var remedy: String

    package init(
        _ kind: Kind,
        file: String,
        place: SourcePlace? = nil,
        setting: String = "",
        problem: String,
        remedy: String
    ) {
        self.kind = kind
        self.file = file
        self.place = place
        self.setting = setting
        self.problem = problem
        self.remedy = remedy
    }
}

extension ConfigFault: CustomStringConvertible {
    /// One line: `martlet.yaml:7:11: transports.relay.port: …; …`.
    package var description: String {
        let position = place.map { "\(file):\($0.line):\($0.column)" } ?? file
        let subject = setting.isEmpty ? "" : "\(setting): "
        return "\(position): \(subject)\(problem)" + (remedy.isEmpty ? "" : "; \(remedy)")
    }
}

/// Everything that is wrong in a configuration file, in the order of the file; never empty.
package struct ConfigFaults: Error, Sendable, Hashable {
    /// The faults.
    package let faults: [ConfigFault]

    package init(_ first: ConfigFault, _ rest: [ConfigFault] = []) {
        faults = [first] + rest
    }

    /// The faults, or nil when there are none.
    package init?(_ faults: [ConfigFault]) {
        guard !faults.isEmpty else { return nil }
        self.faults = faults
    }

    /// Whether a file that was named is not there or cannot be read, which has an exit code of its own.
    package var isMissingFile: Bool {
        faults.contains { $0.kind == .missingFile || $0.kind == .unreadableFile }
    }
}

extension ConfigFaults: CustomStringConvertible {
    /// One line for each fault.
    package var description: String { faults.map(\.description).joined(separator: "\n") }
}
