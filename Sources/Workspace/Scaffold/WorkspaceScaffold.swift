/// The files of a new workspace: a campaign in English and Chinese that runs against the sandbox as it is.
package struct WorkspaceScaffold: Sendable {
    /// One file.
    package struct File: Sendable, Hashable {
        /// Where it goes, relative to the workspace.
        package var path: String
        /// What is in it.
        package var text: String
    }

    /// All files, in the order in which they are written; `martlet.yaml` is the last, since it makes the workspace.
    package static var files: [File] {
        [
            File(path: "data/people.csv", text: people),
            File(path: "templates/welcome/subject.mustache", text: subject),
            File(path: "templates/welcome/text.mustache", text: text),
            File(path: "templates/welcome/html.mustache", text: html),
            File(path: "templates/welcome/zh-CN/subject.mustache", text: chineseSubject),
            File(path: "templates/welcome/zh-CN/text.mustache", text: chineseText),
            File(path: "templates/welcome/zh-CN/html.mustache", text: chineseHTML),
            File(path: "jobs/welcome.yaml", text: job),
            File(path: WorkspaceFolder.configurationName, text: configuration),
        ]
    }

    /// Makes a workspace in a folder, which is made when it is not there.
    ///
    /// Nothing that exists is written over: when one of the files is there, none is written.
    ///
    /// - Parameter folder: Where; relative to the process's folder.
    /// - Returns: The workspace.
    /// - Throws: ``WorkspaceFailure`` with the code `exists` or `cannotWrite`.
    package static func write(to folder: String) throws(WorkspaceFailure) -> WorkspaceFolder {
        let root = PathText.joined(FileSystem.currentFolder, folder)
        for file in files {
            let path = PathText.joined(root, file.path)
            guard (try? FileSystem.info(path, followingLinks: false)) == nil else {
                throw WorkspaceFailure(
                    .exists,
                    path: path,
                    problem: "there is such a file already, and nothing was written",
                    remedy: "name an empty folder: `martlet init DIR`"
                )
            }
        }
        for file in files {
            let path = PathText.joined(root, file.path)
            do throws(FileSystem.Failure) {
                try makeFolders(PathText.parent(path))
                try FileSystem.create(path, bytes: Array(file.text.utf8), permissions: 0o644)
            } catch {
                throw .cannotWrite(path, doing: "writing the file", error)
            }
        }
        return try WorkspaceFolder.find(explicit: root)
    }

    private static func makeFolders(_ path: String) throws(FileSystem.Failure) {
        guard path != "/", (try? FileSystem.info(path)) == nil else { return }
        try makeFolders(PathText.parent(path))
        try FileSystem.makeFolder(path, permissions: 0o755)
    }
}
