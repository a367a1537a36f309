/// A compiled template while it is being written.
struct ProgramDraft {
    var instructions: [Instruction] = []
    var literalBytes: [UInt8] = []
    var literals: [Range<Int>] = []
    var operands: [Operand] = []
    var sections: [SectionInfo] = []
    var lateSites: [LateSite] = []
    var variables: [TemplateVariable] = []
}

/// A compiled template.
///
/// A class, like ``Operand`` and ``SectionInfo``: a render then counts one reference, not one for each table.
final class Program: Sendable {
    let instructions: [Instruction]
    /// All fixed texts, one behind the other.
    let literalBytes: [UInt8]
    /// Where each fixed text lies.
    let literals: [Range<Int>]
    let operands: [Operand]
    let sections: [SectionInfo]
    let lateSites: [LateSite]
    let variables: [TemplateVariable]

    /// A program that is done.
    init(_ draft: ProgramDraft) {
        (instructions, literalBytes, literals) = (draft.instructions, draft.literalBytes, draft.literals)
        (operands, sections, lateSites) = (draft.operands, draft.sections, draft.lateSites)
        variables = draft.variables
    }
}
