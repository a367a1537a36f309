import Foundation
import Testing

@Suite("martlet run --accept-changes")
struct ChangesCommandTests {
    private static let header = "email,name,locale,code\n"

    private static func row(_ number: Int, code: String = "C") -> String {
        "u\(number)@example.com,用户 \(number),\(number % 2 == 0 ? "zh-CN" : "en"),\(code)\(number)\n"
    }

    private static func list(_ numbers: some Sequence<Int>) -> String { header + numbers.map { row($0) }.joined() }

    /// A workspace whose run has sent to the first five of twenty.
    private func half() async throws -> SandboxWorkspace {
        let workspace = try await SandboxWorkspace(list: Self.list(0..<20))
        let part = try await workspace.martlet(["run", "notice", "--occurrence", "x", "--limit", "5"])
        #expect(part.status == 75, "\(part.talk)")
        return workspace
    }

    @Test("Who waits gets the new row, new ones are added, removed ones taken out, and the sum is right")
    func accepted() async throws {
        let workspace = try await half()
        let rows = (1..<19).reversed().map { Self.row($0, code: $0 == 10 || $0 == 2 ? "D" : "C") }
        try workspace.write(Self.header + rows.joined() + Self.row(77), to: "data/people.csv")
        let refused = try await workspace.martlet(["run", "notice"])
        #expect(refused.status == 65 && refused.talk.contains("--accept-changes"), "\(refused.talk)")
        let run = try await workspace.martlet(["run", "notice", "--accept-changes"])
        #expect(run.status == 0, "\(run.talk)")
        #expect(run.talk.contains("1 changed, 1 added, 1 taken out, 2 too late"), "\(run.talk)")
        #expect(run.talk.contains("u2@example.com, line 18: changed, but it is accepted already"), "\(run.talk)")
        #expect(run.talk.contains("u0@example.com, line 2: off the list now, but it is accepted"), "\(run.talk)")
        #expect(try await workspace.classes() == ["accepted": 20, "cancelled": 1, "total": 21])
        for (address, code) in [("u10", "D10"), ("u2", "C2"), ("u77", "C77"), ("u0", "C0")] {
            let sent = try await workspace.martlet(["why", "\(address)@example.com", "--message"])
            #expect(sent.status == 0 && sent.talk.contains("these are the bytes that left"), "\(sent.talk)")
            #expect(sent.output.contains("your code is \(code).") || sent.output.contains("base64"), "\(sent.output)")
        }
        let again = try await workspace.martlet(["run", "notice", "--occurrence", "x"])
        #expect(again.status == 0 && again.talk.contains("nothing is due"), "\(again.talk)")
    }

    @Test("Changed templates go to those who wait only; what was sent before is proven by what was sealed then")
    func templates() async throws {
        let workspace = try await half()
        try workspace.write("Dear {{name}},\nCHANGED {{code}}.\n", to: "templates/notice/text.mustache")
        let run = try await workspace.martlet(["run", "notice", "--accept-changes"])
        #expect(run.status == 0 && run.talk.contains("the rows are the same"), "\(run.talk)")
        for number in [1, 15] {
            let sent = try await workspace.martlet(["why", "u\(number)@example.com", "--message"])
            #expect(sent.talk.contains("these are the bytes that left"), "\(sent.talk)")
        }
        let story = try await workspace.martlet(["why", "u15@example.com"])
        #expect(story.output.contains("revision 1"), "\(story.output)")
    }

    @Test("A list with faults is refused as at plan, and the run stays as it was sealed")
    func faults() async throws {
        let workspace = try await half()
        try workspace.write(Self.list(0..<20) + "bad@,Bad,en,1\n", to: "data/people.csv")
        let refused = try await workspace.martlet(["run", "notice", "--accept-changes"])
        #expect(refused.status == 65 && refused.talk.contains("data/people.csv:22"), "\(refused.talk)")
        #expect(try await workspace.classes() == ["accepted": 5, "planned": 15, "total": 20])
        let skipping = try await workspace.martlet(["run", "notice", "--accept-changes", "--skip-bad-rows"])
        #expect(skipping.status == 0, "\(skipping.talk)")
        #expect(try await workspace.classes() == ["accepted": 20, "rejected": 1, "total": 21])
    }

    @Test("Where nothing has changed it says so and goes on; with --as-sealed it makes no sense")
    func unchanged() async throws {
        let workspace = try await half()
        let both = try await workspace.martlet(["run", "notice", "--accept-changes", "--as-sealed"])
        #expect(both.status == 64)
        let run = try await workspace.martlet(["run", "notice", "--accept-changes"])
        #expect(run.status == 0 && run.talk.contains("nothing has changed"), "\(run.talk)")
        #expect(try await workspace.classes() == ["accepted": 20, "total": 20])
    }

    @Test("plan takes changes over and sends nothing; a new list may replace the whole old one")
    func plan() async throws {
        let workspace = try await half()
        try workspace.write(Self.list(100..<103), to: "data/people.csv")
        let planned = try await workspace.martlet(["plan", "notice", "--accept-changes"])
        #expect(planned.status == 0, "\(planned.talk)")
        #expect(try await workspace.classes() == ["accepted": 5, "cancelled": 15, "planned": 3, "total": 23])
        let run = try await workspace.martlet(["run", "notice"])
        #expect(run.status == 0, "\(run.talk)")
        #expect(try await workspace.classes() == ["accepted": 8, "cancelled": 15, "total": 23])
    }
}
