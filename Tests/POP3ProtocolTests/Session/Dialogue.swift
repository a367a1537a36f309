import MailModel
import POP3Protocol

/// A session between a server whose words are given and our machine, with a store that does what it is told.
struct Dialogue {
    /// One side's words.
    enum Turn {
        case server(String)
        /// What we must have said by now.
        case client(String)
        /// TLS was begun and stands.
        case secured
    }

    var turns: [Turn]
    var settings: SessionSettings
    var steps: [CollectionStep] = []
    var isStored = true

    /// What came of it.
    struct Outcome: Equatable {
        /// Our words where they were not those of the turn.
        var surprises: [String] = []
        /// The content of whole messages, by number; a "#" is put before a header.
        var messages: [String] = []
        var listed: [ListedMessage] = []
        var headers: [String] = []
        /// How many messages each commit had.
        var commits: [Int] = []
        var discarded = 0
        var confirmedAtEnd = 0
        var isFinished = false
        var failure: SessionFailure?
        var result = PollSummary()
    }

    /// Runs the dialogue; each of the server's turns is cut at the bytes where `isCut` says so, counted over the whole.
    func run(cutting isCut: (Int) -> Bool) -> Outcome {
        var outcome = Outcome()
        var session = Session(settings)
        var player = Player(steps: steps, isStored: isStored)
        var place = 0
        for turn in turns {
            switch turn {
            case .server(let words):
                var chunk: [UInt8] = []
                for byte in words.utf8 {
                    chunk.append(byte)
                    place += 1
                    if isCut(place) {
                        player.feed(chunk, to: &session, &outcome)
                        chunk = []
                    }
                }
                player.feed(chunk, to: &session, &outcome)
            case .client(let words):
                player.feed([], to: &session, &outcome)
                let said = String(decoding: player.said + session.takeOutput(), as: UTF8.self)
                player.said = []
                if said != words {
                    outcome.surprises.append("said \(said.debugDescription), not \(words.debugDescription)")
                }
            case .secured: session.secured()
            }
        }
        outcome.confirmedAtEnd = session.confirmedMessages
        outcome.result = session.result
        return outcome
    }

    /// Bytes on the server's side, for cutting.
    var serverByteCount: Int {
        turns.reduce(0) { count, turn in
            if case .server(let words) = turn { return count + words.utf8.count }
            return count
        }
    }

    /// The outcome when all comes in whole turns; nil unless it is the same byte by byte and cut in two at every place.
    func outcomeAtEverySplit() -> Outcome? {
        let whole = run { _ in false }
        guard run(cutting: { _ in true }) == whole else { return nil }
        for cut in 1...max(1, serverByteCount) where run(cutting: { $0 == cut }) != whole { return nil }
        return whole
    }
}

/// What stands for engine and store.
private struct Player {
    var steps: [CollectionStep]
    var isStored: Bool
    var said: [UInt8] = []
    var message: [UInt8] = []
    var pending = 0
    var isOver = false

    mutating func feed(_ chunk: [UInt8], to session: inout Session, _ outcome: inout Dialogue.Outcome) {
        var start = 0
        while !isOver {
            let event = session.receive(chunk.span, from: &start)
            said += session.takeOutput()
            switch event {
            case .more, .startTLS: return
            case .alive: continue
            case .plan:
                outcome.listed = session.listed
                session.planned(steps)
            case .begin: message = []
            case .bytes(let range): message += chunk[range]
            case .carriageReturn: message.append(0x0D)
            case .end(let isHeaderOnly):
                outcome.messages.append((isHeaderOnly ? "#" : "") + String(decoding: message, as: UTF8.self))
                pending += 1
            case .discard: outcome.discarded += 1
            case .compare(_, let header):
                outcome.headers.append(String(decoding: header, as: UTF8.self))
                session.compared(isStored: isStored)
            case .commit:
                outcome.commits.append(pending)
                pending = 0
                session.committed()
            case .finished:
                outcome.isFinished = true
                isOver = true
            case .failed(let failure):
                outcome.failure = failure
                isOver = true
            }
        }
    }
}

extension SessionSettings {
    /// A mailbox in the clear, with a Chinese user's name.
    static func sample(_ tls: TLSRequirement = .none, mechanism: Login.Mechanism = .auto) -> SessionSettings {
        var settings = SessionSettings(
            tls: tls,
            login: Login(user: "bounces", password: Secret("hunter2"), mechanism: mechanism),
            keepOnServer: false,
            maximumMessageBytes: 1000
        )
        settings.allowsClearLogin = true
        return settings
    }
}

extension Array where Element == Dialogue.Turn {
    /// Greeting to login on a server without CAPA.
    static var plainLogin: [Dialogue.Turn] {
        [
            .server("+OK ready\r\n"), .client("CAPA\r\n"), .server("-ERR unknown\r\n"), .client("USER bounces\r\n"),
            .server("+OK\r\n"), .client("PASS hunter2\r\n"), .server("+OK in\r\n"),
        ]
    }

    /// Greeting to login on a server with PIPELINING.
    static var pipelinedLogin: [Dialogue.Turn] {
        [
            .server("+OK ready\r\n"), .client("CAPA\r\n"), .server("+OK\r\nUSER\r\nPIPELINING\r\nTOP\r\n.\r\n"),
            .client("USER bounces\r\n"), .server("+OK\r\n"), .client("PASS hunter2\r\n"), .server("+OK in\r\n"),
            .client("STAT\r\nLIST\r\nUIDL\r\n"),
        ]
    }
}
