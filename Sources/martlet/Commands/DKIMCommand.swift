internal import ArgumentParser
internal import Foundation
internal import MailJobs
internal import MailModel
internal import MessageSigning
internal import NameResolution

/// `martlet dkim`: keys, their DNS records, and checks of signatures.
struct DKIMCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dkim",
        abstract: "Make signing keys, print their DNS records, check signatures.",
        discussion: """
            Example:
              martlet dkim keygen keys/m1.pem --domain example.com --selector m1
            """,
        subcommands: [Keygen.self, Record.self, Verify.self]
    )

    /// Where a key is announced.
    struct Name: ParsableArguments {
        @Option(name: .long, help: "The signing domain.")
        var domain: String

        @Option(name: .long, help: "The selector.")
        var selector: String
    }

    struct Keygen: ParsableCommand {
        enum Kind: String, ExpressibleByArgument, CaseIterable {
            case rsa
            case ed25519
        }

        static let configuration = CommandConfiguration(
            commandName: "keygen",
            abstract: "Make a private key in a new file that only you may read, and print its DNS record.",
            discussion: """
                Example:
                  martlet dkim keygen keys/m1.pem --domain example.com --selector m1
                """
        )

        @Argument(help: "The file for the private key; it must not be there yet.")
        var file: String

        @OptionGroup var name: Name

        @Option(name: .customLong("type"), help: "rsa (2048 bits) or ed25519; receivers all know rsa.")
        var kind: Kind = .rsa

        mutating func run() throws {
            try Guarded.run("dkim keygen") {
                let key: DKIMKey
                do throws(DKIMKey.Fault) {
                    key = try DKIMKey.generate(kind == .rsa ? .rsaSHA256 : .ed25519SHA256)
                } catch {
                    throw JobFailure(.internalFault, "\(error)")
                }
                try PrivateFile.write(Array(key.pem.exposed.utf8), to: file)
                try Console.write(Array(key.record.zoneText(selector: name.selector, domain: name.domain).utf8))
            }
        }
    }

    struct Record: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "record",
            abstract: "Print the DNS record that announces a private key's public half.",
            discussion: """
                Example:
                  martlet dkim record keys/m1.pem --domain example.com --selector m1
                """
        )

        @Argument(help: "The file with the private key.")
        var file: String

        @OptionGroup var name: Name

        mutating func run() throws {
            try Guarded.run("dkim record") {
                let key = try DKIMCommand.key(in: file)
                try Console.write(Array(key.record.zoneText(selector: name.selector, domain: name.domain).utf8))
            }
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Check the signatures of a message against the DNS, or against a key that is given.",
            discussion: """
                Example:
                  martlet dkim verify message.eml
                  martlet dkim verify message.eml --key keys/m1.pem

                Exit codes: 0 a signature is good, 65 none is, 69 the DNS did not answer about one that may be.
                """
        )

        @Argument(help: "The message.")
        var file: String

        @Option(
            name: .long,
            help: ArgumentHelp(
                "The private key, or a file with the DNS record's text; without it the DNS is asked.",
                valueName: "file"
            )
        )
        var key: String?

        @OptionGroup var resolver: ResolverOptions

        private static let maximumBytes = 256 << 20

        mutating func run() async throws {
            try await Guarded.run("dkim verify") { [self] in
                let bytes = try ByteInput(path: file, command: "dkim verify").all(limit: Self.maximumBytes)
                let message = DKIMVerifier.wireForm(ofFile: bytes)
                let verifier = DKIMVerifier(now: Int(Date().timeIntervalSince1970))
                let answers = try await answers(about: verifier.recordNames(of: message.span))
                let verdicts = verifier.verify(message.span) { answers[$0] ?? .noSuchName }
                for verdict in verdicts { try Console.write(Array((Self.line(verdict) + "\n").utf8)) }
                if verdicts.isEmpty { Console.say("\(file): the message has no signature") }
                guard verdicts.contains(where: { $0.result.word == "pass" }) else {
                    let isOpen = verdicts.contains { $0.result.word == "temperror" }
                    throw (isOpen ? ExitStatus.unreachable : .badData).error
                }
            }
        }

        /// What is known about each name of a record: the given key, or what the DNS says.
        private func answers(about names: [String]) async throws -> [String: DKIMVerifier.KeyAnswer] {
            var answers: [String: DKIMVerifier.KeyAnswer] = [:]
            if let key {
                let record = try recordText(key)
                for name in names { answers[name] = .records([record]) }
                return answers
            }
            guard !names.isEmpty else { return [:] }
            let resolver = try resolver.open(checksAnswers: false)
            for name in names {
                answers[name] =
                    switch await resolver.texts(at: name) {
                    case .records(let records, _): .records(records)
                    case .noRecord, .noSuchName: .noSuchName
                    case .tryLater(let words), .bogus(let words): .tryLater(words)
                    }
            }
            return answers
        }

        private static func line(_ verdict: DKIMVerdict) -> String {
            let who = [
                verdict.algorithm?.rawValue, verdict.domain.map { "d=\($0)" }, verdict.selector.map { "s=\($0)" },
            ]
            let bits = verdict.keyBits.map { " (\($0) bits)" } ?? ""
            let reason = verdict.result.reason.isEmpty ? "" : ": \(verdict.result.reason)"
            let name = who.compactMap(\.self).joined(separator: " ")
            return "signature \(verdict.place + 1), \(name): \(verdict.result.word)\(reason)\(bits)"
        }

        private func recordText(_ key: String) throws -> [UInt8] {
            let text = try ByteInput(path: key, command: "dkim verify").all(limit: 1 << 16)
            if let key = try? DKIMKey(text: text) { return Array(key.record.text.utf8) }
            return text.filter { $0 != 0x0A && $0 != 0x0D }
        }
    }

    /// The private key in a file.
    fileprivate static func key(in file: String) throws -> DKIMKey {
        let text = try ByteInput(path: file, command: "dkim record").all(limit: 1 << 16)
        do throws(DKIMKey.Fault) { return try DKIMKey(text: text) } catch {
            throw JobFailure(.badData, "\(file): \(error)")
        }
    }
}

/// Files that only their owner may read.
enum PrivateFile {
    /// Writes a new file; one that is there is never overwritten.
    ///
    /// - Throws: `JobFailure`.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let words = unsafe String(cString: strerror(errno))
            throw JobFailure(.cannotWrite, "\(path): the file cannot be made: \(words)")
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(bytes))
            try handle.synchronize()
        } catch {
            throw JobFailure(.cannotWrite, "\(path): cannot be written: \(error.localizedDescription)")
        }
    }
}
