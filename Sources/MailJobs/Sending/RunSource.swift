internal import Ledger
internal import MIMECoding
internal import MailModel
internal import Synchronization

/// Where a transport gets the messages of a run: claims become rows, rows become messages, a batch at a time and in the
/// task of the sender that asks, so that all cores compose.
final class RunSource: MessageSource {
    private let queue: ClaimQueue
    private let ledger: RunLedger
    private let run: UInt32
    private let rows: SealedRows
    private let observer: RunObserver
    private let board: RunBoard
    private let suppression: SuppressionFilter
    private let benches: WorkbenchPool

    init(
        queue: ClaimQueue,
        ledger: RunLedger,
        run: UInt32,
        rows: SealedRows,
        observer: RunObserver,
        board: RunBoard,
        suppression: SuppressionFilter,
        benches: WorkbenchPool
    ) {
        self.queue = queue
        self.ledger = ledger
        self.run = run
        self.rows = rows
        self.observer = observer
        self.board = board
        self.suppression = suppression
        self.benches = benches
    }

    func next(upTo count: Int) async -> [OutgoingMessage]? {
        while let claims = await queue.take(upTo: min(count, benches.batchLimit) * benches.recipientsAtOnce) {
            do throws(LedgerFailure) { try await suppression.refresh() } catch {
                board.fail(.ledger(error.description))
                release(claims, because: "the suppression list cannot be read")
                return nil
            }
            let messages = compose(claims)
            if !messages.isEmpty { return messages }
        }
        return nil
    }

    private func compose(_ claims: [AttemptID]) -> [OutgoingMessage] {
        let bench = benches.take()
        defer { benches.giveBack(bench) }
        do throws(RunBoard.Failure) {
            var held: [(AttemptID, String)] = []
            defer { holdBack(held) }
            let check = suppression.check
            return try bench.compose(claims, from: rows, suppression: check, observer: observer, held: &held)
        } catch {
            // None of these has left: they go back, and the run ends.
            board.fail(error)
            release(claims, because: error.isOfList ? "the sealed list cannot be read" : "the ledger cannot be read")
            return []
        }
    }

    private func release(_ claims: [AttemptID], because words: String) {
        for id in claims {
            observer.record(
                DeliveryReport(id: id, outcome: .released(.connection(words)), phase: .content, session: nil)
            )
        }
    }
}

extension RunSource {
    /// Notes who is not written to: one step for all of a batch that have the same reason.
    private func holdBack(_ held: [(AttemptID, String)]) {
        for (words, entries) in Dictionary(grouping: held, by: \.1) {
            do throws(LedgerFailure) {
                _ = try ledger.suppress(entries.map(\.0), in: run, because: words, at: .now)
                board.count { $0.suppressed += entries.count }
                board.settled(entries.count)
            } catch {
                board.fail(.ledger(error.description))
            }
        }
    }
}

/// The benches that no sender is using now.
final class WorkbenchPool: Sendable {
    private let free = Mutex<[any Workbench]>([])
    private let make: @Sendable () -> any Workbench
    /// Messages that are made at once: few where each may hold a large file of its own.
    let batchLimit: Int
    /// Recipients that one message may have.
    let recipientsAtOnce: Int

    /// Messages with files of their rows that are made at once.
    private static let batchWithFiles = 4
    /// Messages for several recipients that are made at once.
    private static let batchForSeveral = 8

    init(_ content: RunContent, _ makeFactory: @escaping @Sendable (MessageMaterial) -> MessageFactory) {
        switch content {
        case .job(let material):
            batchLimit = material.files.contains(where: \.isSealedByRow) ? Self.batchWithFiles : .max
            recipientsAtOnce = 1
            make = { JobWorkbench(makeFactory(material)) }
        case .message(let message):
            batchLimit = Self.batchForSeveral
            recipientsAtOnce = SealedMessage.recipientsAtOnce
            make = { MessageWorkbench(message) }
        }
    }

    func take() -> any Workbench { free.withLock { $0.popLast() } ?? make() }

    func giveBack(_ bench: any Workbench) { free.withLock { $0.append(bench) } }
}

/// Makes messages of claims; belongs to one task at a time.
protocol Workbench: AnyObject, Sendable {
    /// Makes the messages of some claims.
    ///
    /// - Parameters:
    ///   - claims: what to make messages of.
    ///   - rows: the sealed list.
    ///   - suppression: who gets none.
    ///   - observer: hears of what cannot be made.
    ///   - held: gets the claims that the suppression list holds back, with the reason.
    /// - Returns: the messages, in the order of the claims.
    /// - Throws: when the rows, or the suppression list, cannot be read.
    func compose(
        _ claims: [AttemptID],
        from rows: SealedRows,
        suppression: SuppressionFilter.Check,
        observer: RunObserver,
        held: inout [(AttemptID, String)]
    ) throws(RunBoard.Failure) -> [OutgoingMessage]
}

/// One composer's memory: factory, rows and buffer, used again for each batch.
///
/// `@unchecked`: it is either in the pool, where nobody uses it, or with the one task that took it out.
final class JobWorkbench: Workbench, @unchecked Sendable {
    private var factory: MessageFactory
    private var block = SealedBlock()

    init(_ factory: MessageFactory) { self.factory = factory }

    /// Room for a message, to begin with.
    private static let expectedMessage = 6 << 10

    func compose(
        _ claims: [AttemptID],
        from rows: SealedRows,
        suppression: SuppressionFilter.Check,
        observer: RunObserver,
        held: inout [(AttemptID, String)]
    ) throws(RunBoard.Failure) -> [OutgoingMessage] {
        let now = Timestamp.now
        var buffer = MessageBuffer(capacity: claims.count * Self.expectedMessage)
        var drafts: [MessageFactory.Draft] = []
        drafts.reserveCapacity(claims.count)
        var next = claims.startIndex
        while next < claims.endIndex {
            // Claims mostly come as neighbours: one read for each run of them.
            var end = next + 1
            while end < claims.endIndex, claims[end].seq == claims[end - 1].seq + 1 { end += 1 }
            let first = Int(claims[next].seq)
            try read(first..<first + (end - next), of: rows)
            factory.use(block)
            for (place, id) in claims[next..<end].enumerated() {
                if let words = try reason(for: place, suppression) {
                    held.append((id, words))
                    continue
                }
                compose(place, id, now, &buffer, &drafts, observer)
                try holdBackCopies(&drafts, suppression)
            }
            next = end
        }
        let messages = Self.messages(drafts, storage: buffer.finish())
        let isSigned = factory.signs
        observer.sent.add(messages.map { ($0.envelope.recipient.id, SentFacts($0, date: now, isSigned: isSigned)) })
        return messages
    }

    private func read(_ range: Range<Int>, of rows: SealedRows) throws(RunBoard.Failure) {
        do throws(SealedRows.Failure) { try rows.read(range, into: &block) } catch {
            throw .sealedList(error.description)
        }
    }

    private func holdBackCopies(
        _ drafts: inout [MessageFactory.Draft],
        _ suppression: SuppressionFilter.Check
    ) throws(RunBoard.Failure) {
        do throws(LedgerFailure) { try suppression.holdBackCopies(&drafts) } catch { throw .ledger(error.description) }
    }

    private func reason(for place: Int, _ suppression: SuppressionFilter.Check) throws(RunBoard.Failure) -> String? {
        do throws(LedgerFailure) {
            return try suppression.reason(for: place, of: block, factory: factory)
        } catch {
            throw .ledger(error.description)
        }
    }

    private func compose(
        _ place: Int,
        _ id: AttemptID,
        _ now: Timestamp,
        _ buffer: inout MessageBuffer,
        _ drafts: inout [MessageFactory.Draft],
        _ observer: RunObserver
    ) {
        let date = MessageDate(secondsSince1970: now.rawValue / 1_000)
        do throws(RowProblem) {
            drafts.append(try factory.compose(place, of: block, id: id, date: date, into: &buffer))
        } catch {
            // Every row was composed when the list was sealed: a file was changed since, or this is a fault of ours.
            // Nobody else is held up.
            let cause = FailureCause.unsupported(error.message)
            let outcome = error.mayPass ? RecipientOutcome.deferred(cause) : .failed(cause)
            observer.record(DeliveryReport(id: id, outcome: outcome, phase: .content, session: nil))
        }
    }

    private static func messages(_ drafts: [MessageFactory.Draft], storage: [UInt8]) -> [OutgoingMessage] {
        drafts.map { draft in
            var runs: [MessageContent.Run] = []
            var first: MessageContent.Run?
            if !draft.signatures.isEmpty {
                first = MessageContent.Run(storage: draft.signatures, range: draft.signatures.indices)
            }
            draft.message.forEachSegment { segment in
                let run: MessageContent.Run
                switch segment {
                case .own(let range): run = MessageContent.Run(storage: storage, range: range)
                case .shared(let bytes): run = MessageContent.Run(storage: bytes, range: bytes.indices)
                }
                if first == nil { first = run } else { runs.append(run) }
            }
            let is8Bit = draft.message.needsEightBitMIME || draft.message.needsSMTPUTF8
            let content = MessageContent(
                first: first ?? MessageContent.Run(storage: storage, range: 0..<0),
                rest: runs,
                is8Bit: is8Bit
            )
            return OutgoingMessage(envelope: draft.envelope, content: content)
        }
    }
}

extension RunBoard.Failure {
    /// Whether the sealed list is at fault.
    fileprivate var isOfList: Bool {
        switch self {
        case .sealedList: true
        case .ledger, .transport: false
        }
    }
}
