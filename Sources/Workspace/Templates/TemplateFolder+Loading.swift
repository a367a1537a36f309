internal import MailModel

extension WorkspaceFolder {
    /// The folder of template folders.
    package static let templatesName = "templates"

    /// The names of all templates, in order; empty when there is no such folder.
    package var templateNames: [String] {
        let names = (try? FileSystem.names(in: absolute(Self.templatesName), limit: 10_000)) ?? nil
        return (names ?? []).filter { name in
            NameText.isValid(name) && (try? FileSystem.info(absolute("\(Self.templatesName)/\(name)")))?.kind == .folder
        }
    }

    /// Reads a template folder whole.
    ///
    /// - Throws: ``ConfigFaults`` with everything that is wrong in it, or that there is none of the name.
    package func template(named name: String) throws(ConfigFaults) -> TemplateFolder {
        let shown = "\(Self.templatesName)/\(name)"
        guard NameText.isValid(name), let root = FileSystem.realPath(absolute(shown)),
            (try? FileSystem.info(root))?.kind == .folder
        else { throw ConfigFaults(unknownTemplate(name)) }
        let loader = TemplateLoader(root: root, shown: shown)
        loader.read("", depth: 0)
        let folder = TemplateFolder(name: name, shown: shown, files: loader.files)
        if loader.faults.isEmpty { loader.checkParts(folder) }
        if let faults = ConfigFaults(loader.faults) { throw faults }
        return folder
    }

    private func unknownTemplate(_ name: String) -> ConfigFault {
        let names = templateNames
        let remedy =
            if let close = Suggestion.closest(to: name, in: names) {
                "did you mean `\(close)`?"
            } else if names.isEmpty {
                "there are no templates yet: make \(Self.templatesName)/NAME/subject.mustache and text.mustache"
            } else {
                "the templates are \(names.prefix(20).map { "`\($0)`" }.joined(separator: ", "))"
            }
        return ConfigFault(
            .unknownName,
            file: Self.templatesName,
            setting: "template",
            problem: "there is no template `\(name.shortened)`",
            remedy: remedy
        )
    }
}

/// Reads the files of one template folder, within ceilings.
///
/// Links may point to other places of the folder, not out of it: a template could print other files of the machine.
private final class TemplateLoader {
    private let root: String
    private let shown: String
    private(set) var files: [TemplateFile] = []
    private(set) var faults: [ConfigFault] = []
    private var total = 0

    /// Largest file; 8 MiB.
    private static let maximumFileBytes = 8 << 20
    /// All files together; 64 MiB.
    private static let maximumBytes = 64 << 20
    /// Most files.
    private static let maximumFiles = 2_000
    /// Folders within folders at most.
    private static let maximumDepth = 8

    init(root: String, shown: String) {
        self.root = root
        self.shown = shown
    }

    func read(_ folder: String, depth: Int) {
        guard depth <= Self.maximumDepth else {
            report(.tooLarge, folder, "folders are nested deeper than \(Self.maximumDepth)", "move the files up")
            return
        }
        let names: [String]?
        do throws(FileSystem.Failure) {
            names = try FileSystem.names(in: path(folder), limit: Self.maximumFiles)
        } catch {
            report(.unreadableFile, folder, "the folder cannot be read: \(error.words)", "let this user read it")
            return
        }
        guard let names else {
            report(.tooLarge, folder, "there are more than \(Self.maximumFiles) files", "take away what is not used")
            return
        }
        // Editors and systems leave hidden files everywhere; they are no part of a template.
        for name in names where !name.hasPrefix(".") && !name.hasSuffix("~") {
            take(folder.isEmpty ? name : "\(folder)/\(name)", depth: depth)
        }
    }

    private func take(_ entry: String, depth: Int) {
        guard let real = FileSystem.realPath(path(entry)) else {
            report(.missingFile, entry, "the link points to nothing", "take it away, or copy the file")
            return
        }
        guard PathText.isInside(real, folder: root) else {
            report(
                .pathOutside,
                entry,
                "the link leads out of the template's folder, to \(real)",
                "copy the file instead"
            )
            return
        }
        switch (try? FileSystem.info(real))?.kind {
        case .folder: read(entry, depth: depth + 1)
        case .file: readFile(entry, at: real)
        case .link, .other, nil: report(.unreadableFile, entry, "this is no file", "take it away")
        }
    }

    private func readFile(_ entry: String, at real: String) {
        guard files.count < Self.maximumFiles else {
            guard !faults.contains(where: { $0.kind == .tooLarge }) else { return }
            report(.tooLarge, "", "there are more than \(Self.maximumFiles) files", "take away what is not used")
            return
        }
        do throws(FileSystem.ReadFailure) {
            let limit = min(Self.maximumFileBytes, Self.maximumBytes - total)
            let bytes = try FileSystem.read(real, limit: limit).bytes
            total += bytes.count
            files.append(TemplateFile(path: entry, shown: "\(shown)/\(entry)", bytes: bytes))
        } catch {
            switch error {
            case .system(let failure):
                report(.unreadableFile, entry, "the file cannot be read: \(failure.words)", "let this user read it")
            case .notAFile: report(.unreadableFile, entry, "this is no file", "take it away")
            case .tooLarge:
                report(
                    .tooLarge,
                    entry,
                    "a file may have \(Self.maximumFileBytes) bytes and a template \(Self.maximumBytes); this is more",
                    "make it smaller: nobody wants mail of that size"
                )
            }
        }
    }

    /// A template has a subject and a body; names that are nearly right are the usual reason that it has not.
    func checkParts(_ folder: TemplateFolder) {
        let groups = [[TemplatePart.subject], [.text, .html]]
        for parts in groups where !parts.contains(where: { folder.file($0) != nil }) {
            let wanted = parts.map(\.fileName).joined(separator: " or ")
            let present = folder.files.map(\.path).filter { !$0.contains("/") }
            let close = parts.compactMap { Suggestion.closest(to: $0.fileName, in: present) }.first
            report(
                .missingFile,
                "",
                "there is no \(wanted)",
                close.map { "rename `\($0)`, if that is it" }
                    ?? "write it: languages may override it, and need it as well"
            )
        }
    }

    private func path(_ entry: String) -> String { entry.isEmpty ? root : "\(root)/\(entry)" }

    private func report(_ kind: ConfigFault.Kind, _ entry: String, _ problem: String, _ remedy: String) {
        let file = entry.isEmpty ? shown : "\(shown)/\(entry)"
        faults.append(ConfigFault(kind, file: file, problem: problem, remedy: remedy))
    }
}
