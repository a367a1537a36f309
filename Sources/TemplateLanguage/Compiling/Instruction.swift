/// One step of a compiled template.
enum Instruction: Sendable {
    /// Print a fixed text.
    case literal(Int32)
    /// Print a text column as it is; the operand says where it stands.
    case column(Int32, operand: Int32, Escaping)
    /// Print what an operand resolves to, through its filters.
    case value(operand: Int32, Escaping)
    /// Enter a section unless the operand is false; then go on at `end`.
    case section(Int32, end: Int32)
    /// Go on at `end` unless the text or bool column is true; no frame is needed.
    case whenTrue(operand: Int32, end: Int32)
    /// Go on at `end` if the operand is true.
    case whenFalse(operand: Int32, end: Int32)
    /// Next item of the section, at its first step, or leave it.
    case next
    /// Compile and run a partial that is only known now.
    case late(Int32)
    /// A link's value began in a literal, this many bytes before its end.
    case linkStart(literal: Int32, tail: Int32)
    /// The first bytes of a literal go on in a link's value.
    case linkMore(literal: Int32, count: Int32)
}

/// A byte of one of a program's sources.
struct Site: Sendable {
    let source: ParsedSource
    let offset: Int

    /// A fault here.
    func fault(_ kind: TemplateFault.Kind, _ message: String) -> TemplateFault {
        source.source.fault(kind, at: offset, message)
    }
}

/// What a section needs beside its body.
final class SectionInfo: Sendable {
    let operand: Operand
    /// The source between the tags, for functions.
    let raw: Range<Int>
    let delimiters: Delimiters
    let late: LateContext

    init(operand: Operand, raw: Range<Int>, delimiters: Delimiters, late: LateContext) {
        (self.operand, self.raw, self.delimiters, self.late) = (operand, raw, delimiters, late)
    }
}

/// A partial whose text is compiled while rendering: its name is data, or it includes itself.
struct LateSite: Sendable {
    /// Where the name comes from.
    enum Name: Sendable {
        case fixed(String)
        case dynamic(Operand)
    }

    let name: Name
    let site: Site
    let context: LateContext
}

/// The compiler's situation at a place, to go on from there later.
struct LateContext: Sendable {
    let html: HTMLState
    var calendar = CalendarState()
    let layout: LineLayout
    let arguments: [[UInt8]: BlockArgument]
}

/// What replaces a block of a parent template.
struct BlockArgument: Sendable {
    let source: ParsedSource
    /// The block's opening tag.
    let open: Int
}

/// How lines of a partial or block are moved to where it is put.
struct LineLayout: Sendable {
    /// Put in front of every line.
    var indentation: [UInt8] = []
    /// Blanks taken away from every line first.
    var strip = 0
    /// Whether the next line has its indentation already.
    var skipsNext = false
}
