internal import TemplateLanguage

/// The partials of a template folder in one order of languages, as the template engine asks for them.
package struct TemplatePartials: PartialSource {
    /// Where they come from.
    package let folder: TemplateFolder
    /// The languages that are asked first.
    package let languages: [String]

    /// The file of a partial: `partials/NAME.mustache`, or `partials/NAME`.
    package func file(named name: String) -> TemplateFile? {
        guard PartialName.objection(to: name) == nil else { return nil }
        let path = "\(TemplateFolder.partialsName)/\(name)"
        return folder.file(named: path + TemplateFolder.ending, languages: languages)
            ?? folder.file(named: path, languages: languages)
    }

    /// The text of a partial; nil when there is none.
    package func partial(named name: String) -> [UInt8]? { file(named: name)?.bytes }

    /// The names there are, in order.
    package var names: [String] {
        let prefixes = (languages.map { $0 + "/" } + [""]).map { $0 + TemplateFolder.partialsName + "/" }
        var found: Set<String> = []
        for file in folder.files {
            guard let prefix = prefixes.first(where: { file.path.hasPrefix($0) }) else { continue }
            let name = file.path.dropFirst(prefix.count)
            found.insert(
                String(name.hasSuffix(TemplateFolder.ending) ? name.dropLast(TemplateFolder.ending.count) : name)
            )
        }
        return found.sorted()
    }
}
