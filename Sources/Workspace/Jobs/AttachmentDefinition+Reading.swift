extension AttachmentDefinition {
    static func read(_ reader: GroupReader, workspace: WorkspaceFolder) -> AttachmentDefinition? {
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
        return AttachmentDefinition(file: file, name: name, mediaType: type, place: reader.place(of: JobTable.file))
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
