internal import NIOCore
internal import Synchronization

/// What the connections of a server share.
final class SandboxCore: Sendable {
    let settings: SandboxSettings
    let origin: AnsweredMessage.Origin
    let store: MailboxStore
    let folder: MailFolder?
    let tries = TryRecord()
    private let counters = Mutex(SandboxCounters())
    private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])
    private let connectionCeiling: Int
    private let connectionNumber = Atomic<UInt64>(0)

    init(_ settings: SandboxSettings) throws(SandboxFailure) {
        self.settings = settings
        connectionCeiling = min(settings.connections, OpenFileLimit.connections)
        folder = if let path = settings.folder { try MailFolder(path) } else { nil }
        origin = AnsweredMessage.Origin(hostName: settings.hostName, seed: .random(in: 1...(.max)))
        store = MailboxStore(
            accepted: .init(messages: settings.keptMessages, bytes: settings.keptBytes),
            answers: .init(messages: settings.answers, bytes: settings.answerBytes)
        )
    }

    /// The password that is refused, whoever uses it.
    static let wrongPassword = Array("wrong".utf8)

    /// What has been counted so far.
    var counts: SandboxCounters { counters.withLock { $0 } }

    /// Adds what a connection counted since it did so last.
    func count(_ more: SandboxCounters) { counters.withLock { $0.add(more) } }

    /// The number of a new connection, from 1.
    func nextConnection() -> UInt64 { connectionNumber.add(1, ordering: .relaxed).newValue }

    /// Remembers an open connection; false when there are too many.
    func register(_ channel: any Channel) -> Bool {
        channels.withLock { channels in
            guard channels.count < connectionCeiling else { return false }
            channels[ObjectIdentifier(channel)] = channel
            return true
        }
    }

    func unregister(_ channel: any Channel) {
        channels.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(channel)) }
    }

    /// The connections that are open.
    var openChannels: [any Channel] { channels.withLock { Array($0.values) } }
}

/// Tells a connection that the server is being stopped.
enum SandboxEvent: Sendable {
    case stopping
}
