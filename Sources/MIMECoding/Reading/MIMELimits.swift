/// Ceilings for reading a message from strangers.
///
/// Beyond a ceiling nothing is thrown: what is above it stays unread and a diagnostic says so.
package struct MIMELimits: Sendable, Hashable {
    /// Bytes of the message that are read; the rest is as if it had not come, default 128 MiB.
    package var messageBytes = 128 << 20
    /// Bytes of one header block whose fields are kept; default 1 MiB.
    package var headerBytes = 1 << 20
    /// Fields kept of one header block; default 2,000.
    package var headerFields = 2_000
    /// Fields kept of the whole message; default 50,000.
    package var totalFields = 50_000
    /// Levels of parts below the message itself; a composite part below that is left closed; default 64.
    package var nesting = 64
    /// Parts of the whole message, the message itself and embedded messages counted; default 1,000.
    package var parts = 1_000
    /// Parameters kept of one field; default 64.
    package var parameters = 64
    /// Bytes of one structured field (Content-Type and the like) that are looked at; default 16 KiB.
    package var structuredFieldBytes = 16 << 10
    /// Characters of a boundary; a longer one is taken as none (RFC 2046 §5.1.1 allows 70); default 1,000.
    package var boundaryBytes = 1_000
    /// Bytes that encoded embedded messages may decode to, all together; default 32 MiB.
    package var embeddedBytes = 32 << 20
    /// Diagnostics kept; default 100.
    package var diagnostics = 100

    /// The defaults.
    package init() {}
}
