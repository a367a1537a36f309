import MailTestKit

/// Collecting from one hostile server, killed again and again, then finished and counted.
struct CollectCampaign {
    /// What came of it.
    struct Result: Sendable {
        var mode: MaildropMode
        var messages = 0
        /// Processes that ended by the signal.
        var kills = 0
        /// Processes that ended by themselves before the last.
        var unfinished = 0
        /// Sessions that the server cut.
        var cuts = 0
        /// Broken promises.
        var findings: [String] = []
    }

    /// Processes that may be needed to finish when none is killed any more.
    private static let attempts = 40

    private let maildrop: Maildrop
    private let workspace: CollectWorkspace
    private var generator: SplitMix
    private var result: Result

    init(_ mode: MaildropMode, messages: Int, seed: UInt64) throws {
        maildrop = try Maildrop(mode, count: messages)
        workspace = try CollectWorkspace(port: maildrop.port)
        generator = SplitMix(seed: seed, "collect, \(mode)")
        result = Result(mode: mode, messages: messages)
    }

    /// Kills so many processes at random instants, lets the last ones end, and counts.
    mutating func run(kills: Int) throws -> Result {
        defer { maildrop.stop() }
        for _ in 0..<kills { try killOnce() }
        // A process that ends before its kill proves nothing: other instants are tried then.
        for _ in 0..<10 where result.kills == 0 { try killOnce() }
        try finish()
        result.cuts = maildrop.cuts
        result.findings += try workspace.findings(comparedWith: maildrop.messages)
        return result
    }

    private mutating func killOnce() throws {
        // The instants between what is committed and what is deleted matter most.
        let event = MaildropEvent.allCases.randomElement(using: &generator) ?? .whole
        let most =
            switch event {
            case .login, .quit, .deleted: 1
            case .status: 3
            case .half, .whole, .deletion: max(1, maildrop.left / 2)
            }
        let child = try workspace.start()
        let pause = Bool.random(using: &generator) ? 0 : Int.random(in: 0...15_000, using: &generator)
        maildrop.arm(event, after: Int.random(in: 1...most, using: &generator)) {
            ServerThread.sleep(.microseconds(pause))
            child.kill()
        }
        let end = child.wait()
        maildrop.disarm()
        maildrop.drain()
        if case .killed = end { result.kills += 1 } else { result.unfinished += 1 }
    }

    private mutating func finish() throws {
        var end = ChildProcess.End.exited(-1)
        for _ in 0..<Self.attempts {
            end = try workspace.start().wait()
            maildrop.drain()
            if end == .exited(0), maildrop.left == 0 { return }
            result.unfinished += 1
        }
        result.findings.append("it never ends: \(end), \(maildrop.left) messages left: \(workspace.talk)")
    }
}
