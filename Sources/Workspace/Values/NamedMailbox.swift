package import MailModel

/// A checked address with its display name: `管理员 <no-reply@example.com>`.
package struct NamedMailbox: Sendable, Hashable {
    /// The display name, not encoded; empty when there is none.
    package var name: String
    /// The address.
    package var address: MailAddress

    package init(name: String, address: MailAddress) {
        self.name = name
        self.address = address
    }
}
