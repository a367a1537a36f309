/// A bounce or complaint that a sending service posts as JSON instead of mail.
///
/// The form is that of Amazon SES notifications, which arrive by mail through SNS: `notificationType`, then
/// `bouncedRecipients` or `complainedRecipients` with `emailAddress`, `action`, `status` and `diagnosticCode`. The JSON
/// may itself be a string in JSON, and a mailer may have broken its lines.
struct ServiceNotification {
    /// What is notified.
    enum Kind {
        case bounce
        case complaint
    }

    let kind: Kind
    /// The recipients as fields of a delivery report (RFC 3464).
    let fields: [UInt8]
    /// The recipients' addresses.
    let addresses: [String]

    /// Reads a notification; nil when `text` is none.
    init?(_ text: [UInt8], range: Range<Int>, limits: AnalysisLimits) {
        guard text[range].contains(0x7B),
            ASCII.find(text, in: range, "notificationtype") != nil || ASCII.find(text, in: range, "eventtype") != nil
        else { return nil }
        // Escapes of the outer string and line breaks are taken out; no address or code needs a backslash.
        let json = text[range].filter { $0 != 0x5C && $0 != ASCII.newline }
        let all = 0..<json.count
        let list: Range<Int>
        if let start = ASCII.find(json, in: all, "\"bouncedrecipients\"") {
            kind = .bounce
            list = Self.array(json, from: start)
        } else if let start = ASCII.find(json, in: all, "\"complainedrecipients\"") {
            kind = .complaint
            list = Self.array(json, from: start)
        } else {
            return nil
        }
        var fields: [UInt8] = []
        var addresses: [String] = []
        for object in json[list].split(separator: 0x7B) where addresses.count < limits.recipients {
            let scope = object.startIndex..<object.endIndex
            guard let address = Self.value(json, scope, "\"emailaddress\"") else { continue }
            addresses.append(String(decoding: address, as: UTF8.self))
            fields += "Final-Recipient: rfc822; ".utf8 + address + [ASCII.newline]
            fields +=
                "Action: ".utf8 + (Self.value(json, scope, "\"action\"") ?? Array("failed".utf8)) + [ASCII.newline]
            if let status = Self.value(json, scope, "\"status\"") {
                fields += "Status: ".utf8 + status + [ASCII.newline]
            }
            if let words = Self.value(json, scope, "\"diagnosticcode\"") {
                fields += "Diagnostic-Code: ".utf8 + words + [ASCII.newline]
            }
            fields.append(ASCII.newline)
        }
        guard !addresses.isEmpty else { return nil }
        self.fields = fields
        self.addresses = addresses
    }

    /// From the "[" after `start` to its "]".
    private static func array(_ json: [UInt8], from start: Int) -> Range<Int> {
        guard let open = json[start...].firstIndex(of: 0x5B) else { return start..<start }
        var depth = 0
        for index in open..<json.count {
            if json[index] == 0x5B { depth += 1 }
            if json[index] == 0x5D { depth -= 1 }
            if depth == 0 { return open + 1..<index }
        }
        return open + 1..<json.count
    }

    /// The string value of a key.
    private static func value(_ json: [UInt8], _ scope: Range<Int>, _ key: StaticString) -> [UInt8]? {
        guard let place = ASCII.find(json, in: scope, key) else { return nil }
        let rest = place + key.utf8CodeUnitCount..<scope.upperBound
        guard let open = json[rest].firstIndex(of: ASCII.quote),
            let close = json[open + 1..<scope.upperBound].firstIndex(of: ASCII.quote)
        else { return nil }
        return Array(json[open + 1..<close])
    }
}
