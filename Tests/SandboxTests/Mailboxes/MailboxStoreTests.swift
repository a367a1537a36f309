import NIOCore
import Testing

@testable import Sandbox

@Suite("Mailboxes")
struct MailboxStoreTests {
    private let wang = MailboxName(Array("wang@example.cn".utf8)[...])

    private func store(messages: Int, bytes: Int = 1_000) -> MailboxStore {
        MailboxStore(accepted: .init(messages: messages, bytes: bytes), answers: .init(messages: 2, bytes: 1_000))
    }

    private func deliver(_ text: String, _ store: MailboxStore, _ origin: StoredMessage.Origin = .accepted) {
        store.deliver(Array(text.utf8), to: wang, origin: origin, visibleAt: .uptimeNanoseconds(5))
    }

    private func texts(_ store: MailboxStore, now: UInt64 = 5) -> [String]? {
        guard let found = store.open(wang, now: .uptimeNanoseconds(now)) else { return nil }
        store.close(wang, deleting: [])
        return found.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test("Beyond the ceiling the oldest goes first, each kind for itself")
    func messageCeiling() {
        let store = store(messages: 2)
        for text in ["a", "b", "c"] { deliver(text, store) }
        for text in ["x", "y"] { deliver(text, store, .answer) }
        #expect(texts(store) == ["b", "c", "x", "y"])
        deliver("z", store, .answer)
        #expect(texts(store) == ["b", "c", "y", "z"])
        #expect(store.count == 4)
    }

    @Test("The ceiling of bytes holds too, and what is larger than all of it is not kept")
    func byteCeiling() {
        let store = store(messages: 9, bytes: 10)
        for text in ["12345", "67890", "abc"] { deliver(text, store) }
        #expect(texts(store) == ["67890", "abc"])
        deliver("01234567890", store)
        #expect(texts(store) == [])
        #expect(store.count == 0)
    }

    @Test("A message is not seen before its time")
    func visibility() {
        let store = store(messages: 9)
        deliver("late", store)
        #expect(texts(store, now: 4) == [])
        #expect(texts(store, now: 5) == ["late"])
    }

    @Test("A mailbox is open once, and deletions count room free")
    func deletion() throws {
        let store = store(messages: 3)
        // Many more than are alive at once, so that the order is swept on the way.
        for round in 0..<3_000 {
            deliver("m\(round)", store)
            guard round % 3 == 2 else { continue }
            let found = try #require(store.open(wang, now: .distantFuture))
            #expect(store.open(wang, now: .distantFuture) == nil)
            #expect(found.map(\.bytes.count).count == 3)
            store.close(wang, deleting: found)
            #expect(store.count == 0)
        }
        #expect(texts(store) == [])
    }

    @Test("A message that is pushed out while a session has it open is still there for it")
    func pushedOut() throws {
        let store = store(messages: 1)
        deliver("a", store)
        let found = try #require(store.open(wang, now: .distantFuture))
        deliver("b", store)
        store.close(wang, deleting: found)
        #expect(texts(store) == ["b"])
        #expect(store.count == 1)
    }

    @Test(
        "Addresses and users name mailboxes",
        arguments: [
            ("bounces+k3xq@example.com", "bounces"), ("Bounces@EXAMPLE.com", "bounces"), ("bounces", "bounces"),
            ("\"wang fang\"@example.cn", "wang fang"), ("王芳+a@例子.测试", "王芳"), ("postmaster", "postmaster"), ("", ""),
            ("\"a@b\"@example.cn", "a@b"),
        ]
    )
    func names(address: String, name: String) {
        #expect(MailboxName(Array(address.utf8)[...]).text == name)
    }
}
