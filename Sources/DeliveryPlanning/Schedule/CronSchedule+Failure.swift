extension CronSchedule {
    /// Why a line is no schedule.
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// Nothing there.
        case empty
        /// Over a thousand bytes.
        case tooLong
        /// Characters that no schedule has, such as those of full width.
        case characters(String)
        /// Not five fields; how many there are.
        case fieldCount(Int)
        /// A word with `@` that is not known, and the one that was probably meant.
        case unknownWord(String, nearest: String?)
        /// Something in a field.
        case field(Field, text: String, Problem)

        /// Which field of the line.
        package typealias Field = CronField.Kind

        /// What is wrong with an item of a field.
        package enum Problem: Error, Hashable, Sendable {
            /// Nothing where a value belongs.
            case empty
            /// Neither a number nor a name of this field; and the name that was probably meant.
            case notANumber(nearest: String?)
            /// A number that this field does not have.
            case outside
            /// A range whose end comes before its beginning; the two ranges that were meant.
            case backwards(instead: String)
            /// A step behind a single value; the range that was meant.
            case stepWithoutRange(instead: String)
            /// A step that is no number above zero.
            case step
            /// A step that is longer than its range, so that it would only ever take the first value.
            case stepTooLong(longest: Int)
        }

        package var description: String {
            switch self {
            case .empty: "the schedule is empty: write five fields, such as 0 9 * * MON-FRI"
            case .tooLong: "the schedule is too long: five fields are enough, such as 0 9 * * MON-FRI"
            case .characters(let text):
                "\(text) has characters that are not ASCII: write the plain ones, such as * and 9"
            case .fieldCount(let count):
                "\(count) field\(count == 1 ? "" : "s") instead of 5: minute, hour, day of month, month, day of week"
                    + (count == 6 || count == 7 ? " (there are no seconds and no years)" : "")
            case .unknownWord(let text, let nearest):
                "\(text) is not known: \(nearest.map { "did you mean \($0)?" } ?? "write @hourly, @daily, @weekly, @monthly or @yearly")"
            case .field(let field, let text, let problem):
                "\(field.title) \(text.isEmpty ? "is wrong" : text): \(Self.sentence(problem, field))"
            }
        }

        private static func sentence(_ problem: Problem, _ field: Field) -> String {
            let range = "\(field.range.lowerBound) to \(field.range.upperBound)"
            let names = field.names.isEmpty ? "" : ", or \(field.names.joined(separator: " "))"
            return switch problem {
            case .empty: "a value is missing: write \(range)\(names)"
            case .notANumber(let nearest?): "did you mean \(nearest)?"
            case .notANumber(nearest: nil): "write *, or \(range)\(names)"
            case .outside: "it must be \(range)\(names)"
            case .backwards(let instead): "the range runs backwards: write \(instead)"
            case .stepWithoutRange(let instead): "a step needs a range: write \(instead)"
            case .step: "the step must be a number above 0"
            case .stepTooLong(let longest): "the step must be \(longest) at most: it counts anew in every range"
            }
        }

        /// A word of the line as it may stand in a message: cut, without control characters.
        static func shown(_ text: Substring) -> String {
            let maximum = 40
            let scalars = text.unicodeScalars.prefix(maximum).map { scalar -> Unicode.Scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator: "?"
                default: scalar
                }
            }
            var shown = String(String.UnicodeScalarView(scalars))
            if text.unicodeScalars.count > maximum { shown += "…" }
            return shown
        }
    }
}
