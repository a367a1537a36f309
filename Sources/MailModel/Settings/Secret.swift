/// A password or token: whatever prints it prints `***`.
package struct Secret: Sendable, Hashable {
    /// The secret itself, for the one place that sends it.
    package let exposed: String

    package init(_ exposed: String) { self.exposed = exposed }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "***" }
    package var debugDescription: String { "***" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
