import MailModel
import MailTestKit
import Testing

@testable import SMTPEngine

/// Mail between source and connections.
@Suite(.timeLimit(.minutes(2)))
struct FeedTests {
    @Test("Of many workers that give back what they took, each message is sent once and all of them end")
    func manyWorkers() async {
        let source = StubSource(SampleMail.messages(2_000), batch: 5)
        let feed = Feed(source: source, messagesPerSecond: nil)
        let observer = RecordingObserver()
        await withTaskGroup(of: Void.self) { group in
            for worker in 0..<8 {
                group.addTask { await feed.fetch() }
                group.addTask {
                    var count = worker
                    while await feed.waitForMail(upTo: 4, isConnected: false) {
                        guard let batch = await feed.take(upTo: 7) else { break }
                        count += 1
                        let kept = count % 3 == 0 ? batch.count / 2 : batch.count
                        for message in batch.prefix(kept) { observer.willHandOver(message.envelope.recipient.id) }
                        feed.giveBack(Array(batch.dropFirst(kept)))
                    }
                }
            }
        }
        let sent = observer.events.compactMap { if case .handedOver(let id) = $0 { id.seq } else { nil } }
        #expect(sent.sorted() == Array(0..<2_000))
        #expect(feed.takeRest().isEmpty)
    }

    @Test("Who waits while the source does gets what another one gives back")
    func givenBack() async {
        let source = StubSource([], staysOpen: true)
        let feed = Feed(source: source, messagesPerSecond: nil)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<2 { group.addTask { await feed.fetch() } }
            group.addTask {
                let batch = await feed.take(upTo: 4)
                #expect(batch?.count == 2)
                source.finish()
            }
            group.addTask {
                try? await Task.sleep(for: .milliseconds(20))
                feed.giveBack(SampleMail.messages(2))
            }
        }
    }

    @Test("Cancelling ends workers and fetchers, whatever they wait for", arguments: [nil, 0.01])
    func cancelled(rate: Double?) async {
        let source = StubSource(SampleMail.messages(rate == nil ? 0 : 100), staysOpen: true)
        let feed = Feed(source: source, messagesPerSecond: rate)
        await withTaskGroup(of: Void.self) { group in
            for isConnected in [true, false, true] {
                group.addTask { await feed.fetch() }
                group.addTask {
                    while isConnected, await feed.take(upTo: 4) != nil {}
                    if !isConnected { _ = await feed.waitForMail(upTo: 4, isConnected: false) }
                }
            }
            try? await Task.sleep(for: .milliseconds(20))
            group.cancelAll()
        }
        #expect(feed.takeRest().count + (rate == nil ? 0 : 1) == source.given.count)
    }

    @Test("Closing ends fetchers that have nothing to do")
    func closed() async {
        let feed = Feed(source: StubSource([], staysOpen: true), messagesPerSecond: nil)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<3 { group.addTask { await feed.fetch() } }
            feed.close()
        }
        #expect(await feed.take(upTo: 1) == nil)
    }
}
