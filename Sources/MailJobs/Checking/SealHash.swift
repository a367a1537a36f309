internal import Crypto
internal import MIMECoding
internal import RecipientTable
internal import TemplateLanguage

/// What makes two runs send the same: the sender, the templates with their partials, and the rows.
///
/// Where mail is delivered to and how fast is left out: a job that only changed its relay would mail the same list twice.
enum SealHash {
    /// A hash that has taken a job's own part and the list's columns.
    static func begin(_ material: MessageMaterial) -> SHA256 {
        var hash = content(material.recipe)
        for column in material.columns { add(Array(column.utf8)[...], to: &hash) }
        return hash
    }

    /// A hash of what a job's messages are made of, whatever the list.
    static func content(_ recipe: MessageRecipe) -> SHA256 {
        var hash = SHA256()
        add(Array("martlet/seal/1".utf8)[...], to: &hash)
        add(recipe.from.name, to: &hash)
        add(recipe.from.address, to: &hash)
        for language in recipe.languages {
            add(Array(language.tag.utf8)[...], to: &hash)
            for file in [language.subject, language.text, language.html] {
                add((file?.bytes ?? [])[...], to: &hash)
            }
            for file in [language.amp, language.invitation] {
                if let file { add(file.bytes[...], to: &hash) }
            }
            for name in language.partials.names {
                add(Array(name.utf8)[...], to: &hash)
                add((language.partials.partial(named: name) ?? [])[...], to: &hash)
            }
            for image in language.images {
                add(Array(image.contentID.utf8)[...], to: &hash)
                add(image.content[...], to: &hash)
            }
        }
        for mailbox in recipe.replyTo {
            add(mailbox.name, to: &hash)
            add(mailbox.address, to: &hash)
        }
        for mailbox in [recipe.sender, recipe.receiptTo] {
            guard let mailbox else { continue }
            add(mailbox.name, to: &hash)
            add(mailbox.address, to: &hash)
        }
        for copy in recipe.copies {
            switch copy.recipient {
            case .mailbox(let name, let address): add(Array("\(name) <\(address)>".utf8)[...], to: &hash)
            case .template(let file): add(file.bytes[...], to: &hash)
            }
            add([copy.isShown ? 1 : 0], to: &hash)
        }
        for field in recipe.fields {
            add(field.name.bytes[...], to: &hash)
            add(field.value.bytes[...], to: &hash)
        }
        for attachment in recipe.attachments {
            add(Array(attachment.name.utf8)[...], to: &hash)
            add(attachment.content[...], to: &hash)
            for text in [attachment.path, attachment.mediaType, attachment.picture] {
                if let text { add(Array(text.utf8)[...], to: &hash) }
            }
        }
        let bulk = recipe.bulk
        let texts: [String?] = [
            recipe.nameColumn, recipe.localeColumn, recipe.unsubscribeURL, recipe.unsubscribeMailto,
            bulk.listID.map { "\($0)" }, bulk.autoSubmitted.map { "\($0)" }, bulk.precedence.map { "\($0)" },
        ]
        for text in texts { add(Array((text ?? "").utf8)[...], to: &hash) }
        add((bulk.feedbackID ?? [])[...], to: &hash)
        if let language = recipe.language {
            add(Array("language".utf8)[...], to: &hash)
            add(Array(language.utf8)[...], to: &hash)
        }
        if let condition = recipe.condition {
            add(Array("where".utf8)[...], to: &hash)
            add(Array(condition.text.utf8)[...], to: &hash)
        }
        return hash
    }

    /// A digest in hexadecimal.
    static func text(_ hash: SHA256) -> String { text(digest: hash.finalize()) }

    /// Bytes in hexadecimal.
    static func text(digest: some Sequence<UInt8>) -> String {
        digest.map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count < 2 ? "0" + digits : digits
        }.joined()
    }

    /// Puts a text with its length behind others, to be taken all at once; the same as taking it by itself.
    static func gather(_ bytes: Span<UInt8>, into gathered: inout [UInt8]) {
        let count = UInt32(truncatingIfNeeded: bytes.count)
        for shift in stride(from: 0, to: 32, by: 8) { gathered.append(UInt8(truncatingIfNeeded: count >> shift)) }
        gathered.append(copying: bytes)
    }

    /// Takes what was gathered.
    static func addGathered(_ gathered: inout [UInt8], to hash: inout SHA256) {
        unsafe gathered.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        gathered.removeAll(keepingCapacity: true)
    }

    /// Takes a text with its length, so that no two sequences of texts look alike.
    static func add(_ bytes: ArraySlice<UInt8>, to hash: inout SHA256) {
        unsafe withUnsafeBytes(of: UInt32(truncatingIfNeeded: bytes.count).littleEndian) {
            unsafe hash.update(bufferPointer: $0)
        }
        unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    }
}
