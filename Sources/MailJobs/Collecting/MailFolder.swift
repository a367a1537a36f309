internal import MailModel
internal import TimeZones

/// Where the raw messages of one mailbox are: `mail/<mailbox>/YYYY/MM/` in the state folder.
struct MailFolder: Sendable {
    /// The state folder.
    let state: String
    /// This month's folder, absolute.
    let path: String

    init(state: String, mailbox: String, now: Timestamp) {
        let time = CivilTime(secondsInUTC: Int(now.rawValue / 1_000))
        let month = time.month < 10 ? "0\(time.month)" : "\(time.month)"
        self.state = state
        path = "\(state)/mail/\(Self.safeName(mailbox))/\(time.year)/\(month)"
    }

    /// Makes the folder.
    func make() throws(SealedFile.Failure) { try FileTree.makeFolders(path) }

    /// The path of a new file: nothing in it comes from outside, and no two are the same.
    func newPath(now: Timestamp) -> String {
        let random = String(UInt64.random(in: 0 ... .max), radix: 16)
        let padded = String(repeating: "0", count: 16 - random.utf8.count) + random
        return "\(path)/\(TimeText.compact(now, seconds: true))-\(padded).eml"
    }

    /// Makes the names of the files of these messages safe from a lost machine, and those of the folders up to the state
    /// folder.
    static func sync(_ files: [String], state: String) throws(SealedFile.Failure) {
        var folders: Set<String> = []
        for file in files {
            var folder = PathName.parent(of: file)
            while folder.utf8.count >= state.utf8.count, folders.insert(folder).inserted {
                folder = PathName.parent(of: folder)
            }
        }
        for folder in folders.sorted() { try SealedFile.syncFolder(folder) }
    }

    /// A mailbox's name as one part of a path.
    static func safeName(_ name: String) -> String {
        var safe = ""
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                safe.unicodeScalars.append(Unicode.Scalar(byte))
            default: safe += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return safe
    }
}
