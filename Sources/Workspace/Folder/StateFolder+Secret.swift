extension StateFolder {
    /// How many bytes the workspace's secret has.
    package static let secretLength = 32

    /// The secret that tokens, Message-IDs and boundaries are made with; made at the first call, never changed.
    ///
    /// It lies in the file `secret`, 32 random bytes that only the owner may read (0600).
    ///
    /// - Throws: ``WorkspaceFailure`` with the code `unsafe` when others may read the file or its size is wrong, with
    ///   `cannotWrite` when it cannot be made.
    package func secret() throws(WorkspaceFailure) -> WorkspaceSecret {
        let file = path("secret")
        if let known = try readSecret(file) { return known }
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<Self.secretLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        // Written under another name first: a killed process leaves no half a secret, and of two processes that start
        // together one wins and the other reads what that one made.
        let draft = path("secret.\(FileSystem.process).\(UInt32.random(in: .min ... .max, using: &generator)).new")
        do throws(FileSystem.Failure) {
            try? FileSystem.remove(draft)
            try FileSystem.create(draft, bytes: bytes, permissions: 0o600)
            defer { try? FileSystem.remove(draft) }
            do throws(FileSystem.Failure) {
                try FileSystem.link(draft, to: file)
            } catch  where error.isExisting {}
            try FileSystem.syncFolder(path)
        } catch {
            throw .cannotWrite(file, doing: "making the secret", error)
        }
        if let made = try readSecret(file) { return made }
        throw WorkspaceFailure(
            .cannotWrite,
            path: file,
            problem: "the secret was made and is gone again",
            remedy: "find out what deletes files in \(path), then run again"
        )
    }

    /// Reads the secret; nil when there is none.
    private func readSecret(_ file: String) throws(WorkspaceFailure) -> WorkspaceSecret? {
        let content: (bytes: [UInt8], info: FileSystem.Info)
        do throws(FileSystem.ReadFailure) {
            content = try FileSystem.read(file, limit: Self.secretLength)
        } catch {
            switch error {
            case .system(let failure) where failure.isMissing: return nil
            case .system(let failure):
                throw WorkspaceFailure(
                    .unreadable,
                    path: file,
                    problem: "the secret cannot be read: \(failure.words)",
                    remedy: "run as the user who owns the state folder"
                )
            case .notAFile, .tooLarge: throw Self.wrongSecret(file, "is no file of \(Self.secretLength) bytes")
            }
        }
        guard !content.info.isOpenToOthers else {
            throw WorkspaceFailure(
                .unsafe,
                path: file,
                problem: "other users may read the secret, and could forge bounces with it",
                remedy:
                    "run `chmod 600 \(file)`; if somebody may have read it, finish open runs and start a new state folder"
            )
        }
        guard content.bytes.count == Self.secretLength else {
            throw Self.wrongSecret(file, "has \(content.bytes.count) bytes, not \(Self.secretLength)")
        }
        return WorkspaceSecret(bytes: content.bytes)
    }

    private static func wrongSecret(_ file: String, _ problem: String) -> WorkspaceFailure {
        WorkspaceFailure(
            .unsafe,
            path: file,
            problem: "the secret \(problem), so it is not the one that runs were made with",
            remedy: "bring it back from a backup; without open runs, move it away and a new one is made"
        )
    }
}

/// The 32 random bytes of a workspace: whatever prints them prints `***`.
package struct WorkspaceSecret: Sendable, Hashable {
    /// The bytes, for the functions that derive tokens from them.
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

extension WorkspaceSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "***" }
    package var debugDescription: String { "***" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
