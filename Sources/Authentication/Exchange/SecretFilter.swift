package import MailModel

/// Keeps what was sent to prove a login out of the words that a server sends back: servers do quote what they got.
package struct SecretFilter: Sendable {
    private let secrets: [[UInt8]]

    /// A filter that lets everything through.
    package init() { secrets = [] }

    /// A filter for a login, with the forms in which PLAIN and the bearer mechanisms send it.
    package init(_ login: Login, message: [UInt8]?) {
        let secret = Array(login.secret.exposed.utf8)
        let forms = [secret, SASLBase64.encode(secret)] + (message.map { [$0, SASLBase64.encode($0)] } ?? [])
        // A secret of one or two letters is in every text.
        secrets = forms.filter { $0.count > 2 }.sorted { $0.count > $1.count }
    }

    /// The text with each secret replaced by "***".
    package func filtered(_ text: String) -> String {
        guard !secrets.isEmpty else { return text }
        var bytes = Array(text.utf8)
        for secret in secrets { bytes = Self.replaced(bytes, secret) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func replaced(_ text: [UInt8], _ secret: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if text.count - index >= secret.count, text[index..<index + secret.count].elementsEqual(secret) {
                result += "***".utf8
                index += secret.count
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }
}
