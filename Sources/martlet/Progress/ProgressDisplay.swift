internal import Dispatch
internal import Foundation
internal import MailJobs
internal import Synchronization

/// Shows how far a run has come: a bar on a terminal, a line a minute elsewhere, nothing when it is to be quiet.
final class ProgressDisplay: Sendable {
    private enum Style {
        case bar
        case lines
        case silent
    }

    private struct State {
        var hasBar = false
        var isShowing = false
        var started = ContinuousClock.now
    }

    private let style: Style
    private let state = Mutex(State())

    /// How often a bar is drawn anew, in milliseconds.
    private static let barInterval = 100
    /// How often a line is written where there is no terminal, in milliseconds.
    private static let lineInterval = 60_000
    private static let barWidth = 28

    init(quiet: Bool) {
        style = quiet ? .silent : isatty(2) == 1 ? .bar : .lines
    }

    /// Says one line, above the bar when there is one.
    func say(_ line: String) {
        guard style != .silent else { return }
        clear()
        Console.say(line)
    }

    /// Shows a number of rows while a list is checked.
    func checking(_ rows: Int) {
        guard style == .bar else { return }
        draw("checking the list: \(rows) rows")
    }

    /// Shows a send's progress until ``end()``.
    func begin(total: Int, before: Int, board: RunBoard) {
        guard style != .silent else { return }
        let interval = style == .bar ? Self.barInterval : Self.lineInterval
        state.withLock {
            $0.isShowing = true
            $0.started = .now
        }
        tick(after: interval, total: total, before: before, board: board)
    }

    private func tick(after interval: Int, total: Int, before: Int, board: RunBoard) {
        DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + .milliseconds(interval)) { [self] in
            guard state.withLock({ $0.isShowing }) else { return }
            let line = line(total: total, before: before, board: board)
            if style == .bar { draw(line) } else { Console.say(line) }
            tick(after: interval, total: total, before: before, board: board)
        }
    }

    /// Takes the bar away.
    func end() {
        state.withLock { $0.isShowing = false }
        clear()
    }

    private func line(total: Int, before: Int, board: RunBoard) -> String {
        let progress = board.progress
        let settled = before + progress.settled
        let elapsed = state.withLock { ContinuousClock.now - $0.started }
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let isWaiting = progress.waitingUntil != nil
        let rate = seconds > 0 ? Int(Double(progress.settled) / seconds) : 0
        let share = total > 0 ? Double(settled) / Double(total) : 1
        var text = "\(settled)/\(total) (\(Int(share * 100)) %)" + (isWaiting ? "" : ", \(rate)/s")
        for (count, word) in [
            (progress.deferred, "put off"), (progress.failed, "failed"), (progress.inDoubt, "in doubt"),
        ] where count > 0 {
            text += ", \(count) \(word)"
        }
        if let due = progress.waitingUntil { text += "; the next attempt is due at \(TimeText.local(due))" }
        guard style == .bar else { return text }
        let filled = min(Self.barWidth, Int(share * Double(Self.barWidth)))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.barWidth - filled)
        return "\(bar) \(text)"
    }

    private func draw(_ line: String) {
        state.withLock { $0.hasBar = true }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
    }

    private func clear() {
        let hadBar = state.withLock { state in
            defer { state.hasBar = false }
            return state.hasBar
        }
        if hadBar { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
