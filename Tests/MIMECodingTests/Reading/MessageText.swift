@testable import MIMECoding

/// A message from lines, with the line end that a test asks for.
func messageText(_ lines: [String], lineEnd: String = "\r\n") -> [UInt8] {
    Array(lines.joined(separator: lineEnd).utf8)
}

extension MIMEMessage {
    /// The tree as one line: `'' multipart/mixed, 1 text/plain`.
    var outline: String {
        parts.map { part in
            let path = path(of: part)
            return (path.isEmpty ? "''" : path) + " " + part.contentType.mediaType
        }.joined(separator: ", ")
    }

    var diagnosticKinds: [MIMEDiagnostic.Kind] { diagnostics.map(\.kind) }

    func text(at path: String) -> String? { parts.first { self.path(of: $0) == path }.map(text(of:)) }
}
