/// A mailbox to write into a header field: a display name and an address, both as bytes (RFC 5322 §3.4).
package struct MailboxText: Sendable, Equatable {
    /// The display name as UTF-8; may be empty.
    package var name: ArraySlice<UInt8>
    /// The address, `local-part@domain`, with the domain in its ASCII form unless the local part needs SMTPUTF8.
    package var address: ArraySlice<UInt8>

    /// Makes a mailbox from bytes.
    package init(name: ArraySlice<UInt8> = [], address: ArraySlice<UInt8>) {
        self.name = name
        self.address = address
    }

    /// Makes a mailbox from strings.
    package init(name: String = "", address: String) {
        self.name = [UInt8](name.utf8)[...]
        self.address = [UInt8](address.utf8)[...]
    }
}

/// One entry of an address field (RFC 5322 §3.4).
package enum AddressEntry: Sendable, Equatable {
    /// One mailbox.
    case mailbox(MailboxText)
    /// A named group, which may be empty: `undisclosed-recipients:;`.
    case group(name: ArraySlice<UInt8>, members: [MailboxText])
}
