import Foundation

/// The real servers that `scripts/rig up` has started, as its variables describe them.
struct Rig {
    /// Why a rig cannot be used.
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    private let variables: [String: String]

    /// Whether the tests are to run: the servers are there, or this is CI, where they have to be.
    static var isExpected: Bool {
        let variables = ProcessInfo.processInfo.environment
        return variables["MARTLET_RIG"] != nil || variables["CI"] == "true"
    }

    /// What is said where the tests are left out.
    static let absence = "no mail servers: start them with `scripts/rig up`, then eval \"$(scripts/rig env)\""

    /// Reads the variables.
    ///
    /// - Throws: `Missing` when they are not set.
    init() throws {
        variables = ProcessInfo.processInfo.environment
        guard variables["MARTLET_RIG"] != nil else { throw Missing(description: Self.absence) }
    }

    /// A variable without its prefix.
    ///
    /// - Throws: `Missing` when the rig is older than the tests.
    func value(_ name: String) throws -> String {
        guard let value = variables["MARTLET_RIG_\(name)"] else {
            throw Missing(description: "the rig does not say MARTLET_RIG_\(name); start it anew")
        }
        return value
    }

    /// A port by its variable: `SMTP` for `MARTLET_RIG_SMTP_PORT`.
    func port(_ name: String) throws -> String { try value("\(name)_PORT") }

    /// The file of the authority that signed the servers' good certificate.
    var authority: String { get throws { try value("CA") } }

    /// The messages that lie in a mailbox, newest state of the server's own folder.
    func messages(in mailbox: String) throws -> [String] {
        let folder = URL(fileURLWithPath: try value("MAIL")).appendingPathComponent(mailbox)
        return try ["new", "cur"].flatMap { part in
            let place = folder.appendingPathComponent(part)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
            return try names.map { name in
                String(decoding: try Data(contentsOf: place.appendingPathComponent(name)), as: UTF8.self)
            }
        }
    }

    /// The addresses that Postfix has delivered to at a domain that ends in the mailbox `sink`, one entry a message.
    func deliveries(at domain: String) throws -> [String] {
        try messages(in: "sink").compactMap { message in
            let mark = "X-Original-To: "
            guard let line = message.split(separator: "\n").first(where: { $0.hasPrefix(mark) }) else { return nil }
            let address = line.dropFirst(mark.count).trimmingCharacters(in: .whitespaces)
            return address.hasSuffix("@\(domain)") ? address : nil
        }
    }
}
