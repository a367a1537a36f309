import MailModel
import MailTestKit
import SMTPEngine

/// What one delivery came to.
struct Delivery {
    let observer: RecordingObserver
    let failure: TransportFailure?

    /// Runs a delivery to a local port.
    static func run(
        port: Int,
        host: String = "127.0.0.1",
        tls: TLSRequirement = .none,
        _ messages: [OutgoingMessage] = SampleMail.messages(3),
        adjust: (inout TransportSettings) -> Void = { _ in }
    ) async -> Delivery {
        var settings = TransportSettings(name: "test", host: host, port: port, tls: tls, helloName: "client.example")
        settings.connections = 1
        adjust(&settings)
        let observer = RecordingObserver()
        do throws(TransportFailure) {
            try await NativeTransport(settings: settings).deliver(from: StubSource(messages), observer: observer)
            return Delivery(observer: observer, failure: nil)
        } catch {
            return Delivery(observer: observer, failure: error)
        }
    }

    var accepted: Int { observer.reports.count { if case .accepted = $0.outcome { true } else { false } } }
    var released: Int { observer.reports.count { if case .released = $0.outcome { true } else { false } } }

    /// What the failure says.
    var words: String {
        switch failure?.cause {
        case .reply(let reply)?: "\(reply)"
        case .connection(let text)?, .protocolBreach(let text)?, .unsupported(let text)?, .routing(_, let text)?,
            .busy(_, let text)?:
            text
        case .timeout(let seconds)?: "\(seconds) s"
        case nil: ""
        }
    }
}
