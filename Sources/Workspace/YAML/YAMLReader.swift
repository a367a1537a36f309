internal import Yams

/// Reads a configuration file into nodes that know their places.
///
/// Strict: one document, UTF-8, no tabs for indentation, no anchors, aliases, tags or merge keys, keys are text and each
/// is there once. Scalars stay as they are written.
struct YAMLReader {
    private let faults: FaultList
    private var text: YAMLText
    /// Keys that were changed so that the parser takes them as different, and what they were.
    private var disguised: [SourcePlace: Unicode.Scalar] = [:]

    /// Duplicate keys that are told apart; the next one is reported alone.
    private static let maximumDuplicates = 20
    /// Stands in for the first letter of a key that is there twice; from the private use area, so that nobody has it.
    private static let firstDisguise: UInt32 = 0xE100

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: What is in it.
    ///   - faults: Takes what is wrong.
    /// - Returns: The value of the document; nil when it cannot be read or is empty.
    static func read(_ bytes: [UInt8], faults: FaultList) -> YAMLNode? {
        guard bytes.count <= YAMLCeilings.maximumBytes else {
            faults.report(
                .tooLarge,
                at: nil,
                "",
                "the file has \(bytes.count) bytes; \(YAMLCeilings.maximumBytes) are the most that is read",
                "settings take a few kilobytes: is this the right file?"
            )
            return nil
        }
        guard let text = decoded(bytes, faults) else { return nil }
        let lines = YAMLText(text)
        if let breach = YAMLCeilings.firstBreach(lines) {
            faults.report(.tooLarge, at: breach.place, "", breach.problem, breach.remedy)
            return nil
        }
        var reader = YAMLReader(faults: faults, text: lines)
        return reader.read()
    }

    private init(faults: FaultList, text: YAMLText) {
        self.faults = faults
        self.text = text
    }

    private mutating func read() -> YAMLNode? {
        while true {
            do {
                // The encoding is named, since the parser would otherwise look for it in the environment.
                let parser = try Parser(yaml: text.joined, encoding: .utf8)
                guard let root = try parser.singleRoot() else { return nil }
                // The parser holds the anchors' names, which nodes only refer to.
                return withExtendedLifetime(parser) { node(root, depth: 0) }
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                guard disguise(context.mark) else {
                    let place = SourcePlace(context.mark)
                    let key = keys.first ?? ""
                    faults.report(.duplicateKey, at: place, key, "`\(key)` is there twice", "keep one of them")
                    return nil
                }
            } catch {
                YAMLExplanation(text: text, faults: faults).report(error)
                return nil
            }
        }
    }

    /// Makes one of two equal keys another one, so that the rest of the file can be read; false when it cannot be done.
    private mutating func disguise(_ mark: Mark) -> Bool {
        var place = SourcePlace(mark)
        if let quote = text.scalar(at: place), quote == "\"" || quote == "'" { place.column += 1 }
        guard disguised.count < Self.maximumDuplicates, let original = text.scalar(at: place), disguised[place] == nil,
            original != "\"", original != "'", original != "\\",
            let stand = Unicode.Scalar(Self.firstDisguise + UInt32(disguised.count))
        else { return false }
        disguised[place] = original
        text.replace(at: place, with: stand)
        return true
    }

    /// The key as it was written.
    private func key(_ scalar: Node.Scalar, at place: SourcePlace) -> String {
        var inner = place
        if scalar.style == .doubleQuoted || scalar.style == .singleQuoted { inner.column += 1 }
        guard let original = disguised[inner] else { return scalar.string }
        return String(Character(original)) + String(scalar.string.unicodeScalars.dropFirst())
    }

    private func node(_ node: Node, depth: Int) -> YAMLNode? {
        let place = node.mark.map(SourcePlace.init) ?? SourcePlace(line: 1, column: 1)
        guard depth <= YAMLCeilings.maximumDepth else {
            faults.report(
                .tooLarge,
                at: place,
                "",
                "values are nested deeper than \(YAMLCeilings.maximumDepth)",
                "nest fewer"
            )
            return nil
        }
        guard node.anchor == nil else {
            faults.report(
                .unsupportedSyntax,
                at: place,
                "",
                "anchors (`&name`) and aliases (`*name`) are not read here",
                "write the value out, or put it in quotes if it begins with `&` or `*`"
            )
            return nil
        }
        switch node {
        case .scalar(let scalar): return leaf(scalar, place)
        case .sequence(let sequence):
            guard isUntagged(sequence.tag, place) else { return nil }
            return YAMLNode(content: .list(sequence.compactMap { self.node($0, depth: depth + 1) }), place: place)
        case .mapping(let mapping):
            guard isUntagged(mapping.tag, place) else { return nil }
            return YAMLNode(content: .mapping(entries(mapping, depth)), place: place)
        case .alias: return nil
        }
    }

    private func leaf(_ scalar: Node.Scalar, _ place: SourcePlace, isKey: Bool = false) -> YAMLNode? {
        // The parser has put tags on keys when it compared them: `no` became a boolean's.
        guard isKey || isUntagged(scalar.tag, place) else { return nil }
        let hasControl = scalar.string.unicodeScalars.contains {
            $0.value < 0x20 && $0 != "\n" && $0 != "\t" || $0.value == 0x7F
        }
        guard !hasControl else {
            faults.report(.badValue, at: place, "", "the text holds a control character", "take it out")
            return nil
        }
        return YAMLNode(content: .scalar(scalar.string, isPlain: scalar.style == .plain), place: place)
    }

    private func entries(_ mapping: Node.Mapping, _ depth: Int) -> [YAMLEntry] {
        var entries: [YAMLEntry] = []
        var first: [String: SourcePlace] = [:]
        for (key, value) in mapping {
            let place = key.mark.map(SourcePlace.init) ?? SourcePlace(line: 1, column: 1)
            guard case .scalar(let scalar) = key else {
                YAMLExplanation(text: text, faults: faults).reportKey(at: place)
                continue
            }
            guard let leaf = leaf(scalar, place, isKey: true), let value = node(value, depth: depth + 1) else {
                continue
            }
            let name = self.key(scalar, at: place)
            if name == "<<", case .scalar(_, isPlain: true) = leaf.content {
                faults.report(
                    .unsupportedSyntax,
                    at: place,
                    name,
                    "merge keys are not read here",
                    "write the values out"
                )
                continue
            }
            if let before = first[name] {
                faults.report(
                    .duplicateKey,
                    at: place,
                    name,
                    "`\(name)` is there twice: line \(before.line) has it too",
                    "keep one of them"
                )
                continue
            }
            first[name] = place
            entries.append(YAMLEntry(key: name, place: place, value: value))
        }
        return entries
    }

    private func isUntagged(_ tag: Tag, _ place: SourcePlace) -> Bool {
        // Quoted text has this tag without anybody having written it.
        guard !["", "!", "tag:yaml.org,2002:str"].contains(tag.description) else { return true }
        faults.report(
            .unsupportedSyntax,
            at: place,
            "",
            "tags (`!name`) are not read here",
            "take the tag away, or put the value in quotes if it begins with `!`"
        )
        return false
    }
}

extension SourcePlace {
    init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}
