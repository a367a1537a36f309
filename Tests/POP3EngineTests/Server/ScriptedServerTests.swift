import POP3Engine
import Synchronization
import Testing

@Suite("The scripted server of these tests")
struct ScriptedServerTests {
    @Test("A script is played beside the threads that all tests share, from its first word to its last")
    func ownThread() async throws {
        let places = Mutex<[Bool]>([])
        let store = try TestStore()
        _ = try? await ScriptedServer.run { client in
            places.withLock { $0.append(Self.isBesideOthers) }
            try await client.say("+OK\r\n")
            places.withLock { $0.append(Self.isBesideOthers) }
            let command = try await client.line()
            places.withLock { $0.append(Self.isBesideOthers && command == "CAPA") }
        } _: { port in
            try await POP3MailSource(.sample(port)).poll(into: store)
        }
        #expect(places.withLock { $0 } == [true, true, true])
    }

    private static var isBesideOthers: Bool {
        unsafe withUnsafeCurrentTask { unsafe $0?.unownedTaskExecutor != nil }
    }
}
