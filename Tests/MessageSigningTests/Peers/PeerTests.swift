import Foundation
import Testing

@testable import MessageSigning

/// Hundreds of random messages, signed here and verified by programs that others wrote.
@Suite("Signatures that other programs verify")
struct PeerTests {
    private static let count = 400
    private static let domain = "example.com"

    /// One message: signed by RSA, by Ed25519 or by both, in one of the four pairs of forms.
    private struct Signed {
        var bytes: [UInt8]
        var signatures: Int
    }

    private static func messages(_ identities: [DKIMIdentity], hasPlainStarts: Bool = false) throws -> [Signed] {
        let choices = [[identities[0]], [identities[1]], identities]
        var mail = RandomMail(seed: 2_026, hasPlainStarts: hasPlainStarts)
        var signers: [DKIMSigner] = []
        for header in Canonicalization.allCases {
            for body in Canonicalization.allCases {
                for choice in choices {
                    var policy = DKIMSigner.Policy()
                    policy.canonicalization = .init(header: header, body: body)
                    signers.append(DKIMSigner(choice, policy: policy))
                }
            }
        }
        let now = Int(Date().timeIntervalSince1970)
        return try (0..<count).map { index in
            let message = mail.next(domain: domain)
            let place = index % signers.count
            let signed = try Samples.signed(message, by: &signers[place], at: now)
            return Signed(bytes: signed, signatures: signers[place].identities.count)
        }
    }

    @Test("Our own verifier takes all of them")
    func ourselves() throws {
        let identities = try Samples.identities(Self.domain)
        let answers = Samples.answers(identities)
        for message in try Self.messages(identities) {
            #expect(Samples.results(message.bytes, answers) == Array(repeating: .pass, count: message.signatures))
        }
    }

    @Test("dkimpy takes all of them")
    func dkimpy() throws {
        guard try PeerProgram.run(["python3", "-c", "import dkim, nacl.signing"])?.status == 0 else {
            print("skipped: dkimpy is not installed (pip install dkimpy pynacl)")
            return
        }
        let identities = try Samples.identities(Self.domain)
        let messages = try Self.messages(identities)
        var lines = [
            try Self.json(Dictionary(uniqueKeysWithValues: identities.map { ($0.recordName, $0.key.record.text) }))
        ]
        for message in messages {
            lines.append(try Self.json(["n": "\(message.signatures)", "m": Data(message.bytes).base64EncodedString()]))
        }
        let result = try #require(
            try PeerProgram.run(["python3", "-c", Self.script], input: Data(lines.joined(separator: "\n").utf8))
        )
        let verdicts = result.output.split(separator: "\n")
        #expect(verdicts.count == messages.count, "\(result.output.suffix(400))")
        for (index, verdict) in verdicts.enumerated() {
            #expect(verdict == "pass", "message \(index): \(verdict)")
        }
        print("dkimpy: \(verdicts.count { $0 == "pass" }) of \(messages.count) messages verified")
    }

    private static func json(_ values: [String: String]) throws -> String {
        String(decoding: try JSONEncoder().encode(values), as: UTF8.self)
    }

    private static let script = """
        import sys, json, base64, dkim
        records = json.loads(sys.stdin.readline())
        def txt(name, timeout=5):
            return records[name.decode().rstrip('.')].encode()
        for line in sys.stdin:
            item = json.loads(line)
            message = dkim.DKIM(base64.b64decode(item['m']))
            try:
                ok = all([message.verify(idx=i, dnsfunc=txt) for i in range(int(item['n']))])
                print('pass' if ok else 'fail')
            except Exception as error:
                print('error', type(error).__name__, error)
        """

    @Test("OpenDKIM takes all of them")
    func openDKIM() throws {
        guard let version = try PeerProgram.run(["opendkim", "-V"]), version.status == 0 else {
            print("skipped: OpenDKIM is not installed (apt-get install opendkim)")
            return
        }
        let identities = try Samples.identities(Self.domain)
        // Its test mode reads as from a mail server, which makes one space of whatever follows a colon.
        let messages = try Self.messages(identities, hasPlainStarts: true)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("opendkim-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let keys = identities.map { "\($0.recordName) \($0.key.record.text)\n" }.joined()
        try Data(keys.utf8).write(to: folder.appendingPathComponent("keys"))
        let settings = "Mode v\nTestPublicKeys \(folder.path)/keys\nSyslog no\n"
        try Data(settings.utf8).write(to: folder.appendingPathComponent("conf"))
        var files: [String] = []
        for (index, message) in messages.enumerated() {
            let file = folder.appendingPathComponent("\(index).eml")
            try Data(message.bytes).write(to: file)
            files.append(file.path)
        }
        let result = try #require(
            try PeerProgram.run(["opendkim", "-x", folder.path + "/conf", "-t", files.joined(separator: ",")])
        )
        let verdicts = result.output.split(separator: "\n")
        #expect(verdicts.count == messages.count)
        for verdict in verdicts { #expect(verdict.hasSuffix("succeeded"), "\(verdict)") }
        #expect(result.status == 0)
        print("OpenDKIM: \(verdicts.count { $0.hasSuffix("succeeded") }) of \(messages.count) messages verified")
    }
}
