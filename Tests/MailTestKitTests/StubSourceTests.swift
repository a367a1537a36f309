import MailModel
import MailTestKit
import Testing

struct StubSourceTests {
    @Test("Messages come in their order, in batches, and then no more")
    func order() async {
        let source = StubSource(SampleMail.messages(5), batch: 3)
        var seqs: [UInt32] = []
        while let batch = await source.next(upTo: 10) { seqs += batch.map(\.envelope.recipient.id.seq) }
        #expect(seqs == [0, 1, 2, 3, 4])
        #expect(source.given.count == 5)
    }

    @Test("An open source waits until it is finished")
    func finishing() async {
        let source = StubSource([], staysOpen: true)
        async let answer = source.next(upTo: 1)
        source.finish()
        #expect(await answer == nil)
    }

    @Test("Cancelling ends the wait of an open source", .timeLimit(.minutes(1)))
    func cancelling() async {
        let source = StubSource([], staysOpen: true)
        let task = Task { await source.next(upTo: 1) == nil }
        task.cancel()
        #expect(await task.value)
    }

    @Test("Every feeding joined gives the bytes back")
    func splits() {
        let bytes = Array("250 好\r\n".utf8)
        #expect(everySplit(of: bytes).allSatisfy { $0.head + $0.tail == bytes })
        #expect(everyFeeding(of: bytes).allSatisfy { $0.flatMap(\.self) == bytes })
    }
}
