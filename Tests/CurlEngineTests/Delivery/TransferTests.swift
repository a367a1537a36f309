import MailModel
import MailTestKit
import Testing

@testable import CurlEngine

/// One message, driven as libcurl drives it.
struct TransferTests {
    private let observer = RecordingObserver()
    private let transfer: Transfer
    private let message: OutgoingMessage

    init() {
        var message = SampleMail.message(0, to: "ann", "bob", "eve")
        message.content = MessageContent(
            first: .init(storage: [0, 1, 2, 3, 4, 5], range: 1..<4),
            rest: [.init(storage: [9], range: 1..<1), .init(storage: [6, 7, 8], range: 0..<3)]
        )
        self.message = message
        let settings = TransportConformance.baseSettings(port: 25)
        let queue = DeliveryQueue(settings: settings, observer: observer)
        transfer = Transfer(settings: settings, observer: observer, queue: queue, worker: 0)
        transfer.begin(message)
        for line in ["<220 x", ">EHLO x", "<250 x", ">MAIL FROM:<>", "<250 x", ">RCPT TO:<a>", "<250 x"] { say(line) }
        for line in [">RCPT TO:<b>", "<550 x", ">RCPT TO:<c>", "<250 x", ">DATA", "<354 x"] { say(line) }
    }

    @discardableResult
    private func say(_ line: String) -> Bool {
        let bytes = Array((line.dropFirst() + "\r\n").utf8)
        if line.first == "<" { return transfer.received(bytes.span) }
        transfer.sent(bytes.span) { "192.0.2.1:25" }
        return true
    }

    private func take(_ limit: Int) -> [UInt8]? {
        guard let piece = transfer.nextPiece(upTo: limit) else { return nil }
        transfer.markIfLast()
        return Array(piece.storage[piece.range])
    }

    private var marks: [UInt32] {
        observer.events.compactMap { if case .handedOver(let id) = $0 { id.seq } else { nil } }
    }

    @Test("The content comes in pieces, and those who were accepted are marked before the last byte is given away")
    func marking() {
        #expect(take(2) == [1, 2])
        #expect(take(5) == [3])
        #expect(take(2) == [6, 7])
        #expect(marks.isEmpty)
        #expect(take(2) == [8])
        #expect(marks == [0, 2])
        #expect(take(2) == nil)
        #expect(marks == [0, 2])
        #expect(observer.sessions.map(\.endpoint) == ["192.0.2.1:25"])
    }

    @Test("The message may be ended only when all of it was written")
    func certainty() {
        while take(10) != nil {}
        #expect(marks == [0, 2])
        transfer.wrote(5)
        #expect(!transfer.mayBeEnded)
        transfer.wrote(1)
        #expect(transfer.mayBeEnded)
    }

    @Test("A reply that comes while libcurl should be sending means that it has ended the message")
    func endedEarly() {
        _ = take(2)
        #expect(!say("<250 2.0.0 queued"))
        #expect(transfer.mayBeEnded)
        #expect(marks == [0, 2])
        #expect(transfer.log.end == nil)
    }

    @Test("Time runs from the last sign of life, and what is in no transaction ends at once when it stops")
    func stopping() {
        #expect(transfer.mayGoOn { true })
        let queue = DeliveryQueue(settings: TransportConformance.baseSettings(port: 25), observer: observer)
        let idle = Transfer(settings: queue.settings, observer: observer, queue: queue, worker: 0)
        idle.begin(message)
        #expect(idle.mayGoOn { false })
        queue.stop()
        #expect(!idle.mayGoOn { false })
        #expect(idle.log.halt == .stopped)
    }
}
