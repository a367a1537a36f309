internal import MIMECoding

/// A public key as it is published in DNS, under `SELECTOR._domainkey.DOMAIN` (RFC 6376 §3.6.1).
package struct DKIMKeyRecord: Sendable, Hashable {
    /// Why a TXT record is no usable key record.
    package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// It is about something else: `v=` is there and not DKIM1.
        case otherVersion
        /// It is no tag list.
        case syntax(String)
        /// A tag that must be there is not.
        case missing(tag: String)
        /// A tag whose value cannot be read.
        case value(tag: String)
        /// It is longer than any key record.
        case tooLong

        package var description: String {
            switch self {
            case .otherVersion: "is no DKIM key"
            case .syntax(let words): "is not written as a key record: \(words)"
            case .missing(let tag): "has no \(tag)="
            case .value(let tag): "has a \(tag)= that cannot be read"
            case .tooLong: "is longer than \(DKIMKeyRecord.mostBytes) bytes"
            }
        }
    }

    /// The kind of key (`k=`), in small letters; `rsa` unless given.
    package var keyType = "rsa"
    /// The key's bytes (`p=`); empty when it was revoked.
    package var publicKey: [UInt8]
    /// The hashes that may be used (`h=`); nil for all.
    package var hashes: [String]?
    /// What the key is for (`s=`); `*` for everything.
    package var services = ["*"]
    /// The domain is only trying DKIM out (`t=y`): a signature that fails says no more than none.
    package var isTesting = false
    /// `i=` of a signature must not be in a subdomain of `d=` (`t=s`).
    package var isStrict = false

    /// The most bytes that are looked at; a key of 16384 bits needs 2,800.
    package static let mostBytes = 8 << 10

    /// A record for a key.
    package init(algorithm: DKIMAlgorithm, publicKey: [UInt8]) {
        keyType = algorithm.keyType
        self.publicKey = publicKey
    }

    /// Reads a TXT record, its strings put together without anything between them.
    ///
    /// - Throws: `Fault`.
    package init(parsing text: [UInt8]) throws(Fault) {
        guard text.count <= Self.mostBytes else { throw .tooLong }
        let list: TagList
        do throws(TagList.Fault) { list = try TagList(text) } catch { throw .syntax(error.description) }
        if let version = list["v"] {
            // "If specified, this tag MUST be the first tag in the record."
            guard version.value.elementsEqual("DKIM1".utf8), list.tags.first?.name == "v" else { throw .otherVersion }
        }
        guard let key = list["p"] else { throw list["v"] == nil ? .otherVersion : .missing(tag: "p") }
        if let type = list["k"] { keyType = type.word }
        if key.value.isEmpty {
            publicKey = []
        } else {
            guard let bytes = TagGrammar.base64(key) else { throw .value(tag: "p") }
            publicKey = bytes
        }
        if let tag = list["h"], !tag.value.isEmpty {
            guard let words = TagGrammar.words(tag) else { throw .value(tag: "h") }
            hashes = words
        }
        if let tag = list["s"], !tag.value.isEmpty {
            guard let words = TagGrammar.words(tag) else { throw .value(tag: "s") }
            services = words
        }
        if let tag = list["t"], !tag.value.isEmpty {
            guard let flags = TagGrammar.words(tag) else { throw .value(tag: "t") }
            isTesting = flags.contains("y")
            isStrict = flags.contains("s")
        }
    }

    /// Whether the key was taken back.
    package var isRevoked: Bool { publicKey.isEmpty }
    /// Whether it may be used for mail.
    package var servesMail: Bool { services.contains("*") || services.contains("email") }
    /// Whether SHA-256 may be used.
    package var allowsSHA256: Bool { hashes?.contains("sha256") ?? true }

    /// Whether this record holds the public half of a key.
    package func belongs(to key: DKIMKey) -> Bool {
        keyType == key.algorithm.keyType
            && DKIMPublicKey(publicKey, for: key.algorithm)?.canonicalBytes == key.publicKey
    }
}
