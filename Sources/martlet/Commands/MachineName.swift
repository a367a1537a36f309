internal import Foundation

/// What the machine is called in mail.
enum MachineName {
    /// What follows the `@` of its users: what `/etc/mailname` says, or its name when that has a domain; nil for neither.
    static var ofMail: String? {
        let file = try? String(contentsOfFile: "/etc/mailname", encoding: .utf8)
        let names = [
            file?.split(whereSeparator: \.isWhitespace).first.map(String.init), ProcessInfo.processInfo.hostName,
        ]
        return names.compactMap { $0 }.first { name in
            let labels = name.split(separator: ".", omittingEmptySubsequences: false)
            return labels.count > 1 && labels.allSatisfy { !$0.isEmpty } && !name.hasSuffix(".localdomain")
        }
    }
}
