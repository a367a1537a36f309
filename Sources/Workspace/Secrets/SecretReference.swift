/// Where a secret is to be had; it is read at the moment of use and never kept in the configuration.
package struct SecretReference: Sendable, Hashable {
    /// The three places.
    package enum Source: Sendable, Hashable {
        /// An environment variable.
        case environment(String)
        /// A file, relative to the workspace; a newline at its end is cut.
        case file(String)
        /// A command for `/bin/sh -c`; the first line it prints.
        case command(String)
    }

    /// Where it is.
    package var source: Source
    /// The file that names it.
    package var file: String
    /// Where in that file.
    package var place: SourcePlace
    /// The setting: `transports.relay.auth.password`.
    package var setting: String
}
