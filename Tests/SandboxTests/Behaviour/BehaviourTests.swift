import NIOCore
import Testing

@testable import Sandbox

@Suite("Behaviours")
struct BehaviourTests {
    @Test("Every row is found by its name, alone and with a tag, in any letter case")
    func rows() {
        for (index, row) in BehaviourTable.rows.enumerated() {
            #expect(BehaviourTable.index(of: Array(row.name.utf8)[...]) == index)
            #expect(BehaviourTable.index(of: Array("\(row.name.uppercased())+x+y".utf8)[...]) == index)
            #expect(!row.explanation.isEmpty)
        }
        #expect(Set(BehaviourTable.rows.map(\.name)).count == BehaviourTable.rows.count)
    }

    @Test(
        "Names that only begin like a row's are ordinary",
        arguments: ["dropx", "dro", "full-", "", "+", "王芳", "slowly+1"]
    )
    func ordinary(name: String) { #expect(BehaviourTable.index(of: Array(name.utf8)[...]) == 0) }

    @Test("Tries are counted for each address, and the oldest half is forgotten when there are too many")
    func tries() {
        let record = TryRecord(capacity: 2)
        func note(_ text: String, _ now: UInt64) -> (Int, Int64) {
            let (earlier, since) = record.note(Array(text.utf8)[...], now: .uptimeNanoseconds(now))
            return (earlier, since.nanoseconds)
        }
        #expect(note("a@x", 10) == (0, 0))
        #expect(note("A@X", 15) == (1, 5))
        #expect(note("b@x", 20) == (0, 0))
        #expect(note("c@x", 30) == (0, 0))
        #expect(note("a@x", 40) == (2, 30))
        #expect(note("d@x", 50) == (0, 0))
        #expect(note("b@x", 60) == (0, 0))
    }
}
