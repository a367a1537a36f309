internal import MailModel

/// Where libcurl's own dot-stuffing must be kept from going wrong.
enum DotLines {
    /// Whether libcurl may know how long a message is, so that it says `SIZE=` in MAIL.
    ///
    /// libcurl counts the dots that it adds against that length (7.88; `readwrite_upload`): once added dots make up for
    /// what is left, it takes the message for sent and cuts it off. A message of one block is safe, since it has been
    /// read whole by then; a longer one is, when no line begins with a dot.
    /// - Parameters:
    ///   - content: the message.
    ///   - block: how many bytes libcurl reads at once.
    /// - Returns: whether it may.
    static func libcurlMayBeToldSize(_ content: MessageContent, block: Int) -> Bool {
        content.size <= block || !hasDotLine(content)
    }

    private static func hasDotLine(_ content: MessageContent) -> Bool {
        var isLineStart = true
        for index in 0...content.rest.count {
            let run = index == 0 ? content.first : content.rest[index - 1]
            let span = run.storage.span
            for place in run.range {
                let byte = span[place]
                if isLineStart, byte == UInt8(ascii: ".") { return true }
                isLineStart = byte == UInt8(ascii: "\n")
            }
        }
        return false
    }
}
