package import Ledger
internal import MIMECoding
package import MailModel
internal import RecipientTable
internal import TemplateLanguage
package import Workspace

extension JobFailure {
    /// A ledger that cannot be used.
    package init(_ failure: LedgerFailure) {
        let code: Code =
            switch failure.code {
            case .fullDisk, .readOnly, .io, .networkFileSystem, .corrupt, .foreign, .newer: .cannotWrite
            case .locked: .notFinished
            case .missing: .missingFile
            case .alreadyExists: .usage
            case .misuse: .internalFault
            }
        self.init(code, failure.description)
    }

    /// Sealed rows that cannot be used.
    package init(_ failure: SealedRows.Failure) {
        self.init(failure.isDisk ? .cannotWrite : .badData, failure.description)
    }

    /// A configuration with faults.
    package init(_ faults: ConfigFaults) {
        self.init(faults.isMissingFile ? .missingFile : .configuration, faults.faults.map(\.description))
    }

    /// A workspace that cannot be used.
    package init(_ failure: WorkspaceFailure) {
        let code: Code =
            switch failure.code {
            case .notFound, .unreadable: .missingFile
            case .unsafe: .configuration
            case .cannotWrite, .exists: .cannotWrite
            }
        self.init(code, failure.description)
    }

    /// A transport that cannot run.
    package init(_ failure: TransportFailure) {
        let code: Code =
            switch failure.code {
            case .unreachable, .untrusted: .unreachable
            case .loginRefused: .loginRefused
            case .protocolBreach: .protocolBreach
            case .configuration: .configuration
            }
        // Where the host is an IP address, the engine names the same peer again.
        let words = failure.cause.words
        let isNamedTwice = words.hasPrefix("\(failure.peer): ")
        let said = isNamedTwice ? String(words.dropFirst(failure.peer.count + 2)) : words
        self.init(code, "\(failure.peer): \(failure.phase.phrase): \(said)")
    }

    /// A mailbox that cannot be collected.
    package init(_ failure: CollectFailure) {
        let code: Code =
            switch failure.code {
            case .unreachable, .untrusted: .unreachable
            case .loginRefused: .loginRefused
            case .tryLater: .notFinished
            case .protocolBreach: .protocolBreach
            case .configuration: .configuration
            case .store: .cannotWrite
            }
        self.init(code, "\(failure.peer): \(failure.phase): \(failure.message)")
    }

    /// A list that cannot be checked to its end.
    ///
    /// - Parameters:
    ///   - failure: why.
    ///   - list: how the list is named to people.
    ///   - rule: the job's condition, for the places of its faults.
    package init(_ failure: ListCheck.Failure, list: String, rule: WhereRule? = nil) {
        switch failure {
        case .list(.feed(let feed)): self.init(feed.isMissing ? .missingFile : .badData, feed.message)
        case .list(.header(let faults)):
            self.init(.badData, faults.map { "\(list):\($0.line):\($0.column): \($0.message)" })
        case .list(.empty):
            self.init(.badData, "\(list): the list has no rows; it needs a header and a row for each recipient")
        case .condition(let faults):
            let lines = faults.faults.map { rule?.fault($0).description ?? "\(list): where: \($0.message)" }
            self.init(.configuration, lines)
        case .material(.templates(let faults)): self.init(.badData, faults.map(\.description))
        case .material(.header(let fault)): self.init(.configuration, "the job's header fields: \(fault)")
        case .material(.columns(let lines)): self.init(.badData, lines.map { "\(list): \($0)" })
        case .sealing(let failure): self.init(failure)
        }
    }
}

extension FailureCause {
    /// The cause in words, the server's own where it said any.
    package var words: String {
        switch self {
        case .reply(let reply): reply.description
        case .connection(let text), .protocolBreach(let text), .unsupported(let text), .busy(_, let text): text
        case .routing(let status, let text): "\(status) \(text)"
        case .timeout(let seconds): "no answer within \(seconds) s"
        }
    }
}
