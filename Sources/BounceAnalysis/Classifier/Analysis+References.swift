extension Analysis {
    /// The facts by which the sent message can be found.
    func references() -> References {
        var facts = References()
        for name in [
            "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-rcpt-to", "to", "return-path",
        ] as [StaticString] {
            for value in mail.header.all(name) where facts.deliveredTo.count < 32 {
                for hit in AddressScanner.all(mail.bytes, in: value, limit: 8) {
                    facts.deliveredTo.append(.init(field: "\(name)", address: hit.address))
                }
            }
        }
        for name in ["in-reply-to", "references"] as [StaticString] {
            if let value = mail.header[name] { facts.repliesTo += Self.identifiers(mail.bytes, value) }
        }
        facts.repliesTo = Array(facts.repliesTo.prefix(16))
        facts.envelopeID = report?.envelopeID
        facts.mentioned = AddressScanner.all(text.bytes, in: text.range, limit: 16).map(\.address)
        guard let bytes = returned?.bytes, let block = returned?.header else { return facts }
        facts.returnedMessageID = block["message-id"].flatMap { Self.identifiers(bytes, $0).first }
        for name in ["x-original-to", "x-envelope-to", "to", "cc"] as [StaticString] {
            for value in block.all(name) where facts.returnedRecipients.count < 16 {
                facts.returnedRecipients += AddressScanner.all(bytes, in: value, limit: 16).map(\.address)
            }
        }
        facts.returnedRecipients = Array(facts.returnedRecipients.prefix(16))
        let sender = block["return-path"] ?? block["from"]
        facts.returnedSender = sender.flatMap { AddressScanner.all(bytes, in: $0, limit: 1).first?.address }
        return facts
    }

    /// The msg-ids of a field, without their angle brackets (RFC 5322 §3.6.4).
    private static func identifiers(_ bytes: [UInt8], _ range: Range<Int>) -> [String] {
        var found: [String] = []
        var index = range.lowerBound
        while index < range.upperBound, found.count < 16 {
            guard let open = bytes[index..<range.upperBound].firstIndex(of: ASCII.less),
                let close = bytes[open..<range.upperBound].firstIndex(of: ASCII.greater)
            else { break }
            if close > open + 1, close - open < 998 {
                found.append(String(decoding: bytes[open + 1..<close], as: UTF8.self))
            }
            index = close + 1
        }
        return found
    }
}
