import Testing

@testable import MIMECoding

@Suite("Invitations")
struct CalendarTextTests {
    private static func object(_ lines: String...) -> [UInt8] {
        Array((["BEGIN:VCALENDAR"] + lines + ["END:VCALENDAR", ""]).joined(separator: "\n").utf8)
    }

    @Test("Long lines are folded at 75 octets, and no character is cut", arguments: 60...80)
    func folded(_ count: Int) {
        let line = "SUMMARY:" + String(repeating: "x", count: count - 10) + String(repeating: "会议", count: 40)
        let text = CalendarText.folded(Self.object(line, "", "X-A:1"))
        let lines = ReferenceReader.lines(text)
        #expect(lines.allSatisfy { $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil && !$0.isEmpty })
        #expect(text.suffix(2) == [13, 10])
        let unfolded = String(decoding: text, as: UTF8.self).replacing("\r\n ", with: "")
        #expect(unfolded == "BEGIN:VCALENDAR\r\n\(line)\r\nX-A:1\r\nEND:VCALENDAR\r\n")
    }

    @Test("Bytes that are no UTF-8 are folded too")
    func noText() {
        let text = CalendarText.folded([UInt8](repeating: 0x80, count: 400))
        #expect(ReferenceReader.lines(text).allSatisfy { $0.count <= 75 })
    }

    @Test("The method is what the METHOD line says")
    func method() throws {
        #expect(try CalendarText.method(of: Self.object("METHOD:REQUEST")) == .request)
        #expect(try CalendarText.method(of: Self.object("method:cancel ", "X:METHOD:REPLY")) == .cancel)
    }

    @Test(
        "What no calendar program takes is a fault",
        arguments: [
            (object("VERSION:2.0"), CalendarText.Fault.noMethod),
            (object("METHOD:REQUEST", "METHOD:CANCEL"), .methodRepeated),
            (object("METHOD:INVITE"), .unknownMethod("INVITE")),
            (Array("METHOD:REQUEST\n".utf8), .noCalendar),
            ([], .noCalendar),
        ]
    )
    func faults(_ text: [UInt8], _ fault: CalendarText.Fault) {
        #expect(throws: fault) { try CalendarText.method(of: text) }
    }
}
