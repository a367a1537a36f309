import Foundation
import Ledger

/// What a lost machine leaves of a ledger at least: everything up to the last commit that was synced.
///
/// Claims are synced, outcomes are not. So the last synced commit is the one that made the last claim, and all commits
/// behind it may be gone, however many they are.
enum LastSync {
    /// Cuts the write-ahead log off behind the last claim.
    ///
    /// - Parameter workspace: the workspace of a process that was killed.
    /// - Returns: how many commits were lost.
    /// - Throws: when the files cannot be read or written.
    static func rollBack(_ workspace: CrashWorkspace) throws -> Int {
        let log = [UInt8](try Data(contentsOf: workspace.state("ledger.sqlite-wal")))
        let ends = commits(in: log)
        guard let last = ends.last else { return 0 }
        let final = try claimed(workspace, log.prefix(last))
        // Claims only grow: the first commit that has all of them is the one that made the last.
        var (low, high) = (0, ends.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if try claimed(workspace, log.prefix(ends[middle])) == final { high = middle } else { low = middle + 1 }
        }
        try Data(log.prefix(ends[low])).write(to: workspace.state("ledger.sqlite-wal"))
        try? FileManager.default.removeItem(at: workspace.state("ledger.sqlite-shm"))
        return ends.count - 1 - low
    }

    /// Where transactions end in a log: behind each frame that says how many pages the database has then.
    ///
    /// A head of 32 bytes, then frames of 24 bytes and a page (https://www.sqlite.org/fileformat2.html#walformat).
    private static func commits(in log: [UInt8]) -> [Int] {
        func number(_ place: Int) -> Int { (0..<4).reduce(0) { $0 << 8 | Int(log[place + $1]) } }
        guard log.count > 32 else { return [] }
        let frame = 24 + number(8)
        return stride(from: 32, to: log.count - frame + 1, by: frame).filter { place in
            // Frames of an earlier use of the file have other salts.
            number(place + 4) > 0 && log[place + 8..<place + 16] == log[16..<24]
        }.map { $0 + frame }
    }

    /// Up to where recipients are claimed in a ledger with this log.
    private static func claimed(_ workspace: CrashWorkspace, _ log: ArraySlice<UInt8>) throws -> UInt32 {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-log-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileSurgery.copy(workspace.state("ledger.sqlite"), to: folder.appendingPathComponent("ledger.sqlite"))
        try Data(log).write(to: folder.appendingPathComponent("ledger.sqlite-wal"))
        let ledger = try RunLedger(stateFolder: folder.path)
        defer { try? ledger.close() }
        return try ledger.latestRun()?.claimedUpTo ?? 0
    }
}
