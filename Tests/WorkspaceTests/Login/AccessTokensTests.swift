import MailModel
import Testing

@testable import Workspace

@Suite("Access tokens")
struct AccessTokensTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Tokens from a command that counts its calls.
    private func tokens(_ command: String) throws -> AccessTokens {
        try folder.write("calls", "")
        let reference = SecretReference(
            source: .command("echo x >>calls; \(command)"),
            file: "martlet.yaml",
            place: SourcePlace(line: 3, column: 5),
            setting: "transports.a.auth.token"
        )
        return AccessTokens(reference, SecretReader(workspace: folder.workspace))
    }

    private var calls: Int { get throws { try folder.text("calls").count { $0 == "x" } } }

    private static let counting = #"printf 'token-%s\n' "$(wc -l <calls)""#

    @Test("Many connections share one fetch")
    func shared() async throws {
        let tokens = try tokens("sleep 0.05; \(Self.counting)")
        let found = try await withThrowingTaskGroup(of: Secret.self) { group in
            for _ in 0..<6 { group.addTask { try tokens.current() } }
            return try await group.reduce(into: Set()) { $0.insert($1.exposed) }
        }
        #expect(found == ["token-1"])
        #expect(try calls == 1)
    }

    @Test("A refused token is fetched anew once; what no server has ever taken is not asked for a third time")
    func refused() throws {
        let tokens = try tokens(Self.counting)
        let first = try tokens.current()
        #expect(tokens.refused(first, saying: "535 no"))
        // A second connection with the same old token comes too late to have another one fetched.
        #expect(tokens.refused(first, saying: "535 no"))
        let second = try tokens.current()
        #expect(second.exposed == "token-2")
        #expect(tokens.refused(first, saying: "535 no"))
        #expect(!tokens.refused(second, saying: "535 no"))
        #expect(try calls == 2)
    }

    @Test("A token that was good for a while may expire again and again")
    func expiring() throws {
        let tokens = try tokens(Self.counting)
        for number in 1...4 {
            let token = try tokens.current()
            #expect(token.exposed == "token-\(number)")
            tokens.accepted(token)
            #expect(tokens.refused(token, saying: "535 no"))
        }
    }

    @Test("The same token again is not tried again")
    func same() throws {
        let tokens = try tokens("echo geheim")
        let token = try tokens.current()
        #expect(tokens.refused(token, saying: "535 no"))
        #expect {
            try tokens.current()
        } throws: { error in
            error as? TokenFailure
                == TokenFailure(
                    message: "535 no; transports.a.auth.token gives the same access token again",
                    isRefusal: true
                )
        }
    }

    @Test("A command that fails is told with its place")
    func failing() throws {
        let tokens = try tokens("echo 'no refresh token' >&2; exit 3")
        #expect {
            try tokens.current()
        } throws: { error in
            let message = (error as? TokenFailure)?.message ?? ""
            return message.contains("martlet.yaml:3:5: transports.a.auth.token") && message.contains("no refresh token")
        }
    }
}
