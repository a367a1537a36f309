package import MailModel

/// A complete reply that still lies in the buffer it arrived in: its code, and how many bytes it takes there.
///
/// Most replies are only looked at for their code; the text is made when somebody wants to keep it.
package struct ReplyFrame: Sendable, Hashable {
    /// The code that all its lines carry.
    package let code: ReplyCode
    /// Bytes from the start of the buffer to the end of the last line, line ends included.
    package let length: Int

    /// The reply as a value of its own.
    ///
    /// - Parameter bytes: the buffer in which the frame was found, from the reply's first byte.
    /// - Returns: code and text, the lines joined by newlines, unprintable bytes masked.
    package func reply(in bytes: Span<UInt8>) -> Reply {
        Reply(code: code, text: ReplyText.text(of: bytes, length: length))
    }
}
