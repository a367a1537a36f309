internal import RecipientTable

/// Leaves out the rows that do not meet a job's condition.
struct RowFilter {
    private let condition: BoundCondition?
    private let columns: [String]

    /// Makes a job's condition ready for a list; without one, no row is left out.
    ///
    /// - Throws: `ConditionFaults` for unknown columns and comparisons that their types do not allow.
    init(_ material: MessageMaterial) throws(ConditionFaults) {
        var types = [ColumnType](repeating: .text, count: material.columns.count)
        for (column, type) in material.typedColumns { types[column] = type }
        condition = try material.recipe.condition?.bound(to: material.columns, types: types)
        columns = material.columns
    }

    /// Whether a row is to get nothing.
    ///
    /// - Throws: `RowProblem` when a value that decides is not of its column's type.
    func leavesOut(_ place: Int, of block: SealedBlock) throws(RowProblem) -> Bool {
        guard let condition else { return false }
        do throws(BoundCondition.BadCell) {
            return !(try condition.matches { block.content($0, of: place) })
        } catch {
            throw .type(column: columns[error.column], message: error.message)
        }
    }
}
