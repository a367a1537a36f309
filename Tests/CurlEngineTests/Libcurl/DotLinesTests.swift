import MailModel
import MailTestKit
import Testing

@testable import CurlEngine

struct DotLinesTests {
    @Test(
        "libcurl is told the size of a long message only when no line begins with a dot",
        arguments: [
            ("a\r\nb\r\n", true), ("a.\r\n b.\r\n", true), (".a\r\nb\r\n", false), ("a\r\n.b\r\n", false),
            ("a\r\n.", false),
        ]
    )
    func size(text: String, mayBeTold: Bool) {
        let bytes = Array(text.utf8)
        for cut in everySplit(of: bytes) {
            var content = SampleMail.content(cut.head)
            content.rest = [
                .init(storage: cut.tail, range: 0..<cut.tail.count), .init(storage: [1, 2, 3], range: 1..<1),
            ]
            #expect(DotLines.libcurlMayBeToldSize(content, block: 1) == mayBeTold)
            #expect(DotLines.libcurlMayBeToldSize(content, block: bytes.count))
        }
    }

    @Test("A long message whose added dots make up for its rest arrives whole")
    func notCutOff() async throws {
        // Two blocks of 32 KiB; the first has as many dots at line starts as the second has bytes.
        let dotted = Array(String(repeating: ".\r\n", count: 10_922).utf8) + Array("xx".utf8)
        let rest = Array(String(repeating: "y", count: 10_920).utf8) + Array("\r\n".utf8)
        var message = SampleMail.message(0, to: "ann")
        message.content = SampleMail.content(dotted + rest)
        let server = try ScriptedServer()
        defer { server.stop() }
        let observer = RecordingObserver()
        let transport = CurlTransport(settings: TransportConformance.baseSettings(port: server.port))
        try await transport.deliver(from: StubSource([message]), observer: observer)
        #expect(server.record.messages.map(\.content) == [dotted + rest])
        #expect(observer.reports.map(\.outcome.isAccepted) == [true])
    }
}
