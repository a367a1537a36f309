/// The folder that holds the ledger, the secret and collected mail: nobody but its owner may write there.
package struct StateFolder: Sendable, Hashable {
    /// The folder, absolute, links resolved.
    package let path: String

    /// The path of something in the folder.
    package func path(_ name: String) -> String { PathText.joined(path, name) }

    /// Opens the state folder; makes it, open to its owner only (0700), when there is none.
    ///
    /// - Throws: ``WorkspaceFailure`` with the code `cannotWrite` when it cannot be made or written, `unsafe` when somebody
    ///   else could change what is in it.
    package static func open(_ path: String) throws(WorkspaceFailure) -> StateFolder {
        do {
            try makeFolders(path)
        } catch {
            throw .cannotWrite(path, doing: "making the state folder", error)
        }
        let info: FileSystem.Info
        do {
            info = try FileSystem.info(path)
        } catch {
            throw .cannotWrite(path, doing: "opening the state folder", error)
        }
        guard info.kind == .folder else {
            throw WorkspaceFailure(
                .cannotWrite,
                path: path,
                problem: "this is no folder, so no state can be kept there",
                remedy: "move it away, or name another folder with `--state DIR`"
            )
        }
        guard info.permissions & 0o022 == 0, info.owner == FileSystem.user || info.owner == 0 || FileSystem.user == 0
        else {
            throw WorkspaceFailure(
                .unsafe,
                path: path,
                problem: "other users may write into the state folder, so what it says cannot be relied on",
                remedy: "run `chmod 700 \(path)` as its owner"
            )
        }
        do {
            try FileSystem.canWrite(path)
        } catch {
            throw .cannotWrite(path, doing: "writing into the state folder", error)
        }
        return StateFolder(path: FileSystem.realPath(path) ?? path)
    }

    /// The state folder if there is one already; nothing is made.
    package static func existing(_ path: String) -> StateFolder? {
        guard let info = try? FileSystem.info(path), info.kind == .folder else { return nil }
        return StateFolder(path: FileSystem.realPath(path) ?? path)
    }

    /// Makes a folder and those above it that are missing; all of them private.
    private static func makeFolders(_ path: String) throws(FileSystem.Failure) {
        guard path != "/", (try? FileSystem.info(path)) == nil else { return }
        try makeFolders(PathText.parent(path))
        try FileSystem.makeFolder(path, permissions: 0o700)
    }
}

extension WorkspaceFolder {
    /// Opens the state folder, and makes it when there is none.
    ///
    /// - Throws: ``WorkspaceFailure``; see ``StateFolder/open(_:)``.
    package func openState() throws(WorkspaceFailure) -> StateFolder { try StateFolder.open(statePath) }

    /// The state folder if there is one already; nothing is made.
    package var existingState: StateFolder? { StateFolder.existing(statePath) }
}

extension WorkspaceFailure {
    /// Something could not be written; says what to do by what the system answered.
    static func cannotWrite(_ path: String, doing step: String, _ failure: FileSystem.Failure) -> WorkspaceFailure {
        let remedy =
            if failure.isFull {
                "make room on that disk, then run again: nothing is lost"
            } else if failure.isReadOnly {
                "the disk is mounted read-only; name a folder on another one with `--state DIR`"
            } else {
                "let this user write there, or name another folder with `--state DIR`"
            }
        return WorkspaceFailure(.cannotWrite, path: path, problem: "\(step): \(failure.words)", remedy: remedy)
    }
}
