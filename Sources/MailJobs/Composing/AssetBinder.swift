internal import Crypto
internal import HTMLMail
internal import MailModel
internal import TemplateLanguage
internal import Workspace

/// Ties the pictures that the HTML of one language names to parts of the message: files of `assets/`, and the pictures of
/// rows that the job lists under `inline:`.
///
/// A content id is made of a file's bytes, so that it is the same in every message and in every run, and two names of
/// one picture are one part. What nothing refers to is not sent.
struct AssetBinder {
    /// The files that are referred to, each once.
    private(set) var images: [MessageRecipe.Image] = []
    /// The pictures of rows that are referred to.
    private(set) var pictures: Set<String> = []
    /// What is wrong, as lines for a person.
    private(set) var faults: [String] = []
    private let template: TemplateFolder
    private let languages: [String]
    private let domain: String
    private let known: Set<String>

    /// - Parameters:
    ///   - template: the folder.
    ///   - languages: in whose folders files are looked for, nearest first.
    ///   - domain: what follows the `@` of content ids.
    ///   - pictures: the names of the pictures of rows.
    init(_ template: TemplateFolder, languages: [String], domain: String, pictures: Set<String>) {
        self.template = template
        self.languages = languages
        self.domain = domain
        known = pictures
    }

    /// The source of a template or partial with its references written as content ids.
    mutating func bind(_ source: [UInt8], shown: String) -> [UInt8] {
        var replacements: [(range: Range<Int>, bytes: [UInt8])] = []
        for reference in ImageReference.all(in: source) {
            switch contentID(of: reference.target) {
            case .success(let id): replacements.append((reference.range, Array("cid:\(id)".utf8)))
            case .failure(let fault):
                let line = "\(shown):\(reference.place.line):\(reference.place.column): \(fault.words)"
                if !faults.contains(line) { faults.append(line) }
            }
        }
        return replacements.isEmpty ? source : ImageReference.replaced(source, replacements)
    }

    /// The partials that an HTML template takes in, their references written as content ids.
    mutating func bind(partialsOf source: [UInt8], _ partials: TemplatePartials) -> BoundPartials {
        var bound: [String: [UInt8]] = [:]
        var open = PartialTags.names(in: source, of: partials)
        while let name = open.popLast() {
            guard bound[name] == nil, let file = partials.file(named: name) else { continue }
            bound[name] = bind(file.bytes, shown: file.shown)
            open += PartialTags.names(in: file.bytes, of: partials)
        }
        return BoundPartials(base: partials, bound: bound)
    }

    private struct Fault: Error {
        var words: String
    }

    private mutating func contentID(of target: ImageReference.Target) -> Result<String, Fault> {
        switch target {
        case .file(let name):
            guard let file = template.asset(named: name, languages: languages) else { return .failure(missing(name)) }
            return .success(take(file, name: name))
        case .part(let name):
            guard known.contains(name) else { return .failure(unknown(name)) }
            pictures.insert(name)
            return .success(FileTemplate.contentID(of: name, domain: domain))
        case .changing(let text):
            let way = "list it in the job, as `inline: [{file: \"photos/{{code}}.png\", cid: photo}]`"
            return .failure(Fault(words: "`\(text)` differs from row to row; \(way), and write `cid:photo` here"))
        }
    }

    private mutating func take(_ file: Workspace.TemplateFile, name: String) -> String {
        let hash = SHA256.hash(data: file.bytes).prefix(12).map { byte in
            byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
        }
        let contentID = "\(hash.joined())@\(domain)"
        if !images.contains(where: { $0.contentID == contentID }) {
            let last = PathName.last(of: name)
            images.append(MessageRecipe.Image(name: last, contentID: contentID, content: file.bytes))
        }
        return contentID
    }

    private func missing(_ name: String) -> Fault {
        let folder = "\(template.shown)/assets"
        let names = template.assetNames
        let hint =
            Suggestion.closest(to: name, in: names).map { "did you mean `\($0)`?" }
            ?? (names.isEmpty
                ? "put the file there, or write a whole address (https://…)"
                : "it has \(names.prefix(20).map { "`\($0)`" }.joined(separator: ", "))")
        return Fault(words: "there is no file `\(name)` in \(folder); \(hint)")
    }

    private func unknown(_ name: String) -> Fault {
        let hint =
            Suggestion.closest(to: name, in: known.sorted()).map { "did you mean `cid:\($0)`?" }
            ?? "add it: `inline: [{file: \"photos/{{code}}.png\", cid: \(name)}]`"
        return Fault(words: "the job has no picture `\(name)` under `inline`; \(hint)")
    }
}

/// Partials of which some were changed.
struct BoundPartials: PartialSource {
    let base: TemplatePartials
    let bound: [String: [UInt8]]

    func partial(named name: String) -> [UInt8]? { bound[name] ?? base.partial(named: name) }

    var names: [String] { base.names }
}

/// The tags by which a template takes others in.
enum PartialTags {
    /// The names of the partials that a source may take in; all there are when a name is data (`{{> *name}}`), or when the
    /// source sets delimiters of its own.
    static func names(in source: [UInt8], of partials: TemplatePartials) -> [String] {
        var names: [String] = []
        var rest = source[...]
        while let open = rest.firstRange(of: Array("{{".utf8)) {
            rest = rest[open.upperBound...]
            let tag = rest.drop { $0 == 0x20 || $0 == 0x09 }
            if tag.first == UInt8(ascii: "=") { return partials.names }
            guard let mark = tag.first, mark == UInt8(ascii: ">") || mark == UInt8(ascii: "<"),
                let close = tag.firstRange(of: Array("}}".utf8))
            else { continue }
            let name = String(
                decoding: MessageFactory.trimmed(tag[tag.startIndex + 1..<close.lowerBound]),
                as: UTF8.self
            )
            if name.hasPrefix("*") { return partials.names }
            names.append(name)
        }
        return names
    }
}
