/// Why a path does not name a file that may be attached.
package struct AttachmentFault: Error, Sendable, Hashable {
    /// What is wrong with it.
    package enum Kind: Sendable, Hashable {
        /// Nothing is there.
        case missing
        /// It leads out of the workspace.
        case outside
        /// A folder, a device, or not readable.
        case unreadable
        /// Larger than a message may be.
        case tooLarge
    }

    package var kind: Kind
    /// The path as it was given.
    package var path: String
    /// What is wrong, and what to do.
    package var message: String

    package init(kind: Kind, path: String, message: String) {
        self.kind = kind
        self.path = path
        self.message = message
    }
}

extension WorkspaceFolder {
    /// Largest attachment; 64 MiB.
    package static let maximumAttachmentBytes = 64 << 20

    /// Where an attachment lies, all links resolved.
    ///
    /// - Parameters:
    ///   - file: The path as the job has it, its variables filled in. It may come from data, so it must stay inside the
    ///     workspace whatever it holds, and not lead into the state folder.
    ///   - folder: Where the job wants it, if a row decides about the rest: it must not lead out of there either, and no
    ///     part of it may be `..`.
    /// - Returns: An absolute path.
    /// - Throws: ``AttachmentFault``.
    package func attachmentPath(_ file: String, within folder: String? = nil) throws(AttachmentFault) -> String {
        guard !file.isEmpty, file.utf8.count <= 4_096, !file.utf8.contains(0) else {
            throw AttachmentFault(kind: .missing, path: file, message: "`\(file.shortened)` is no path")
        }
        let lexical = absolute(file)
        guard PathText.isInside(lexical, folder: path), lexical != path else { throw outside(file) }
        guard let real = FileSystem.realPath(lexical) else {
            throw AttachmentFault(
                kind: .missing,
                path: file,
                message: "there is no file `\(file.shortened)` in \(path)"
            )
        }
        let state = FileSystem.realPath(statePath) ?? statePath
        // What was sealed with a run is a workspace within the state folder.
        let isSealed = PathText.isInside(path, folder: state)
        guard PathText.isInside(real, folder: path), isSealed || !PathText.isInside(real, folder: state) else {
            throw outside(file)
        }
        if let folder {
            let hasParent = file.split(separator: "/").contains("..")
            guard !hasParent, let root = FileSystem.realPath(absolute(folder)), PathText.isInside(real, folder: root)
            else { throw outside(file, folder: folder) }
        }
        return real
    }

    /// Reads an attachment.
    ///
    /// - Throws: ``AttachmentFault``.
    package func attachment(_ file: String, within folder: String? = nil) throws(AttachmentFault) -> [UInt8] {
        let real = try attachmentPath(file, within: folder)
        do throws(FileSystem.ReadFailure) {
            return try FileSystem.read(real, limit: Self.maximumAttachmentBytes).bytes
        } catch {
            switch error {
            case .system(let failure):
                throw AttachmentFault(
                    kind: .unreadable,
                    path: file,
                    message: "`\(file.shortened)` cannot be read: \(failure.words)"
                )
            case .notAFile:
                throw AttachmentFault(kind: .unreadable, path: file, message: "`\(file.shortened)` is no file")
            case .tooLarge:
                throw AttachmentFault(
                    kind: .tooLarge,
                    path: file,
                    message:
                        "`\(file.shortened)` has more than \(Self.maximumAttachmentBytes) bytes; no server takes that"
                )
            }
        }
    }

    private func outside(_ file: String, folder: String? = nil) -> AttachmentFault {
        let words =
            folder.map { "`\(file.shortened)` leads out of the folder \($0); no row may" }
            ?? "`\(file.shortened)` lies outside of the workspace; attachments must be inside \(path)"
        return AttachmentFault(kind: .outside, path: file, message: words)
    }
}
