import Testing
import TextEncodings

@testable import MailModel

@Suite("Mail addresses")
struct MailAddressTests {
    private struct Case: Decodable {
        var id: String
        var input: String
        var smtpValid: Bool
        var agreed: Bool
        var local: String?
        var domain: String?
        var asciiDomain: String?
        var smtputf8: Bool?
    }

    // The cases come with the corpora, which not every checkout has beside it.
    @Test("Every agreed address of the corpus is judged right", .enabled(if: AddressCorpus.isPresent))
    func corpus() throws {
        var counts = (passed: 0, failed: 0, skipped: 0)
        for example in try AddressCorpus.cases("addresses/envelope.jsonl", as: Case.self) {
            let found = try? MailAddress(parsing: example.input)
            guard example.agreed else {
                counts.skipped += 1
                continue
            }
            var isRight = (found != nil) == example.smtpValid
            if let found, example.smtpValid {
                isRight = isRight && same(found.localPart, example.local) && same(found.domain, example.domain)
                isRight = isRight && same(found.asciiDomain, example.asciiDomain)
                isRight = isRight && found.needsSMTPUTF8 == example.smtputf8
            }
            #expect(isRight, "\(example.id): \(example.input), \(found.map { "\($0.asciiDomain)" } ?? "refused")")
            counts.passed += isRight ? 1 : 0
            counts.failed += isRight ? 0 : 1
        }
        print("envelope.jsonl: \(counts.passed) passed, \(counts.failed) failed, \(counts.skipped) not agreed")
        #expect(counts.passed > 0)
    }

    private func same(_ found: String, _ wanted: String?) -> Bool {
        wanted.map { $0.utf8.elementsEqual(found.utf8) } ?? true
    }

    @Test(
        "A fault names its kind and its byte",
        arguments: [
            ("", MailAddress.Fault.Kind.empty, 0), ("ann", .missingAt, 3), ("@example.com", .emptyLocalPart, 0),
            ("ann@", .emptyDomain, 4), ("a..b@example.com", .doubleDot, 2), (".a@example.com", .leadingDot, 0),
            ("a.@example.com", .trailingDot, 1), ("ann@example..com", .doubleDot, 12),
            ("ann@.example.com", .leadingDot, 4), ("ann@example.com.", .trailingDot, 15),
            ("ann @example.com", .space, 3), ("ann@example.com ", .space, 15), ("ann\t@example.com", .space, 3),
            ("ann@example.com\r\nBcc: x@y.example", .control, 15), ("a\u{0}nn@example.com", .control, 1),
            ("a@b@example.com", .extraAt, 3), ("ann(x)@example.com", .comment, 3),
            ("<ann@example.com>", .angleBrackets, 0), ("Ann <ann@example.com>", .space, 3),
            ("\"ann@example.com", .openQuote, 0), ("\"ann\"x@example.com", .textAfterQuote, 5),
            ("\"a\\é\"@example.com", .escape, 2), ("\"\"@example.com", .emptyLocalPart, 1),
            ("ann@exa_mple.com", .character, 7), ("ann@-example.com", .hyphen, 4), ("ann@example-.com", .hyphen, 4),
            ("ann@[192.0.2.256]", .addressLiteral, 4), ("ann@[IPv6:1::2::3]", .addressLiteral, 4),
            ("管理员 @例子.广告", .space, 9), ("管理员@例子..广告", .doubleDot, 17),
            (String(repeating: "a", count: 65) + "@example.com", .localPartTooLong, 0),
            ("ann@" + String(repeating: "a", count: 64) + ".com", .labelTooLong, 4),
            ("ann@" + String(repeating: "abcdefghi.", count: 26) + "com", .internationalDomain(.nameTooLong), 4),
            (
                String(repeating: "a", count: 64) + "@" + String(repeating: "abcdefgh.", count: 21) + "a",
                .addressTooLong, 0
            ),
            ("a\u{85}b@example.com", .control, 1), ("ann@例\u{0}子.广告", .control, 7),
        ]
    )
    func faults(_ text: String, _ kind: MailAddress.Fault.Kind, _ offset: Int) throws {
        let fault = try #require(throws: MailAddress.Fault.self) { try MailAddress(parsing: text) }
        #expect(fault.kind == kind)
        #expect(fault.offset == offset)
        #expect(!fault.description.isEmpty)
        #expect(!fault.description.utf8.contains { $0 < 0x20 })
    }

    @Test("Bytes that are no UTF-8 are refused with their place")
    func encoding() throws {
        let bytes: [UInt8] = [0x61, 0xFC, 0x40, 0x62]
        let fault = try #require(throws: MailAddress.Fault.self) { try MailAddress(parsing: bytes.span) }
        #expect(fault == MailAddress.Fault(.encoding, at: 1, byte: 0xFC))
        #expect(fault.description.contains("0xFC at byte 2"))
    }

    @Test("The envelope has the domain in A-labels and the local part as given")
    func envelope() throws {
        let address = try MailAddress(parsing: "Ann@Straße.Example")
        #expect(address.envelopeForm == "Ann@xn--strae-oqa.example")
        #expect(address.domain == "Straße.Example")
        #expect(!address.needsSMTPUTF8)
        let chinese = try MailAddress(parsing: "管理员@例子.广告")
        #expect(chinese.envelopeForm == "管理员@xn--fsqu00a.xn--4rr70v")
        #expect(chinese.needsSMTPUTF8)
        #expect(chinese.displayDomain == "例子.广告")
        #expect(try MailAddress(parsing: "ann@[IPv6:2001:db8::1]").isAddressLiteral)
        #expect(try !MailAddress(parsing: "ann@localhost").hasDottedDomain)
    }

    @Test(
        "One mailbox has one canonical form",
        arguments: [
            ("ANN@EXAMPLE.COM", "ann@example.com"), ("\"ann\"@example.com", "ann@example.com"),
            ("\"a\\nn\"@example.com", "ann@example.com"), ("\"a b\"@Example.com", "\"a b\"@example.com"),
            ("\"a..b\"@example.com", "\"a..b\"@example.com"), ("a.nn+tag@gmail.com", "a.nn+tag@gmail.com"),
            ("ann@例子.广告", "ann@xn--fsqu00a.xn--4rr70v"), ("ann@[IPv6:2001:DB8::1]", "ann@[ipv6:2001:db8::1]"),
        ]
    )
    func canonical(_ text: String, _ wanted: String) throws {
        #expect(try MailAddress(parsing: text).canonicalForm == wanted)
    }

    @Test("Canonically equivalent spellings are different addresses")
    func bytesCompare() throws {
        let composed = try MailAddress(parsing: "\u{E9}@example.com")
        let decomposed = try MailAddress(parsing: "e\u{301}@example.com")
        #expect(composed != decomposed)
        #expect(composed.hashValue != decomposed.hashValue)
    }

    @Test("The quick scan and the whole grammar never disagree")
    func scanAgrees() throws {
        var state: UInt64 = 42
        let alphabet = Array("ab1.-@_\"[]:\\ Z\u{E9}+".utf8)
        for _ in 0..<40_000 {
            var bytes: [UInt8] = []
            for _ in 0..<9 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(alphabet[Int(state >> 33) % alphabet.count])
            }
            let parsed = try? MailAddressParser.parse(bytes.span)
            guard let quick = PlainAddressScan(bytes.span) else { continue }
            #expect(parsed?.atOffset == quick.atOffset, "\(String(decoding: bytes, as: UTF8.self))")
            #expect(parsed?.foldedDomain == nil)
        }
    }
}
