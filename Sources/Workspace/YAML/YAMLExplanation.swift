internal import Yams

/// Says what is wrong with a text that is no YAML, in the words of whoever wrote it.
///
/// The parser names rules of its grammar. The mistakes behind them are few: braces or quotes that should have been
/// quoted, tabs, a colon too many, a quote that is not closed. They are looked for on the lines that the parser named.
struct YAMLExplanation {
    let text: YAMLText
    let faults: FaultList

    /// Reports an error of the parser.
    func report(_ error: any Error) {
        guard let error = error as? YamlError else {
            report(
                .syntax,
                SourcePlace(line: 1, column: 1),
                "the text is no YAML: \(error)",
                "write `key: value` lines"
            )
            return
        }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            explain(context, problem, SourcePlace(mark))
        case .reader(let problem, _, _, _):
            report(.syntax, nil, "the text cannot be read: \(problem)", "save the file as UTF-8")
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded, .duplicatedKeysInMapping:
            report(.syntax, nil, "the text cannot be read", "write `key: value` lines")
        }
    }

    /// Reports a key that is no text: braces where a template variable was meant, most of the time.
    func reportKey(at place: SourcePlace) {
        if let braces = braces(line: place.line) {
            report(.syntax, braces, "`{{` begins a group of keys in YAML, not text", quoteRemedy(place.line))
            return
        }
        report(.wrongType, place, "a key must be text", "write `name: value`")
    }

    private func explain(_ context: YamlError.Context?, _ problem: String, _ place: SourcePlace) {
        if problem.contains("another document") {
            report(.unsupportedSyntax, place, "a second document begins here", "keep one: take the `---` line away")
            return
        }
        if problem.contains("undefined alias") || problem.contains("alias") || context?.text.contains("alias") == true {
            let start = context.map { SourcePlace($0.mark) } ?? place
            report(.unsupportedSyntax, start, "`*` begins an alias in YAML, not text", "put the value in quotes")
            return
        }
        let lines = suspects(place, context)
        for line in lines {
            if let tab = tab(line: line) {
                report(.syntax, tab, "a tab stands where YAML wants spaces", "indent with spaces")
                return
            }
        }
        for line in lines {
            if let braces = braces(line: line) {
                report(.syntax, braces, "`{{` begins a group of keys in YAML, not text", quoteRemedy(line))
                return
            }
        }
        for line in lines {
            if let end = textAfterQuote(line: line) {
                report(.syntax, end, "text goes on after the closing quote", quoteAllRemedy(line))
                return
            }
        }
        explainProblem(context, problem, place)
    }

    private func explainProblem(_ context: YamlError.Context?, _ problem: String, _ place: SourcePlace) {
        let start = context.map { SourcePlace($0.mark) } ?? place
        if context?.text.contains("quoted scalar") == true {
            report(.syntax, start, "a quote is opened here and never closed", "close it")
        } else if problem.contains("mapping values are not allowed") {
            report(.syntax, place, "a second colon stands here", "put the value in quotes, or begin a new line")
        } else if problem.contains("cannot start any token") {
            let mark = text.scalar(at: place).map { "`\(Character($0))`" } ?? "this"
            report(.syntax, place, "\(mark) cannot begin a value", "put the value in quotes")
        } else if problem.contains("could not find expected ':'") {
            report(.syntax, start, "a colon is missing after the key", "write `key: value`")
        } else if context?.text.contains("flow") == true, text.scalar(at: start) == "," {
            report(.syntax, start, "a comma stands here and no value behind it", "write one value between two commas")
        } else if context?.text.contains("flow") == true {
            let bracket = text.scalar(at: start).map { "`\(Character($0))`" } ?? "a bracket"
            report(.syntax, place, "\(bracket) of line \(start.line) is not closed, or a comma is missing", "close it")
        } else if context?.text.contains("block") == true {
            report(
                .syntax,
                place,
                "this line fits neither the lines above nor below it",
                "indent keys of one group alike"
            )
        } else {
            report(.syntax, place, "the text is no YAML: \(problem)", "write `key: value` lines")
        }
    }

    /// The lines on which the mistake can be: the parser notices some only on the next one.
    private func suspects(_ place: SourcePlace, _ context: YamlError.Context?) -> [Int] {
        var lines = [place.line]
        if let above = stride(from: place.line - 1, to: 0, by: -1).first(where: { !isBlank($0) }) {
            lines.append(above)
        }
        // A group that begins far above says nothing about where it breaks.
        if let start = context?.mark.line, start < place.line, place.line - start <= 2 { lines.append(start) }
        var seen: Set<Int> = []
        return lines.filter { seen.insert($0).inserted }
    }

    private func isBlank(_ line: Int) -> Bool {
        let first = text.line(line).first { $0 != " " && $0 != "\t" }
        return first == nil || first == "#"
    }

    private func report(_ kind: ConfigFault.Kind, _ place: SourcePlace?, _ problem: String, _ remedy: String) {
        faults.report(kind, at: place, "", problem, remedy)
    }
}
