internal import Glibc
internal import MailModel
internal import NIOSSL

/// Says which certificate was refused, and why, in words that lead to the cure.
enum CertificateText {
    /// The sentence about a handshake that failed.
    ///
    /// - Parameters:
    ///   - error: what broke.
    ///   - certificate: the server's own, where the handshake got that far.
    ///   - host: the host as it was named.
    ///   - tls: what is demanded.
    /// - Returns: the sentence, and what is wrong; nil for the latter where another try may go better.
    static func refusal(
        _ error: any Error,
        _ certificate: NIOSSLCertificate?,
        host: String,
        tls: TLSRequirement
    ) -> (text: String, code: TransportFailure.Code?) {
        let detail = detail(of: error)
        let isName = (error as? NIOSSLExtraError) == .failedToValidateHostname
        guard isName || detail == "CERTIFICATE_VERIFY_FAILED" else {
            // Words in the clear where a TLS record was due.
            if detail == "WRONG_VERSION_NUMBER", tls == .implicit {
                return ("the server does not speak TLS from the first byte; it may want tls: starttls", .configuration)
            }
            return ("TLS could not be agreed on: \(detail)", nil)
        }
        guard let certificate else { return ("the certificate of \(host) is not trusted", .untrusted) }
        let subject = name(certificate.subjectName)
        let issuer = name(certificate.issuerName)
        let facts = "subject \(subject), issuer \(issuer), valid until \(day(certificate.notValidAfter))"
        let reason = reason(certificate, host, isName: isName)
        return ("the certificate of \(host) (\(facts)) is refused: \(reason)", .untrusted)
    }

    /// The library's own word for what broke, without its source files.
    private static func detail(of error: any Error) -> String {
        let text = String(describing: error)
        guard let start = text.firstRange(of: "OPENSSL_internal:") else {
            if case NIOSSLError.handshakeFailed(_) = error { return "the server closed the connection" }
            return text
        }
        return String(text[start.upperBound...].prefix { $0 != " " })
    }

    private static func reason(_ certificate: NIOSSLCertificate, _ host: String, isName: Bool) -> String {
        let now = time(nil)
        if certificate.notValidAfter < now { return "it has expired" }
        if certificate.notValidBefore > now { return "it is not valid before \(day(certificate.notValidBefore))" }
        if isName {
            let names = alternativeNames(certificate)
            let list = names.isEmpty ? name(certificate.subjectName) : names.joined(separator: ", ")
            return "it is for \(list), not for \(host)"
        }
        if certificate.subjectName == certificate.issuerName {
            return "it is signed by itself; if it is yours, name its file as tls_ca"
        }
        return "no trusted authority stands behind its issuer; if that is yours, name its certificate as tls_ca"
    }

    static func name(_ parts: [SSLCertificateName]) -> String {
        let wanted: [(SSLCertificateNameType, String)] = [(.commonName, "CN"), (.organization, "O")]
        let words = wanted.compactMap { type, label in
            parts.last { $0.type == type }.map { "\(label)=\(printable($0.value))" }
        }
        return words.isEmpty ? "without a name" : words.joined(separator: " ")
    }

    static func alternativeNames(_ certificate: NIOSSLCertificate) -> [String] {
        certificate._subjectAlternativeNames().prefix(8).compactMap { name in
            switch name.nameType {
            case .dnsName:
                return printable(String(decoding: name.contents, as: UTF8.self))
            case .ipAddress:
                let bytes = Array(name.contents)
                return bytes.count == 4 ? bytes.map(String.init).joined(separator: ".") : "an IPv6 address"
            default:
                return nil
            }
        }
    }

    /// What a certificate says is the server's word: controls are masked, length is bounded.
    private static func printable(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(120).map { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "?" : scalar
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    /// The day of a Unix time in UTC, as 2026-11-23.
    static func day(_ time: time_t) -> String {
        // Days since 0000-03-01, in eras of 400 years (Howard Hinnant's civil-from-days).
        let days = (time >= 0 ? time : time - 86_399) / 86_400 + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}
