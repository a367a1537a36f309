/// What became of verifying one signature.
package struct DKIMVerdict: Sendable, Hashable {
    /// The result, in the words of RFC 8601 §2.7.1.
    package enum Result: Error, Sendable, Hashable {
        /// The signature holds.
        case pass
        /// It was checked and does not hold.
        case fail(Failure)
        /// It cannot be understood, so it says nothing.
        case neutral(Obstacle)
        /// It can never be checked or trusted, whoever asks again.
        case permerror(Refusal)
        /// It could not be checked this time, because of DNS; the reason in the resolver's words.
        case temperror(String)
    }

    /// Why a signature does not hold.
    package enum Failure: Sendable, Hashable {
        /// The body was changed.
        case bodyHash
        /// `l=` names more than the body has.
        case bodyTooShort
        /// Signed fields were changed, or another key signed.
        case signature
        /// Its time (`x=`) is over.
        case expired
    }

    /// Why a signature cannot be understood.
    package enum Obstacle: Sendable, Hashable {
        case syntax(String)
        case missing(tag: String)
        case value(tag: String)
        case version
        case algorithm(String)
        case canonicalization(String)
        case queryMethod
        /// There are more signatures than are looked at.
        case tooManySignatures
        /// There are more header fields than are looked at.
        case tooManyFields
    }

    /// Why a signature is refused.
    package enum Refusal: Sendable, Hashable {
        case sha1
        case fromNotSigned
        case agentOutsideDomain
        case noKey
        case revokedKey
        case keyRecord(DKIMKeyRecord.Fault)
        case keyType(String)
        case damagedKey
        case weakKey
        case hashNotAllowed
        case keyNotForMail
        case agentNotDomain
    }

    /// Which of the message's DKIM-Signature fields, from the top, beginning with 0.
    package var place: Int
    /// The signing domain (`d=`); nil when the field could not be read.
    package var domain: String?
    /// Which of the domain's keys (`s=`).
    package var selector: String?
    /// How it was signed.
    package var algorithm: DKIMAlgorithm?
    /// The size of the key that was used.
    package var keyBits: Int?
    package var result: Result
    /// The key's record says that the domain is only testing (`t=y`): then a failure counts as no signature.
    package var isTesting = false
    /// Bytes of the body behind what the signature covers (`l=`): anybody can have added them.
    package var uncoveredBytes = 0
}

extension DKIMVerdict.Result {
    /// The word of RFC 8601 for it.
    package var word: String {
        switch self {
        case .pass: "pass"
        case .fail: "fail"
        case .neutral: "neutral"
        case .permerror: "permerror"
        case .temperror: "temperror"
        }
    }

    /// Why, in words; empty for a pass.
    package var reason: String {
        switch self {
        case .pass: ""
        case .fail(let failure): failure.description
        case .neutral(let obstacle): obstacle.description
        case .permerror(let refusal): refusal.description
        case .temperror(let words): words
        }
    }
}

extension DKIMVerdict.Failure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .bodyHash: "the body is not what was signed"
        case .bodyTooShort: "the body is shorter than what was signed (l=)"
        case .signature: "the signed header fields were changed, or another key signed"
        case .expired: "the signature has expired (x=)"
        }
    }
}

extension DKIMVerdict.Obstacle: CustomStringConvertible {
    package var description: String {
        switch self {
        case .syntax(let words): "the field is not written as a signature: \(words)"
        case .missing(let tag): "the signature has no \(tag)="
        case .value(let tag): "the signature's \(tag)= cannot be read"
        case .version: "the signature's version is not 1"
        case .algorithm(let name): "unknown algorithm \(name)"
        case .canonicalization(let name): "unknown canonicalization \(name)"
        case .queryMethod: "the key is to be found elsewhere than in DNS"
        case .tooManySignatures: "not looked at: there are too many signatures"
        case .tooManyFields: "not looked at: there are too many header fields"
        }
    }
}

extension DKIMVerdict.Refusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .sha1: "rsa-sha1 proves nothing any more (RFC 8301)"
        case .fromNotSigned: "the signature does not cover From"
        case .agentOutsideDomain: "i= is not in d= or below it"
        case .noKey: "DNS has no key under the signature's selector"
        case .revokedKey: "the key was revoked"
        case .keyRecord(let fault): "the key's record \(fault)"
        case .keyType(let type): "the record holds a key of another kind (\(type))"
        case .damagedKey: "the record holds no valid key"
        case .weakKey: "the key has fewer than \(DKIMPublicKey.leastBits) bits"
        case .hashNotAllowed: "the key's record does not allow SHA-256"
        case .keyNotForMail: "the key is not for mail (s=)"
        case .agentNotDomain: "i= differs from d=, which the key's record forbids (t=s)"
        }
    }
}
