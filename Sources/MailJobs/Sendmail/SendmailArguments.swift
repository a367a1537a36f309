/// The arguments of `sendmail`, read as programs write them: `-t -i`, `-ti`, `-f a@b`, `-fa@b`.
package struct SendmailArguments: Sendable, Hashable {
    /// What is asked for.
    package enum Mode: Sendable, Hashable {
        /// A message is handed in on standard input.
        case submit
        /// The queue is to be run.
        case runQueue
        /// The usage is to be shown.
        case help
    }

    /// Why arguments make no sense, in words for a person.
    package struct Fault: Error, Sendable, Hashable {
        package var words: String
    }

    package var mode = Mode.submit
    /// Whether recipients are read from the header.
    package var readsRecipients = false
    /// Whether a line of a single dot is text like any other.
    package var ignoresDots = false
    /// The address after `-f` or `-r`; empty for the null reverse-path.
    package var sender: String?
    /// The name after `-F`.
    package var senderName: String?
    /// The recipients that are named.
    package var recipients: [String] = []
    /// The transport after `--via`.
    package var via: String?
    /// The folder after `--workspace`.
    package var workspace: String?
    /// The folder after `--state`.
    package var state: String?
    /// Whether those on the suppression list get nothing.
    package var usesSuppression = false

    /// Options whose value may stand in the next argument; what they ask for changes nothing here.
    private static let ignoredWithValue: Set<Character> = ["N", "R", "V", "B", "h", "L", "O", "p", "X", "A", "C", "D"]
    /// Options without a value that change nothing here.
    private static let ignored: Set<Character> = ["v", "n", "G", "U", "e", "m", "s", "E"]

    /// Reads arguments.
    ///
    /// - Parameter words: all but the program's name.
    /// - Throws: `Fault`.
    package init(_ words: [String]) throws(Fault) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                recipients += rest
                return
            } else if word.hasPrefix("--") {
                try readLong(word.dropFirst(2), &rest)
            } else if word.hasPrefix("-"), let letter = word.dropFirst().first {
                try readShort(letter, String(word.dropFirst(2)), &rest)
            } else {
                recipients.append(word)
            }
        }
    }

    private mutating func readLong(_ word: Substring, _ rest: inout ArraySlice<String>) throws(Fault) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        if parts.count == 1, name == "help" || name == "suppress" {
            if name == "help" { mode = .help } else { usesSuppression = true }
            return
        }
        guard ["via", "workspace", "state"].contains(name) else {
            throw Fault(words: "there is no option --\(name); see `martlet sendmail --help`")
        }
        guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst(), !value.isEmpty else {
            throw Fault(words: "--\(name) takes a value")
        }
        switch name {
        case "via": via = value
        case "workspace": workspace = value
        default: state = value
        }
    }

    private mutating func readShort(
        _ letter: Character,
        _ attached: String,
        _ rest: inout ArraySlice<String>
    ) throws(Fault) {
        switch letter {
        case "t": readsRecipients = true
        case "i": ignoresDots = true
        case "o": if attached.hasPrefix("i") { ignoresDots = true }
        case "f", "r": sender = try value(letter, attached, &rest)
        case "F": senderName = try value(letter, attached, &rest)
        case "b": try readMode(attached)
        case "q":
            guard attached.isEmpty else {
                throw Fault(words: "-q\(attached): this is no daemon; let cron call `martlet run-queue --quiet`")
            }
            mode = .runQueue
        case _ where Self.ignoredWithValue.contains(letter): _ = try value(letter, attached, &rest)
        case _ where Self.ignored.contains(letter): break
        default: throw Fault(words: "there is no option -\(letter); see `martlet sendmail --help`")
        }
        if "ti".contains(letter), !attached.isEmpty, let next = attached.first {
            try readShort(next, String(attached.dropFirst()), &rest)
        }
    }

    private mutating func readMode(_ name: String) throws(Fault) {
        switch name {
        case "m": mode = .submit
        case "s":
            throw Fault(words: "-bs: SMTP on standard input is not spoken here; hand the message in with -t -i")
        case "d", "D": throw Fault(words: "-b\(name): this is no daemon; nothing listens for mail")
        case "p": throw Fault(words: "-bp: `martlet status` shows what is queued")
        default: throw Fault(words: "-b\(name): only -bm, handing a message in, is done here")
        }
    }

    private func value(
        _ letter: Character,
        _ attached: String,
        _ rest: inout ArraySlice<String>
    ) throws(Fault) -> String {
        guard let value = attached.isEmpty ? rest.popFirst() : attached else {
            throw Fault(words: "-\(letter) takes a value")
        }
        return value
    }
}
