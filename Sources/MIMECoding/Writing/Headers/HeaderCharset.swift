/// Whether header fields are ASCII or UTF-8 (RFC 6532).
package enum HeaderCharset: Sendable {
    /// ASCII; everything else in encoded words. Every server takes it.
    case ascii
    /// UTF-8 as it is; only for messages with an address that needs SMTPUTF8 (RFC 6531).
    case utf8
}
