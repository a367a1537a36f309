internal import Crypto

/// Checks the DKIM signatures of a message (RFC 6376 §6, RFC 8301, RFC 8463).
///
/// It asks nobody: keys come from the caller, who may look all of them up at once (``recordNames(of:)``).
package struct DKIMVerifier: Sendable {
    /// What DNS said about a name.
    package enum KeyAnswer: Sendable, Hashable {
        /// The TXT records, each with its strings put together without anything between them; none if the name is there
        /// without any.
        case records([[UInt8]])
        /// There is no such name.
        case noSuchName
        /// No answer this time; the reason in the resolver's words.
        case tryLater(String)
    }

    /// What is too much.
    package struct Limits: Sendable, Hashable {
        /// Signatures that are checked, from the top; each costs a pass over the body and a lookup.
        package var signatures = 8
        /// Header fields that are looked at.
        package var fields = 2_000
        /// TXT records under one name that are tried.
        package var records = 4

        package init() {}
    }

    /// Seconds since 1970, for signatures that expire; nil lets none expire.
    package var now: Int?
    package var limits: Limits

    package init(now: Int? = nil, limits: Limits = Limits()) {
        self.now = now
        self.limits = limits
    }

    /// The names whose TXT records are needed, each once, in the order of the signatures.
    package func recordNames(of message: Span<UInt8>) -> [String] {
        var seen = Set<String>()
        let reading = Reading(message, limits)
        return reading.signatures.compactMap { signature in
            switch signature.parsed {
            case .success(let parsed): seen.insert(parsed.recordName).inserted ? parsed.recordName : nil
            case .failure: nil
            }
        }
    }

    /// Checks every signature.
    ///
    /// - Parameters:
    ///   - message: the message; its lines end in CRLF.
    ///   - keys: what DNS says about a name.
    /// - Returns: a verdict on each DKIM-Signature field, from the top.
    package func verify(_ message: Span<UInt8>, keys: (String) -> KeyAnswer) -> [DKIMVerdict] {
        let reading = Reading(message, limits)
        var bodies: [BodyKey: (hash: SHA256Digest, canonicalCount: Int)] = [:]
        var verdicts: [DKIMVerdict] = []
        for (place, found) in reading.signatures.enumerated() {
            var verdict = DKIMVerdict(place: place, result: .pass)
            switch found.parsed {
            case .failure(let result): verdict.result = result
            case .success(let signature):
                verdict.domain = signature.domain
                verdict.selector = signature.selector
                verdict.algorithm = signature.algorithm
                let key = BodyKey(form: signature.canonicalization.body, length: signature.bodyLength)
                let body = bodies[key] ?? reading.body(of: message, key)
                bodies[key] = body
                let hash = reading.hash(of: message, signature, field: found.field)
                verdict.result = check(signature, body: body, hash: hash, keys: keys, &verdict)
                if let length = signature.bodyLength { verdict.uncoveredBytes = max(0, body.canonicalCount - length) }
            }
            verdicts.append(verdict)
        }
        return verdicts
    }

    private func check(
        _ signature: DKIMSignature,
        body: (hash: SHA256Digest, canonicalCount: Int),
        hash: SHA256Digest?,
        keys: (String) -> KeyAnswer,
        _ verdict: inout DKIMVerdict
    ) -> DKIMVerdict.Result {
        guard let hash else { return .permerror(.fromNotSigned) }
        if let now, let expiry = signature.expiry, expiry < now { return .fail(.expired) }
        let records: [[UInt8]]
        switch keys(signature.recordName) {
        case .records(let found): records = found
        case .noSuchName: records = []
        case .tryLater(let words): return .temperror(words)
        }
        var result = DKIMVerdict.Result.permerror(.noKey)
        for text in records.prefix(limits.records) {
            switch Self.key(in: text, for: signature, &verdict) {
            case .failure(let refusal):
                if result == .permerror(.noKey) { result = refusal }
            case .success(let key):
                verdict.keyBits = key.bits
                if let length = signature.bodyLength, length > body.canonicalCount { return .fail(.bodyTooShort) }
                guard signature.bodyHash == [UInt8](body.hash) else { return .fail(.bodyHash) }
                if key.isValid(signature.value, for: hash) { return .pass }
                result = .fail(.signature)
            }
        }
        return result
    }

    /// The key of a TXT record, if the signature may use it (RFC 6376 §6.1.2).
    private static func key(
        in text: [UInt8],
        for signature: DKIMSignature,
        _ verdict: inout DKIMVerdict
    ) -> Result<DKIMPublicKey, DKIMVerdict.Result> {
        let record: DKIMKeyRecord
        do throws(DKIMKeyRecord.Fault) { record = try DKIMKeyRecord(parsing: text) } catch {
            // "Records beginning with a "v=" tag with any other value MUST be discarded."
            return .failure(.permerror(error == .otherVersion ? .noKey : .keyRecord(error)))
        }
        verdict.isTesting = record.isTesting
        if record.isRevoked { return .failure(.permerror(.revokedKey)) }
        guard record.servesMail else { return .failure(.permerror(.keyNotForMail)) }
        guard record.allowsSHA256 else { return .failure(.permerror(.hashNotAllowed)) }
        guard record.keyType == signature.algorithm.keyType else {
            return .failure(.permerror(.keyType(record.keyType)))
        }
        if record.isStrict, signature.agentDomain != signature.domain { return .failure(.permerror(.agentNotDomain)) }
        guard let key = DKIMPublicKey(record.publicKey, for: signature.algorithm) else {
            let isShort = signature.algorithm == .rsaSHA256 && record.publicKey.count < 160
            return .failure(.permerror(isShort ? .weakKey : .damagedKey))
        }
        return .success(key)
    }
}
