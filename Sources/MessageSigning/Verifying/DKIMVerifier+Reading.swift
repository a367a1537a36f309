internal import Crypto

extension DKIMVerifier {
    /// What is hashed of a body.
    struct BodyKey: Hashable {
        let form: Canonicalization
        let length: Int?
    }

    /// A message with its signatures found.
    struct Reading {
        struct Found {
            /// Which of the header's fields.
            var field: Int
            var parsed: Result<DKIMSignature, DKIMVerdict.Result>
        }

        private(set) var header = HeaderBlock()
        private(set) var signatures: [Found] = []
        /// The fields of each name, from the top: hostile headers have many.
        private var places: [[UInt8]: [Int]] = [:]

        private static let name = [UInt8]("dkim-signature".utf8)
        private static let from = [UInt8]("from".utf8)
        /// Longer names are signed by nobody.
        private static let longestName = 128

        init(_ message: Span<UInt8>, _ limits: Limits) {
            header.read(message, limit: limits.fields)
            for (index, field) in header.fields.enumerated() where field.name.count <= Self.longestName {
                let name = field.name.map { ASCIIByte.lowercased(message[$0]) }
                places[name, default: []].append(index)
            }
            for (count, index) in (places[Self.name] ?? []).enumerated() {
                let parsed: Result<DKIMSignature, DKIMVerdict.Result> =
                    if header.isCut {
                        .failure(.neutral(.tooManyFields))
                    } else if count >= limits.signatures {
                        .failure(.neutral(.tooManySignatures))
                    } else {
                        Self.parse(header.fields[index], of: message)
                    }
                signatures.append(Found(field: index, parsed: parsed))
            }
        }

        private static func parse(
            _ field: HeaderBlock.Field,
            of message: Span<UInt8>
        ) -> Result<DKIMSignature, DKIMVerdict.Result> {
            let tags: TagList
            do throws(TagList.Fault) { tags = try TagList(message, in: field.value) } catch {
                return .failure(.neutral(.syntax(error.description)))
            }
            do throws(DKIMVerdict.Result) { return .success(try DKIMSignature(tags)) } catch { return .failure(error) }
        }

        func body(of message: Span<UInt8>, _ key: BodyKey) -> (hash: SHA256Digest, canonicalCount: Int) {
            var digest = BodyDigest(key.form, length: key.length)
            digest.update(message.extracting(droppingFirst: header.bodyStart))
            return digest.finish()
        }

        /// The hash of the signed fields (RFC 6376 §3.7); nil when a From field is not among them.
        func hash(of message: Span<UInt8>, _ signature: DKIMSignature, field own: Int) -> SHA256Digest? {
            let form = signature.canonicalization.header
            var canonical: [UInt8] = []
            var used: [[UInt8]: Int] = [:]
            for name in signature.fields {
                var places = places[name] ?? []
                if name == Self.name { places.removeAll { $0 == own } }
                let count = used[name, default: 0]
                // A name that occurs more often than its field stands for nothing.
                guard count < places.count else { continue }
                used[name] = count + 1
                let field = header.fields[places[places.count - 1 - count]]
                HeaderCanonicalizer.append(field, of: message, form, to: &canonical)
            }
            guard used[Self.from] == places[Self.from]?.count else { return nil }
            HeaderCanonicalizer.append(
                header.fields[own],
                without: signature.hole,
                of: message,
                form,
                to: &canonical
            )
            var hash = SHA256()
            hash.update(canonical.span)
            return hash.finalize()
        }
    }
}
