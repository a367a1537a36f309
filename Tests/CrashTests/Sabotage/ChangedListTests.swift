import Foundation
import Testing

extension CrashTests {
    @Test("A list that changed behind the kill is refused with 65; --as-sealed goes on, and nobody is mailed twice")
    func changedList() async throws {
        let breaches = try await blocking {
            let half = try HalfSent(Self.sabotaged[0])
            let place = half.workspace.folder.appendingPathComponent("data/notice.csv")
            let text = try String(contentsOf: place, encoding: .utf8)
            let lines = text.split(separator: "\n")
            let others = lines.dropFirst().reversed() + ["new@notice.example,新人,zh-CN,码"]
            try half.workspace.write(([lines[0]] + others).joined(separator: "\n") + "\n", to: "data/notice.csv")
            var breaches: [String] = []
            let (end, talk) = try half.workspace.finish()
            if end != .exited(65) { breaches.append("the changed list ended it with \(end): \(talk)") }
            if !talk.contains("data/notice.csv") { breaches.append("the list is not named: \(talk)") }
            half.sink.drain()
            if half.sink.record.total != half.before.total { breaches.append("something was sent from a changed list") }
            return breaches + (try half.breaches(isExact: false, ["--as-sealed"]))
        }
        #expect(breaches.isEmpty)
    }
}
