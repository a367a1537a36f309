package import DeliveryPlanning
internal import Dispatch
internal import FlightRecorder
package import Ledger
package import MailModel
package import MessageSigning

/// Sends one run: claims, composes, delivers, and records.
package struct RunSender: Sendable {
    /// What a run is sent with.
    package struct Order: Sendable {
        /// The run.
        package var run: RunRecord
        /// Its folder.
        package var folder: RunFolder
        /// What its messages are made from.
        package var content: RunContent
        /// The workspace's secret.
        package var secret: [UInt8]
        /// When deferred recipients are tried again.
        package var policy: FailurePolicy
        /// Messages whose reply may be awaited at once, over all connections.
        package var unanswered: Int
        /// Signs the messages; nil leaves them unsigned.
        package var signer: DKIMSigner?
        /// How many recipients at most; nil for all.
        package var limit: Int?
        /// These recipients only; nil for all.
        package var only: [UInt32]?
        /// How long to wait for what is not due yet.
        package var patience: Duration

        package init(
            run: RunRecord,
            folder: RunFolder,
            content: RunContent,
            secret: [UInt8],
            policy: FailurePolicy,
            unanswered: Int,
            patience: Duration
        ) {
            self.run = run
            self.folder = folder
            self.content = content
            self.secret = secret
            self.policy = policy
            self.unanswered = unanswered
            self.patience = patience
        }
    }

    private let ledger: RunLedger
    private let order: Order

    package init(_ ledger: RunLedger, _ order: Order) {
        self.ledger = ledger
        self.order = order
    }

    /// Sends until nothing is due within the patience, until the board says stop, or until something fails.
    ///
    /// ``RunRecovery`` comes first.
    /// - Parameters:
    ///   - transport: how mail leaves.
    ///   - board: progress, and the way to stop.
    /// - Throws: `JobFailure`; all outcomes that were known are in the ledger, or in the recorder for the next run.
    package func send(by transport: any MailTransport, board: RunBoard) async throws(JobFailure) {
        let flight = try makeFlight()
        let suppression: SuppressionFilter
        let rows: SealedRows
        let observer: RunObserver
        do throws(LedgerFailure) {
            suppression = try SuppressionFilter(ledger, secret: order.secret)
            observer = RunObserver(flight, board: board, firstSession: try ledger.nextSession(in: order.run.number))
        } catch {
            throw JobFailure(error)
        }
        do throws(SealedRows.Failure) { rows = try SealedRows(folder: order.folder.path) } catch {
            throw JobFailure(error)
        }
        let queue = ClaimQueue(
            ledger,
            run: order.run.number,
            recorder: flight.identity,
            board: board,
            suppression: suppression,
            limits: ClaimQueue.Limits(count: order.limit, only: order.only, patience: order.patience)
        )
        let benches = WorkbenchPool(order.content) { [order] material in
            MessageFactory(material, run: order.run.number, secret: order.secret, signer: order.signer)
        }
        let source = RunSource(
            queue: queue,
            ledger: ledger,
            run: order.run.number,
            rows: rows,
            observer: observer,
            board: board,
            suppression: suppression,
            benches: benches
        )
        await deliver(from: source, observer, by: transport, flight: flight, queue: queue, board: board)
        if let failure = board.failure { throw Self.failure(failure) }
    }

    private func deliver(
        from source: RunSource,
        _ observer: RunObserver,
        by transport: any MailTransport,
        flight: FlightLog,
        queue: ClaimQueue,
        board: RunBoard
    ) async {
        let watch = RunWatch(ledger, run: order.run.number, board: board)
        let watching = Task { await watch.run() }
        defer { watching.cancel() }
        let loop = CommitLoop(flight, ledger: ledger, run: order.run.number, policy: order.policy, board: board)
        let committed = Thread.start("commit") { loop.run() }
        let delivery = Task { () -> TransportFailure? in
            do throws(TransportFailure) {
                try await transport.deliver(from: source, observer: observer)
                return nil
            } catch {
                return error
            }
        }
        // Transports take messages ahead: told to stop, they finish what is open within their grace and give back the rest.
        board.onStop { delivery.cancel() }
        if let failure = await delivery.value { board.fail(.transport(failure)) }
        board.stop()
        let left = await queue.leftOver()
        loop.end()
        await committed.value
        do throws(LedgerFailure) {
            try await ledger.offPool { [order] ledger throws(LedgerFailure) in
                if !left.isEmpty { _ = try ledger.giveBack(left, in: order.run.number, at: .now) }
                _ = try ledger.closeClaims(in: order.run.number)
            }
        } catch {
            board.fail(.ledger(error.description))
        }
    }

    private func makeFlight() throws(JobFailure) -> FlightLog {
        do throws(FlightFailure) {
            return try FlightLog(
                creatingAt: order.folder.flightPath,
                run: order.run.number,
                slots: order.unanswered + 1,
                ringBytes: 4 << 20
            )
        } catch {
            throw JobFailure(.cannotWrite, "\(error)")
        }
    }

    private static func failure(_ failure: RunBoard.Failure) -> JobFailure {
        switch failure {
        case .ledger(let words): JobFailure(.cannotWrite, words)
        case .sealedList(let words): JobFailure(.badData, words)
        case .transport(let failure): JobFailure(failure)
        }
    }
}

/// Blocking work on a thread of its own, so that the cooperative pool stays free.
enum Thread {
    /// Starts work; the task ends with it.
    static func start(_ name: String, _ work: @escaping @Sendable () -> Void) -> Task<Void, Never> {
        Task {
            await withCheckedContinuation { continuation in
                DispatchQueue(label: name).async {
                    work()
                    continuation.resume()
                }
            }
        }
    }
}
