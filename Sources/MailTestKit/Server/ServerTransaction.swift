/// A transaction as the server sees it.
struct ServerTransaction {
    var reversePath: String
    var parameters: [String]
    var recipients: [String] = []
    /// The first recipient that was named, refused or not: cuts go by it.
    var firstNamed: String?
    /// What came by BDAT so far.
    var chunks: [UInt8] = []

    /// The local part by which the server's exceptions are looked up.
    var key: String { Self.localPart(recipients.first ?? firstNamed ?? "") }

    static func localPart(_ path: String) -> String {
        guard let at = path.lastIndex(of: "@") else { return path }
        return String(path[..<at])
    }

    /// The path between the angle brackets of a MAIL or RCPT line, and the parameters behind it.
    static func path(of line: String) -> (path: String, parameters: [String])? {
        guard let open = line.firstIndex(of: "<"), let close = line[open...].firstIndex(of: ">") else { return nil }
        let rest = line[line.index(after: close)...]
        return (String(line[line.index(after: open)..<close]), rest.split(separator: " ").map(String.init))
    }
}
