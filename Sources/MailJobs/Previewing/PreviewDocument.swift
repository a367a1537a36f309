internal import HTMLMail
package import MIMECoding

/// The HTML of a message as a browser can show it, by itself: pictures that are parts of the message stand in it as
/// `data:` addresses.
package enum PreviewDocument {
    /// The HTML of a message; nil when it has none.
    ///
    /// References to parts that the message does not have stay as they are.
    package static func html(of mail: MIMEMessage) -> [UInt8]? {
        guard let body = mail.parts.first(where: { $0.contentType.matches("text", "html") }) else { return nil }
        let html = mail.utf8(of: body)
        var replacements: [(range: Range<Int>, bytes: [UInt8])] = []
        for reference in ImageReference.all(in: html) {
            guard case .part(let name) = reference.target, let part = part(named: name, of: mail) else { continue }
            let type = "data:\(part.contentType.mediaType);base64,"
            let content = EncodedContent(mail.content(of: part).span).bytes.filter { $0 != 0x0D && $0 != 0x0A }
            replacements.append((reference.range, Array(type.utf8) + content))
        }
        return ImageReference.replaced(html, replacements)
    }

    private static func part(named contentID: String, of mail: MIMEMessage) -> MIMEPart? {
        mail.parts.first { mail.text("content-id", in: $0) == "<\(contentID)>" }
    }
}
