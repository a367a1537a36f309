extension AttachmentDefinition {
    /// The files of a list.
    static func all(
        _ setting: Setting,
        _ group: SettingGroup,
        _ reader: GroupReader,
        _ workspace: WorkspaceFolder
    ) -> [AttachmentDefinition] {
        var files: [AttachmentDefinition] = []
        for (index, node) in reader.elements(setting).enumerated() {
            let path = "\(reader.path(setting))[\(index)]"
            guard let entry = GroupReader(node, group, path: path, faults: reader.faults),
                let file = read(entry, workspace: workspace)
            else { continue }
            if let name = file.contentID, files.contains(where: { $0.contentID == name }) {
                entry.reportBad(JobTable.cid, "`\(name.shortened)` is there twice")
            } else {
                files.append(file)
            }
        }
        return files
    }

    private static func read(_ reader: GroupReader, workspace: WorkspaceFolder) -> AttachmentDefinition? {
        let name = reader.text(JobTable.name)
        let type = reader.text(JobTable.type)
        if let type, !isMediaType(type) {
            reader.reportBad(JobTable.type, "`\(type.shortened)` is no media type")
            return nil
        }
        guard let file = reader.text(JobTable.file) else { return nil }
        if !file.contains("{{"), !PathText.isInside(workspace.absolute(file), folder: workspace.path) {
            reader.report(
                .pathOutside,
                JobTable.file,
                "`\(file.shortened)` lies outside of the workspace",
                "copy the file into \(workspace.path), and name it from there"
            )
            return nil
        }
        var attachment = AttachmentDefinition(
            file: file,
            name: name,
            mediaType: type,
            place: reader.place(of: JobTable.file)
        )
        guard !attachment.isPerRecipient || attachment.fixedFolder != nil else {
            reader.report(
                .badValue,
                JobTable.file,
                "`\(file.shortened)` begins with a variable, so that a row could name any file of the workspace",
                "begin with a folder, as in `file: \(JobTable.file.example)`"
            )
            return nil
        }
        if let contentID = reader.text(JobTable.cid) {
            guard isContentID(contentID) else {
                reader.reportBad(JobTable.cid, "`\(contentID.shortened)` is no name: letters, digits, `-`, `_` and `.`")
                return nil
            }
            attachment.contentID = contentID
        }
        return attachment
    }

    /// What can stand in a URL and in front of an `@` as it is.
    private static func isContentID(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return text.utf8.count <= 64
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.allSatisfy { byte in
                        switch byte {
                        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                            true
                        default: false
                        }
                    }
            }
    }

    /// `token "/" token` (RFC 2045 §5.1), without parameters.
    private static func isMediaType(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { (0x21...0x7E).contains($0) && !"()<>@,;:\\\"[]?=".utf8.contains($0) }
            }
    }
}
