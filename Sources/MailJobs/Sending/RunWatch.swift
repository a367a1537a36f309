internal import Ledger
internal import MailModel

/// Looks into the ledger, while a run is being sent, for what another process has asked of it: to pause, or to end.
struct RunWatch: Sendable {
    private let ledger: RunLedger
    private let number: UInt32
    private let board: RunBoard

    /// How often it looks: a person who says `martlet pause` sees it obeyed within a second.
    private static let tick = Duration.milliseconds(500)

    init(_ ledger: RunLedger, run: UInt32, board: RunBoard) {
        self.ledger = ledger
        number = run
        self.board = board
    }

    /// Looks until the run stops, and stops it when it is held or ended; open transactions are finished.
    func run() async {
        while !board.isStopping {
            do { try await Task.sleep(for: Self.tick) } catch { return }
            // A ledger that cannot be read is found out by those who have to write it.
            let run = try? await ledger.offPool { [number] ledger throws(LedgerFailure) in try ledger.run(number) }
            guard let run, run.state != .open || run.hold != nil else { continue }
            board.stop()
        }
    }
}
