/// The folder with `martlet.yaml`, and where its parts are.
package struct WorkspaceFolder: Sendable, Hashable {
    /// The folder, absolute, links resolved.
    package let path: String
    /// The state folder, absolute; it may not exist yet.
    package let statePath: String

    /// The file that makes a folder a workspace.
    package static let configurationName = "martlet.yaml"
    /// The state folder where none is named.
    package static let stateName = ".martlet"
}
