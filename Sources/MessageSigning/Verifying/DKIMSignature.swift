/// A DKIM-Signature field, taken apart (RFC 6376 §3.5).
struct DKIMSignature: Sendable {
    let algorithm: DKIMAlgorithm
    let canonicalization: Canonicalization.Pair
    /// `d=`, in small ASCII letters.
    let domain: String
    /// `s=`, in small ASCII letters.
    let selector: String
    /// The domain of `i=`.
    let agentDomain: String
    /// The names of `h=`, in small letters.
    let fields: [[UInt8]]
    /// The bytes of `bh=`.
    let bodyHash: [UInt8]
    /// The bytes of `b=`.
    let value: [UInt8]
    /// Where in the header the value of `b=` lies, white space around it included.
    let hole: Range<Int>
    /// How many bytes of the body count (`l=`).
    let bodyLength: Int?
    /// `x=`, seconds since 1970.
    let expiry: Int?

    /// The most names in `h=`.
    private static let mostFields = 500

    /// Reads a field.
    ///
    /// - Parameter tags: the field's tags.
    /// - Throws: the result that such a signature has.
    init(_ tags: TagList) throws(DKIMVerdict.Result) {
        guard try Self.required("v", tags).value == [UInt8(ascii: "1")] else { throw .neutral(.version) }
        algorithm = try Self.algorithm(tags)
        canonicalization = try Self.canonicalization(tags)
        domain = try Self.domain(Self.required("d", tags), labels: 2)
        selector = try Self.domain(Self.required("s", tags), labels: 1)
        agentDomain = try Self.agentDomain(tags, of: domain)
        fields = try Self.fields(tags)
        bodyHash = try Self.base64(Self.required("bh", tags))
        let signature = try Self.required("b", tags)
        value = try Self.base64(signature)
        hole = signature.place
        bodyLength = try Self.number("l", tags)
        expiry = try Self.number("x", tags)
        if let made = try Self.number("t", tags), let expiry, expiry <= made { throw .neutral(.value(tag: "x")) }
        try Self.checkQuery(tags)
    }

    /// The name of its key's record.
    var recordName: String { DKIMKeyRecord.name(selector: selector, domain: domain) }

    private static func required(_ name: String, _ tags: TagList) throws(DKIMVerdict.Result) -> TagList.Tag {
        guard let tag = tags[name] else { throw .neutral(.missing(tag: name)) }
        return tag
    }

    private static func algorithm(_ tags: TagList) throws(DKIMVerdict.Result) -> DKIMAlgorithm {
        let name = try required("a", tags).word
        // "rsa-sha1 MUST NOT be used for signing or verifying" (RFC 8301 §3.1).
        if name == "rsa-sha1" { throw .permerror(.sha1) }
        guard let algorithm = DKIMAlgorithm(rawValue: name) else { throw .neutral(.algorithm(name)) }
        return algorithm
    }

    private static func canonicalization(_ tags: TagList) throws(DKIMVerdict.Result) -> Canonicalization.Pair {
        guard let tag = tags["c"] else { return Canonicalization.Pair(header: .simple, body: .simple) }
        let parts = tag.word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, let header = parts.first.flatMap(Canonicalization.init(rawValue:)) else {
            throw .neutral(.canonicalization(tag.word))
        }
        // "If only one algorithm is named, that algorithm is used for the header and "simple" for the body."
        guard parts.count == 2 else { return Canonicalization.Pair(header: header, body: .simple) }
        guard let body = Canonicalization(rawValue: parts[1]) else { throw .neutral(.canonicalization(tag.word)) }
        return Canonicalization.Pair(header: header, body: body)
    }

    private static func domain(_ tag: TagList.Tag, labels: Int) throws(DKIMVerdict.Result) -> String {
        guard let domain = TagGrammar.domain(tag.value, labels: labels) else { throw .neutral(.value(tag: tag.name)) }
        return domain
    }

    /// `i=` is `[ Local-part ] "@" domain-name`, in `d=` or below it.
    private static func agentDomain(_ tags: TagList, of domain: String) throws(DKIMVerdict.Result) -> String {
        guard let tag = tags["i"] else { return domain }
        guard let agent = TagGrammar.unquoted(tag.compact), let at = agent.lastIndex(of: UInt8(ascii: "@")),
            let agentDomain = TagGrammar.domain(agent[(at + 1)...])
        else { throw .neutral(.value(tag: "i")) }
        guard TagGrammar.isDomain(agentDomain, withinOrEqual: domain) else { throw .permerror(.agentOutsideDomain) }
        return agentDomain
    }

    private static func fields(_ tags: TagList) throws(DKIMVerdict.Result) -> [[UInt8]] {
        let tag = try required("h", tags)
        guard !tag.value.isEmpty else { throw .permerror(.fromNotSigned) }
        guard let words = TagGrammar.words(tag), words.count <= mostFields,
            words.allSatisfy({ $0.utf8.allSatisfy(ASCIIByte.isFieldText) })
        else { throw .neutral(.value(tag: "h")) }
        guard words.contains("from") else { throw .permerror(.fromNotSigned) }
        return words.map { [UInt8]($0.utf8) }
    }

    private static func base64(_ tag: TagList.Tag) throws(DKIMVerdict.Result) -> [UInt8] {
        guard let bytes = TagGrammar.base64(tag) else { throw .neutral(.value(tag: tag.name)) }
        return bytes
    }

    private static func number(_ name: String, _ tags: TagList) throws(DKIMVerdict.Result) -> Int? {
        guard let tag = tags[name] else { return nil }
        guard let number = TagGrammar.number(tag) else { throw .neutral(.value(tag: name)) }
        return number
    }

    private static func checkQuery(_ tags: TagList) throws(DKIMVerdict.Result) {
        guard let tag = tags["q"] else { return }
        guard let methods = TagGrammar.words(tag) else { throw .neutral(.value(tag: "q")) }
        guard methods.contains("dns/txt") || methods.contains("dns") else { throw .neutral(.queryMethod) }
    }
}
