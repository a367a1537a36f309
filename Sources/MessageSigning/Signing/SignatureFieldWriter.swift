internal import Crypto
internal import MIMECoding

/// Writes DKIM-Signature fields, folded so that lines have at most 78 characters wherever a fold is allowed.
struct SignatureFieldWriter: Sendable {
    private static let name = "DKIM-Signature"
    static let nameCount = name.utf8.count

    /// The beginning, which is the same in all fields of an identity.
    private let head: [UInt8]
    private let column: Int

    /// Writes the tags that depend on nothing but the identity.
    init(_ identity: DKIMIdentity, _ canonicalization: Canonicalization.Pair) {
        var head = [UInt8]((Self.name + ":").utf8)
        var field = Field(column: head.count)
        field.put("v=1;", to: &head)
        field.put("a=\(identity.key.algorithm.rawValue);", to: &head)
        field.put("c=\(canonicalization);", to: &head)
        field.put("d=\(identity.domain);", to: &head)
        field.put("s=\(identity.selector);", to: &head)
        if let agent = identity.agent, let at = agent.lastIndex(of: "@") {
            let local = String(decoding: TagGrammar.quoted(agent[..<at].utf8), as: UTF8.self)
            field.put("i=\(local)\(agent[at...]);", to: &head)
        }
        self.head = head
        column = field.column
    }

    /// Begins a field at the end of `output`.
    func begin(into output: inout [UInt8]) -> Field {
        output.append(contentsOf: head)
        return Field(column: column)
    }

    /// A field being written.
    struct Field {
        /// How many characters the line has.
        fileprivate(set) var column: Int

        private static let width = 78

        /// Writes a tag, on a new line if it does not fit behind a space.
        mutating func put(_ tag: String, to output: inout [UInt8]) { put([UInt8](tag.utf8).span, to: &output) }

        private mutating func put(_ tag: Span<UInt8>, to output: inout [UInt8]) {
            if column + 1 + tag.count > Self.width { fold(&output) } else { space(&output) }
            for index in tag.indices { output.append(tag[index]) }
            column += tag.count
        }

        /// Writes `h=`; it folds behind colons.
        mutating func putNames(_ names: [UInt8], to output: inout [UInt8]) {
            var start = 0
            var isFirst = true
            while start < names.count {
                let end = names[start...].firstIndex(of: UInt8(ascii: ":")) ?? names.count
                // The colon or semicolon behind it, and the tag's own beginning.
                let room = end - start + 1 + (isFirst ? 3 : 0)
                if column + room > Self.width { fold(&output) } else if isFirst { space(&output) }
                if isFirst {
                    output.append(UInt8(ascii: "h"))
                    output.append(UInt8(ascii: "="))
                    column += 2
                    isFirst = false
                }
                output.append(contentsOf: names[start..<end])
                output.append(end < names.count ? UInt8(ascii: ":") : UInt8(ascii: ";"))
                column += end - start + 1
                start = end + 1
            }
        }

        /// Writes `bh=`.
        mutating func putHash(_ hash: SHA256Digest, to output: inout [UInt8]) {
            var tag: [UInt8] = [UInt8(ascii: "b"), UInt8(ascii: "h"), UInt8(ascii: "=")]
            Base64.encode([UInt8](hash).span, into: &tag)
            tag.append(UInt8(ascii: ";"))
            put(tag.span, to: &output)
        }

        /// Writes `b=` without its value.
        mutating func putSignatureTag(to output: inout [UInt8]) { put("b=", to: &output) }

        /// Writes the value of `b=`, and ends the field.
        mutating func putSignature(_ signature: [UInt8], to output: inout [UInt8]) {
            let text = Base64.encoded(signature)
            var rest = text[...]
            while !rest.isEmpty {
                if column >= Self.width { fold(&output) }
                let line = rest.prefix(Self.width - column)
                output.append(contentsOf: line)
                column += line.count
                rest = rest.dropFirst(line.count)
            }
            output.append(13)
            output.append(10)
        }

        private mutating func space(_ output: inout [UInt8]) {
            output.append(32)
            column += 1
        }

        private mutating func fold(_ output: inout [UInt8]) {
            output.append(13)
            output.append(10)
            output.append(32)
            column = 1
        }
    }
}
