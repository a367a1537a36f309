/// A template as it lies in its folder: `subject`, `text`, `html`, `amp` and `invite.ics`, partials, assets, and
/// languages that override file by file.
///
/// All of it is read at once, so that what is compiled, what is sealed and what is sent are the same bytes. Languages are
/// found by BCP 47 names, in any case, with `-` or `_`: `zh-Hant-HK`, then `zh-Hant`, then `zh`, then no language.
package struct TemplateFolder: Sendable, Hashable {
    /// The template's name.
    package let name: String
    /// The folder as people name it: `templates/activation`.
    package let shown: String
    /// All files, ordered by the bytes of their paths.
    package let files: [TemplateFile]
    /// The names of the language folders, as they are spelled on the disk, in order.
    package let languages: [String]
    private let places: [String: Int]

    /// The folder of partials, in the template's folder and in those of languages.
    static let partialsName = "partials"
    /// The folder of inline images and the like.
    static let assetsName = "assets"
    /// What template files end in.
    static let ending = ".mustache"

    /// A template made of files that were read before, such as those of a sealed run.
    package init(name: String, shown: String, files: [TemplateFile]) {
        self.name = name
        self.shown = shown
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        places = Dictionary(
            self.files.enumerated().map { ($0.element.path, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        var languages: [String] = []
        for file in self.files {
            let parts = file.path.split(separator: "/")
            guard parts.count > 1, let folder = parts.first.map(String.init), LanguageTag.isWellFormed(folder),
                languages.last != folder
            else { continue }
            languages.append(folder)
        }
        self.languages = languages
    }

    /// The file at a path within the folder, or nil.
    package func file(at path: String) -> TemplateFile? { places[path].map { files[$0] } }

    /// The language folders in which files for a recipient are looked for, nearest first; empty for an unknown language.
    ///
    /// Two recipients with the same answer get the same files, so it serves as the key for what was compiled.
    ///
    /// - Parameter locale: as the list has it; anything at all, since it comes from outside.
    /// - Returns: Names of ``languages``.
    package func languages(for locale: String?) -> [String] {
        guard let locale, !languages.isEmpty else { return [] }
        return LanguageTag.lookupOrder(of: locale).compactMap { tag in
            languages.first { LanguageTag.folded($0) == tag }
        }
    }

    /// A part in the nearest of the given languages, which come from ``languages(for:)``; nil when the template has none.
    package func file(_ part: TemplatePart, languages: [String] = []) -> TemplateFile? {
        file(named: part.fileName, languages: languages)
    }

    /// An asset, by the name that templates refer to it with.
    package func asset(named name: String, languages: [String] = []) -> TemplateFile? {
        file(named: "\(Self.assetsName)/\(name)", languages: languages)
    }

    /// The names of all assets, without their folder and whatever their language, in order.
    package var assetNames: [String] {
        let folder = "\(Self.assetsName)/"
        let names = files.compactMap { file -> String? in
            if file.path.hasPrefix(folder) { return String(file.path.dropFirst(folder.utf8.count)) }
            guard let language = languages.first(where: { file.path.hasPrefix("\($0)/\(folder)") }) else { return nil }
            return String(file.path.dropFirst(language.utf8.count + 1 + folder.utf8.count))
        }
        return Set(names).sorted()
    }

    /// The partials that templates in the given languages see.
    package func partials(languages: [String] = []) -> TemplatePartials {
        TemplatePartials(folder: self, languages: languages)
    }

    /// A file of the nearest language that has it, else the one without language.
    func file(named path: String, languages: [String]) -> TemplateFile? {
        for language in languages {
            if let found = file(at: "\(language)/\(path)") { return found }
        }
        return file(at: path)
    }
}
