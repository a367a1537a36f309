extension WorkspaceFolder {
    /// Finds the workspace: the folder that is named, or the nearest one with `martlet.yaml`, upwards from where we are.
    ///
    /// - Parameters:
    ///   - start: Where the search begins; relative to the process's folder.
    ///   - explicit: The folder after `--workspace`, or its `martlet.yaml`; nothing else is searched then.
    ///   - state: The folder after `--state`; nil for `.martlet` in the workspace.
    /// - Returns: The workspace.
    /// - Throws: ``WorkspaceFailure`` with the code `notFound`, which says where it looked.
    package static func find(
        from start: String = ".",
        explicit: String? = nil,
        state: String? = nil
    ) throws(WorkspaceFailure) -> WorkspaceFolder {
        let current = FileSystem.currentFolder
        let folder =
            if let explicit {
                try named(PathText.joined(current, explicit))
            } else {
                try nearest(from: PathText.joined(current, start))
            }
        return WorkspaceFolder(
            path: folder,
            statePath: state.map { PathText.joined(current, $0) } ?? PathText.joined(folder, stateName)
        )
    }

    private static func named(_ path: String) throws(WorkspaceFailure) -> String {
        let folder = PathText.name(path) == configurationName ? PathText.parent(path) : path
        guard let resolved = FileSystem.realPath(folder) else {
            throw WorkspaceFailure(
                .notFound,
                path: folder,
                problem: "there is no such folder",
                remedy: "name the folder that holds \(configurationName)"
            )
        }
        guard holdsConfiguration(resolved) else {
            throw WorkspaceFailure(
                .notFound,
                path: resolved,
                problem: "there is no \(configurationName) in this folder",
                remedy: "name the folder that holds it, or make a new workspace with `martlet init \(path)`"
            )
        }
        return resolved
    }

    private static func nearest(from start: String) throws(WorkspaceFailure) -> String {
        let first = FileSystem.realPath(start) ?? start
        var folder = first
        var searched: [String] = []
        while true {
            if holdsConfiguration(folder) { return folder }
            searched.append(folder)
            guard folder != "/" else { break }
            folder = PathText.parent(folder)
        }
        throw WorkspaceFailure(
            .notFound,
            path: first,
            problem: "there is no \(configurationName) here or above (looked in \(searched.joined(separator: ", ")))",
            remedy: "go to your workspace, name it with `--workspace DIR`, or make a new one with `martlet init`"
        )
    }

    /// Whether there is something of the name; what it is, reading it will say.
    private static func holdsConfiguration(_ folder: String) -> Bool {
        (try? FileSystem.info(PathText.joined(folder, configurationName), followingLinks: false)) != nil
    }

    /// The path of something that a configuration file names, relative to the workspace.
    package func absolute(_ path: String) -> String { PathText.joined(self.path, path) }

    /// A path as people see it: from the workspace when it lies there, absolute otherwise.
    package func shown(_ path: String) -> String { PathText.shown(path, from: self.path) }
}
