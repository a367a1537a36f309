/// The name of a mailbox: the local part of an address up to its first `+`, ASCII letters small.
///
/// `bounces+k3xq@example.com`, `Bounces@example.com` and the POP3 user `bounces` all name one mailbox.
struct MailboxName: Hashable, Sendable {
    let text: String

    /// The mailbox of an address, or of a user name with a domain or without.
    init(_ address: ArraySlice<UInt8>) {
        var bytes = Self.localPart(address)
        if bytes.count > 1, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") {
            bytes = bytes.dropFirst().dropLast()
        }
        text = String(decoding: bytes.prefix { $0 != UInt8(ascii: "+") }.map(Self.folded), as: UTF8.self)
    }

    /// What stands before the last `@`; everything when there is none.
    static func localPart(_ address: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        address.lastIndex(of: UInt8(ascii: "@")).map { address[..<$0] } ?? address
    }

    /// The byte, an ASCII capital made small.
    static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
