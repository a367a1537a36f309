import Foundation
import Testing

extension CrashTests {
    /// Servers that answer slowly, so that messages are open at the kill.
    static let sabotaged = [
        Scenario(engine: .native, connections: 8, mode: .slow, recipients: 200),
        Scenario(engine: .native, connections: 4, mode: .slowChunking, recipients: 200),
        Scenario(engine: .curl, connections: 8, mode: .slow, recipients: 200),
    ]

    @Test("A recorder that is gone puts everything open in doubt", arguments: sabotaged)
    func recorderGone(scenario: Scenario) async throws {
        let breaches = try await blocking {
            let half = try HalfSent(scenario)
            try FileManager.default.removeItem(at: half.workspace.flight())
            return try half.breaches(isExact: true)
        }
        #expect(breaches.isEmpty)
    }

    @Test("A recorder that was cut off puts everything open in doubt", arguments: [0, 50, 8_192, 100_000])
    func recorderTruncated(size: Int) async throws {
        let breaches = try await blocking {
            let half = try HalfSent(Self.sabotaged[0])
            try FileSurgery.truncate(half.workspace.flight(), to: size)
            return try half.breaches(isExact: true)
        }
        #expect(breaches.isEmpty)
    }

    /// How an older copy is put back.
    enum PutBack: String, CaseIterable, Sendable {
        /// As another file, which may get the inode number of the one it replaces.
        case asFile
        /// Into the very file.
        case inPlace
    }

    @Test(
        "A recorder that was put back from an earlier instant puts everything open in doubt",
        arguments: sabotaged,
        PutBack.allCases
    )
    func recorderStale(scenario: Scenario, how: PutBack) async throws {
        let breaches = try await blocking {
            // In place only the ledger can tell: so there are outcomes that were committed since.
            let half = try HalfSent(scenario, killedAfter: 140) { workspace in
                try FileSurgery.copy(workspace.flight(), to: workspace.state("stale"))
            }
            let stale = half.workspace.state("stale")
            switch how {
            case .asFile: try FileSurgery.copy(stale, to: half.workspace.flight())
            case .inPlace:
                let bytes = [UInt8](try Data(contentsOf: stale))
                try FileSurgery.change(half.workspace.flight()) { $0 = bytes }
            }
            return try half.breaches(isExact: true)
        }
        #expect(breaches.isEmpty)
    }

    @Test("The recorder of another run puts everything open in doubt, in both runs")
    func recorderSwapped() async throws {
        let breaches = try await blocking {
            let half = try HalfSent(Self.sabotaged[0])
            try half.workspace.writeJob("other")
            let other = try HalfSent(half.workspace, half.sink, job: "other")
            try FileSurgery.swap(half.workspace.flight(), other.workspace.flight("other"))
            return try half.breaches(isExact: true) + other.breaches(isExact: true)
        }
        #expect(breaches.isEmpty)
    }

    @Test("The recorder of another workspace's run with the same number puts everything open in doubt, in both")
    func recorderOfAnotherWorkspace() async throws {
        let breaches = try await blocking {
            let half = try HalfSent(Self.sabotaged[0])
            let other = try HalfSent(Self.sabotaged[1])
            try FileSurgery.swap(half.workspace.flight(), other.workspace.flight())
            return try half.breaches(isExact: true) + other.breaches(isExact: true)
        }
        #expect(breaches.isEmpty)
    }

    @Test(
        "A flipped byte in the recorder puts everything open in doubt",
        arguments: RecorderBytes.Place.allCases,
        0..<2
    )
    func recorderFlipped(place: RecorderBytes.Place, turn: Int) async throws {
        let breaches = try await blocking { try Self.flipped(place, turn: turn) }
        #expect(breaches.isEmpty, "seed \(CrashSettings.seed)")
    }

    /// Flips bits of one byte that says something, and goes on.
    static func flipped(_ place: RecorderBytes.Place, turn: Int) throws -> [String] {
        let half = try HalfSent(sabotaged[turn % sabotaged.count])
        var generator = SplitMix(seed: CrashSettings.seed, "\(place) \(turn)")
        var isChanged = false
        try FileSurgery.change(half.workspace.flight()) { bytes in
            guard let word = RecorderBytes.words(of: place, in: bytes).randomElement(using: &generator) else { return }
            bytes[word + Int.random(in: 0..<8, using: &generator)] ^= UInt8.random(in: 1...255, using: &generator)
            isChanged = true
        }
        return try half.breaches(isExact: isChanged)
    }

    @Test(
        "A mark or a position that was zeroed puts everything open in doubt",
        arguments: [.head, .tail, .mark] as [RecorderBytes.Place]
    )
    func recorderZeroed(place: RecorderBytes.Place) async throws {
        let breaches = try await blocking {
            let half = try HalfSent(Self.sabotaged[0])
            try FileSurgery.change(half.workspace.flight()) { bytes in
                for word in RecorderBytes.words(of: place, in: bytes) {
                    for byte in word..<word + 8 { bytes[byte] = 0 }
                }
            }
            return try half.breaches(isExact: true)
        }
        #expect(breaches.isEmpty)
    }
}
