package import RecipientTable
internal import TemplateLanguage

/// What `recipients.where` says, and where it stands: rows that do not meet it get nothing.
package struct WhereRule: Sendable, Hashable {
    /// The condition.
    package let condition: RowCondition
    private let file: String
    private let place: SourcePlace

    /// Reads a condition of a job file.
    ///
    /// - Parameters:
    ///   - text: the condition.
    ///   - file: the job file, as people name it.
    ///   - place: where the value begins.
    ///   - isPlain: whether it stands there without quotes.
    /// - Throws: ``ConfigFault`` with the place inside the condition.
    init(_ text: String, file: String, place: SourcePlace, isPlain: Bool) throws(ConfigFault) {
        var start = place
        // Behind the quote; where the text itself has both kinds of quote, some are doubled and columns would be wrong.
        if !isPlain, !text.contains("'") || !text.contains("\"") { start.column += 1 }
        self.file = file
        self.place = start
        do throws(ConditionFault) {
            condition = try RowCondition(parsing: text)
        } catch {
            throw Self.fault(error, in: text, file: file, place: start)
        }
    }

    /// A fault of the condition as a fault of the job file.
    package func fault(_ fault: ConditionFault) -> ConfigFault {
        Self.fault(fault, in: condition.text, file: file, place: place)
    }

    private static func fault(
        _ fault: ConditionFault,
        in text: String,
        file: String,
        place: SourcePlace
    ) -> ConfigFault {
        let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(fault.offset)))
        let excerpt = SourceText(name: file, bytes: Array(text.utf8)).excerpt(at: before.utf8.count)
        return ConfigFault(
            .badValue,
            file: file,
            place: SourcePlace(line: place.line, column: place.column + fault.offset),
            setting: "recipients.where",
            problem: "\(fault.message)\n\(excerpt)",
            remedy: ""
        )
    }
}
