import Foundation
import Testing

@testable import MailModel

@Suite("Address lists of header fields")
struct HeaderAddressTests {
    private struct Entry: Decodable {
        var name: String?
        var address: String?
        var group: String?
        var members: [Entry]?
    }

    private struct Expectation: Decodable {
        var addresses: [Entry]?
        var addressStrings: [String]?
        var error: Bool?
    }

    private struct Case: Decodable {
        var id: String
        var `class`: String
        var input: String?
        var inputB64: String?
        var expect: Expectation

        var bytes: [UInt8] {
            inputB64.flatMap { Data(base64Encoded: $0) }.map { Array($0) } ?? Array((input ?? "").utf8)
        }
    }

    private func isSame(_ left: String, _ right: String?) -> Bool {
        right.map { left.utf8.elementsEqual($0.utf8) } ?? true
    }

    /// Names are compared where they hold no encoded word; decoding those is not this reader's.
    private func isSame(_ mailbox: HeaderAddress.Mailbox, _ wanted: Entry, compareNames: Bool) -> Bool {
        isSame(mailbox.address, wanted.address) && (!compareNames || isSame(mailbox.name, wanted.name))
    }

    private func fulfils(_ example: Case, _ list: HeaderAddressList) -> Bool {
        if example.expect.error == true { return !list.defects.isEmpty }
        if let wanted = example.expect.addressStrings {
            let found = list.mailboxes.map(\.address)
            return found.count == wanted.count && zip(found, wanted).allSatisfy { isSame($0, $1) }
        }
        guard let wanted = example.expect.addresses, wanted.count == list.entries.count else { return false }
        let compareNames = !String(decoding: example.bytes, as: UTF8.self).contains("=?")
        return zip(list.entries, wanted).allSatisfy { entry, want in
            switch entry {
            case .mailbox(let mailbox): want.group == nil && isSame(mailbox, want, compareNames: compareNames)
            case .group(let name, let members):
                want.group.map { isSame(name, $0) } == true && members.count == want.members?.count
                    && zip(members, want.members ?? []).allSatisfy { isSame($0, $1, compareNames: compareNames) }
            }
        }
    }

    // The cases come with the corpora, which not every checkout has beside it.
    @Test("Every settled list of the corpus is read right", .enabled(if: AddressCorpus.isPresent))
    func corpus() throws {
        var counts: [String: Int] = [:]
        for example in try AddressCorpus.cases("addresses/header.jsonl", as: Case.self) {
            let list = HeaderAddressList(parsing: example.bytes[...])
            let isRight = fulfils(example, list)
            counts["\(example.class) \(isRight ? "passed" : "failed")", default: 0] += 1
            if example.class != "choice" {
                #expect(isRight, "\(example.id): \(example.input ?? "") gave \(list.entries), \(list.defects)")
                #expect(example.expect.error == true || list.defects.isEmpty, "\(example.id): \(list.defects)")
            }
        }
        print(
            "header.jsonl: \(counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))"
        )
        #expect(counts["must passed", default: 0] > 0)
    }

    @Test("Names go through the decoder run by run, quoted strings do not")
    func decoding() {
        let list = HeaderAddressList(parsing: "=?x?q?a?= b \"=?x?q?c?=\" <a@x.example>") { "[\($0)]" }
        #expect(list.mailboxes == [.init(name: "[=?x?q?a?= b] =?x?q?c?=[]", address: "a@x.example")])
    }

    @Test("Chinese names and domains stay as they are")
    func chinese() {
        let list = HeaderAddressList(parsing: "管理员 <管理员@例子.广告>, 客户: 王芳 <a@x.example>;")
        #expect(
            list.entries == [
                .mailbox(.init(name: "管理员", address: "管理员@例子.广告")),
                .group(name: "客户", members: [.init(name: "王芳", address: "a@x.example")]),
            ]
        )
        #expect(list.defects.isEmpty)
    }

    @Test("Hostile lists are read in bounded time, without control characters")
    func hostile() {
        let inputs = [
            String(repeating: "(", count: 200_000), String(repeating: "<", count: 200_000),
            String(repeating: "a:", count: 100_000), String(repeating: "\"\\", count: 100_000),
            String(repeating: "=?", count: 100_000), String(repeating: "a@b,", count: 50_000),
            String(repeating: "[", count: 100_000),
        ]
        for input in inputs {
            let list = HeaderAddressList(parsing: input)
            #expect(list.mailboxes.count <= HeaderAddressList.maximumMailboxes)
            #expect(!list.defects.isEmpty)
        }
        let injected = HeaderAddressList(parsing: "A\r\nBcc: x <a@b.example>\u{0}, \"c\r\n\u{7}d\" <e@f.example>")
        for mailbox in injected.mailboxes {
            #expect(!mailbox.name.utf8.contains { $0 < 0x20 } && !mailbox.address.utf8.contains { $0 < 0x20 })
        }
    }
}
