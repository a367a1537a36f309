internal import MailModel

extension CronSchedule {
    /// The longest line that is read, in bytes.
    private static let maximumBytes = 1_024

    private static let macros = [
        "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * 0",
        "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@hourly": "0 * * * *",
    ]

    /// A schedule by its line, such as `0 9 * * MON-FRI`.
    ///
    /// - Throws: the first thing that is wrong, the field it is in, and what would be right.
    package init(_ line: String) throws(Failure) {
        guard line.utf8.count <= Self.maximumBytes else { throw .tooLong }
        let words = line.split { $0 == " " || $0 == "\t" }
        guard let first = words.first else { throw .empty }
        for word in words {
            guard word.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else { throw .characters(Failure.shown(word)) }
        }
        let text = words.joined(separator: " ")
        guard !first.hasPrefix("@") else {
            guard words.count == 1, let meaning = Self.macros[text.lowercased()] else {
                let nearest = Suggestion.closest(to: text, in: Self.macros.keys.sorted())
                throw .unknownWord(Failure.shown(text[...]), nearest: nearest)
            }
            self = try Self(text: text, fields: meaning.split(separator: " "))
            return
        }
        self = try Self(text: text, fields: words)
    }

    /// The days of a week as the last field of a schedule names them.
    static func daysOfWeek(_ text: String) throws(Failure) -> CronField {
        guard text.utf8.count <= maximumBytes else { throw .tooLong }
        guard text.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else { throw .characters(Failure.shown(text[...])) }
        return try CronFieldParser(.dayOfWeek).parse(text[...])
    }

    private init(text: String, fields: [Substring]) throws(Failure) {
        guard fields.count == 5 else { throw .fieldCount(fields.count) }
        self.text = text
        minutes = try CronFieldParser(.minute).parse(fields[0])
        hours = try CronFieldParser(.hour).parse(fields[1])
        daysOfMonth = try CronFieldParser(.dayOfMonth).parse(fields[2])
        months = try CronFieldParser(.month).parse(fields[3])
        daysOfWeek = try CronFieldParser(.dayOfWeek).parse(fields[4])
    }
}
