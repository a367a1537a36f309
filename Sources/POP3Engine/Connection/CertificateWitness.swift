internal import NIOSSL

/// Sees the certificate that makes a handshake fail, so that a person learns which and why.
///
/// The library says no more than `CERTIFICATE_VERIFY_FAILED`. Bound to the event loop of its connection.
final class CertificateWitness {
    /// What was found wrong; nil as long as nothing was.
    private(set) var finding: String?

    /// Looks at one certificate of the chain; the verdict stays what it was.
    func look(_ result: NIOSSLVerificationResult, at certificate: NIOSSLCertificate) -> NIOSSLVerificationResult {
        if case .failed = result, finding == nil {
            finding = Self.describe(certificate, now: SystemError.now)
        }
        return result
    }

    private static func describe(_ certificate: NIOSSLCertificate, now: Int) -> String {
        let name = subject(of: certificate)
        if certificate.notValidAfter < now {
            return "the certificate of \(name) expired on \(date(certificate.notValidAfter))"
        }
        if certificate.notValidBefore > now {
            return "the certificate of \(name) is valid from \(date(certificate.notValidBefore)) only"
        }
        return "the certificate of \(name) comes from nobody who is trusted here;"
            + " if it should be trusted, name the file with its authority as tls_ca"
    }

    /// The name in a certificate, unprintable bytes masked.
    private static func subject(of certificate: NIOSSLCertificate) -> String {
        let fields = certificate.description.split(separator: ";")
        for key in ["common_name=", "alternative_names=", "serial_number="] {
            guard let field = fields.first(where: { $0.hasPrefix(key) }) else { continue }
            let text = field.dropFirst(key.count).prefix { $0 != ">" }.unicodeScalars.prefix(200)
                .map { (0x20...0x7E).contains($0.value) ? String($0) : "?" }.joined()
            return key == "serial_number=" ? "serial number \(text)" : "\"\(text)\""
        }
        return "the server"
    }

    /// The day in UTC, as `2026-11-24` (days to civil date by the Gregorian calendar, years from March on).
    private static func date(_ seconds: Int) -> String {
        let days = Int((Double(seconds) / 86400).rounded(.down)) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}

/// A handler whose verification can be watched.
///
/// The library's watching initialiser is the only one that keeps its own verification; a requirement gives it a name that
/// cannot be taken for the others.
protocol WatchedTLSHandler {
    init(
        context: NIOSSLContext,
        serverHostname: String?,
        verificationCallback: NIOSSLVerificationCallback?
    ) throws
}

extension NIOSSLClientHandler: WatchedTLSHandler {}
