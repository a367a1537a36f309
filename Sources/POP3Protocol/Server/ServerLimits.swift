/// Ceilings of what a client may ask of a server session.
package struct ServerLimits: Sendable, Hashable {
    /// The longest command line, its line end included; 255 (RFC 2449 §4).
    package var commandBytes = 255
    /// Commands that are refused for their form, after which the session is ended; 100.
    package var errors = 100

    package init() {}
}
