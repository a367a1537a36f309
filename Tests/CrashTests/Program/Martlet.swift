import Foundation

/// The program under test.
enum Martlet {
    /// Beside the test bundle; `MARTLET_PROGRAM` names another build of it.
    static let path: String = {
        if let named = ProcessInfo.processInfo.environment["MARTLET_PROGRAM"], !named.isEmpty {
            return URL(fileURLWithPath: named).path
        }
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let beside = tests.deletingLastPathComponent().appendingPathComponent("martlet").path
        if FileManager.default.isExecutableFile(atPath: beside) { return beside }
        return URL(fileURLWithPath: ".build/debug/martlet").path
    }()
}
