internal import Crypto

/// Signs messages for the domains it has keys of.
///
/// A signer belongs to one worker at a time and uses its memory again; copies share nothing but the keys. The same
/// message, time and keys give the same bytes: both algorithms are deterministic.
package struct DKIMSigner: Sendable {
    /// How messages are signed.
    package struct Policy: Sendable, Hashable {
        /// How header and body are made canonical; relaxed both unless set.
        package var canonicalization = Canonicalization.Pair.relaxed
        /// What is signed.
        package var fields = SignedFieldList.standard
        /// Whether the time of signing is stated (`t=`).
        package var statesTime = true
        /// Seconds after which the signature is void (`x=`); nil for never.
        package var lifetime: Int?

        package init() {}
    }

    /// What came of signing a message.
    package enum Outcome: Sendable, Hashable {
        /// So many signatures were made.
        case signed(Int)
        /// There is no From, or none with a domain.
        case noAuthor
        /// The header has several From fields, which receivers refuse.
        case severalAuthorFields
        /// The header has more fields than any message of ours.
        case tooManyFields
        /// No identity signs for the author's domain.
        case noIdentity(domain: String)
    }

    package let identities: [DKIMIdentity]
    package let policy: Policy
    /// The bytes that the signatures of one message take at most, unless a signed field occurs again and again.
    package let headroom: Int
    private let writers: [SignatureFieldWriter]
    private let identitiesByDomain: [[UInt8]: [Int]]
    private var header = HeaderBlock()
    private var author: [UInt8] = []
    private var choice: (author: [UInt8], identities: [Int])?
    private var canonical: [UInt8] = []
    private var names: [UInt8] = []

    /// More fields than any message of ours has.
    private static let mostFields = 2_000

    /// A signer.
    ///
    /// - Parameters:
    ///   - identities: who signs. Several for one domain all sign its messages, the first one's signature on top: an
    ///     RSA and an Ed25519 key give two signatures (RFC 8463 §3).
    ///   - policy: how.
    package init(_ identities: [DKIMIdentity], policy: Policy = Policy()) {
        self.identities = identities
        self.policy = policy
        headroom = Self.headroom(identities, policy)
        writers = identities.map { SignatureFieldWriter($0, policy.canonicalization) }
        var places: [[UInt8]: [Int]] = [:]
        for (index, identity) in identities.enumerated() {
            places[[UInt8](identity.domain.utf8), default: []].append(index)
        }
        identitiesByDomain = places
    }

    /// Signs a message whose body comes in runs.
    ///
    /// Nothing is copied but the header's signed fields. Lines must end in CRLF, as they will on the wire.
    ///
    /// - Parameters:
    ///   - bytes: the header; what follows its empty line is not looked at.
    ///   - time: seconds since 1970.
    ///   - output: gets the DKIM-Signature fields appended, each with its CRLF, to be put in front of the message.
    ///   - body: hands over the body, behind the empty line, run by run; it is not called when nobody signs.
    /// - Returns: how many signatures were made, or why none.
    /// - Throws: `DKIMKey.SigningFailure`; `output` is as it was then.
    package mutating func sign(
        header bytes: Span<UInt8>,
        at time: Int,
        into output: inout [UInt8],
        body: (inout BodyFeed) -> Void
    ) throws(DKIMKey.SigningFailure) -> Outcome {
        header.read(bytes, limit: Self.mostFields)
        guard !header.isCut else { return .tooManyFields }
        if let outcome = findAuthor(in: bytes) { return outcome }
        let signers = chooseIdentities()
        guard !signers.isEmpty else { return .noIdentity(domain: String(decoding: author, as: UTF8.self)) }
        var feed = BodyFeed(policy.canonicalization.body)
        body(&feed)
        let bodyHash = feed.digest.finish().hash
        gatherFields(of: bytes)
        var fieldsHash = SHA256()
        fieldsHash.update(canonical.span)
        let start = output.count
        do throws(DKIMKey.SigningFailure) {
            for index in signers { try write(index, at: time, fieldsHash, bodyHash, into: &output) }
        } catch {
            output.removeLast(output.count - start)
            throw error
        }
        return .signed(signers.count)
    }

    /// Signs a message that lies in one run.
    ///
    /// - Throws: `DKIMKey.SigningFailure`.
    package mutating func sign(
        _ message: Span<UInt8>,
        at time: Int,
        into output: inout [UInt8]
    ) throws(DKIMKey.SigningFailure) -> Outcome {
        header.read(message, limit: Self.mostFields)
        let body = message.extracting(droppingFirst: header.bodyStart)
        return try sign(header: message, at: time, into: &output) { $0.add(body) }
    }

    /// Where a message's body is handed over.
    package struct BodyFeed: ~Copyable {
        fileprivate var digest: BodyDigest

        fileprivate init(_ form: Canonicalization) { digest = BodyDigest(form) }

        /// Takes the next run; runs may be cut anywhere.
        package mutating func add(_ bytes: Span<UInt8>) { digest.update(bytes) }
    }
}

extension DKIMSigner {
    /// Finds whose message it is; an outcome when that cannot be said.
    private mutating func findAuthor(in bytes: Span<UInt8>) -> Outcome? {
        var found = false
        for field in header.fields where ASCIIByte.matches(bytes.extracting(field.name), small: Self.from) {
            if found { return .severalAuthorFields }
            found = true
            AuthorDomain.find(in: bytes.extracting(field.value), into: &author)
        }
        return author.isEmpty || !found ? .noAuthor : nil
    }

    private static let from = [UInt8]("from".utf8)

    /// The identities of the author's domain, or of the nearest domain above it that has any for this.
    private mutating func chooseIdentities() -> [Int] {
        if let choice, choice.author == author { return choice.identities }
        let domain = TagGrammar.domain(author).map { [UInt8]($0.utf8) } ?? author
        var found = identitiesByDomain[domain] ?? []
        var rest = domain[...]
        while found.isEmpty, let dot = rest.firstIndex(of: UInt8(ascii: ".")) {
            rest = rest[(dot + 1)...]
            found = (identitiesByDomain[[UInt8](rest)] ?? []).filter { identities[$0].coversSubdomains }
        }
        choice = (author, found)
        return found
    }

    /// Puts the signed fields in canonical form, and their names for `h=`, in place.
    private mutating func gatherFields(of bytes: Span<UInt8>) {
        canonical.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
        for entry in policy.fields.entries {
            // "signing fields that occur several times: from the bottom of the header upwards" (RFC 6376 §5.4.2).
            for field in header.fields.reversed()
            where ASCIIByte.matches(bytes.extracting(field.name), small: entry.small) {
                HeaderCanonicalizer.append(field, of: bytes, policy.canonicalization.header, to: &canonical)
                appendName(entry)
            }
            if entry.isSealed { appendName(entry) }
        }
    }

    private mutating func appendName(_ entry: SignedFieldList.Entry) {
        if !names.isEmpty { names.append(UInt8(ascii: ":")) }
        names.append(contentsOf: entry.spelling)
    }

    /// Writes one signature.
    private mutating func write(
        _ index: Int,
        at time: Int,
        _ fieldsHash: SHA256,
        _ bodyHash: SHA256Digest,
        into output: inout [UInt8]
    ) throws(DKIMKey.SigningFailure) {
        let start = output.count
        var field = writers[index].begin(into: &output)
        if policy.statesTime { field.put("t=\(time);", to: &output) }
        if let lifetime = policy.lifetime { field.put("x=\(time + lifetime);", to: &output) }
        field.putNames(names, to: &output)
        field.putHash(bodyHash, to: &output)
        field.putSignatureTag(to: &output)
        let colon = start + SignatureFieldWriter.nameCount
        let own = HeaderBlock.Field(name: start..<colon, value: colon + 1..<output.count, start: start)
        canonical.removeAll(keepingCapacity: true)
        HeaderCanonicalizer.append(
            own,
            without: output.count..<output.count,
            of: output.span,
            policy.canonicalization.header,
            to: &canonical
        )
        var hash = fieldsHash
        hash.update(canonical.span)
        let signature = try identities[index].key.signature(for: hash.finalize())
        field.putSignature(signature, to: &output)
    }
}
