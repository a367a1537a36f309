/// Names of time zones, as in `Asia/Shanghai`.
///
/// A name is part of a path, so it is checked before a file is looked for. Where to look is the caller's matter; `folders`
/// says where systems keep their zones.
package enum ZoneName {
    /// Where zone files are kept; the first folder that has the name is right.
    package static let folders = [
        "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo",
    ]

    /// The longest name that is taken; the longest in use has 32 characters.
    private static let maximumBytes = 128

    /// Names that mean universal time and need no file.
    private static let universal: Set = ["UTC", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "Zulu"]

    /// What people write for zones that have another name.
    private static let otherNames = [
        "beijing": "Asia/Shanghai", "asia/beijing": "Asia/Shanghai", "asia/shenzhen": "Asia/Shanghai",
        "asia/guangzhou": "Asia/Shanghai", "china": "Asia/Shanghai", "cst": "Asia/Shanghai or America/Chicago",
        "est": "America/New_York", "edt": "America/New_York", "pst": "America/Los_Angeles",
        "pdt": "America/Los_Angeles", "mst": "America/Denver", "cdt": "America/Chicago", "bst": "Europe/London",
        "cest": "Europe/Berlin", "ist": "Asia/Kolkata, Europe/Dublin or Asia/Jerusalem", "jst": "Asia/Tokyo",
        "asia/bombay": "Asia/Kolkata", "asia/delhi": "Asia/Kolkata", "z": "UTC", "utc+0": "UTC", "utc-0": "UTC",
    ]

    /// The rules of a zone that needs no file.
    ///
    /// - Returns: universal time for `UTC` and its other names, else nil.
    package static func builtIn(_ name: String) -> ZoneRules? { universal.contains(name) ? .utc : nil }

    /// Why a text is no name of a zone; nil when a file of that name may be looked for.
    ///
    /// Good names are parts of letters, digits, `_`, `-`, `+` and `.`, joined by `/`; no part is empty or begins with a
    /// dot or a hyphen, so that no name leads out of the folder of zones.
    package static func objection(to name: String) -> String? {
        guard !name.isEmpty else { return "a zone needs a name, such as Asia/Shanghai" }
        guard name.utf8.count <= maximumBytes else { return "no zone has a name of over \(maximumBytes) bytes" }
        guard name.utf8.allSatisfy(isNameByte) else {
            return "names of zones have only letters, digits, _, -, + and /, such as Asia/Shanghai"
        }
        for part in name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let first = part.first else {
                return "names of zones neither begin nor end with /, nor have two in a row"
            }
            guard first != UInt8(ascii: "."), first != UInt8(ascii: "-") else {
                return "no part of a zone's name begins with a dot or a hyphen"
            }
        }
        guard !name.hasPrefix("right/") else {
            return "zones in right/ count leap seconds: write \(name.dropFirst(6))"
        }
        return nil
    }

    /// What to write instead of a name that no file has; nil when there is nothing to say.
    ///
    /// Knows abbreviations, cities that give no zone its name, and offsets such as `UTC+8`.
    package static func advice(for unknown: String) -> String? {
        if let name = otherNames[unknown.lowercased()] { return "write \(name)" }
        let parts = unknown.uppercased()
        guard parts.hasPrefix("UTC") || parts.hasPrefix("GMT"), let sign = parts.dropFirst(3).first,
            sign == "+" || sign == "-"
        else { return nil }
        let digits = parts.dropFirst(4)
        guard let hours = UInt8(digits), hours > 0, hours <= (sign == "+" ? 14 : 12) else {
            return "write the name of a place, such as Asia/Shanghai"
        }
        // The sign of these zones is the other way round, as in TZ=XXX-8.
        let direction = sign == "+" ? "ahead of" : "behind"
        let fixed = "Etc/GMT\(sign == "+" ? "-" : "+")\(hours)"
        return "write the name of a place, such as Asia/Shanghai, or \(fixed) for \(hours) hours \(direction) UTC"
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "+"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
