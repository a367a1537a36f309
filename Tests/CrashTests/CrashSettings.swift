import Foundation

/// What the environment asks of these tests.
enum CrashSettings {
    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap(UInt64.init)
    }

    /// Where chance comes from: `MARTLET_CRASH_SEED`, 1 by default, so that every run is the same.
    static let seed = number("MARTLET_CRASH_SEED") ?? 1

    /// Rounds over the whole matrix: `MARTLET_CRASH_ROUNDS`; none by default.
    static let rounds = Int(number("MARTLET_CRASH_ROUNDS") ?? 0)
}
