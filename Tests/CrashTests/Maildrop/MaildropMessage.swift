/// A message in the maildrop, told from all others by its header.
struct MaildropMessage: Sendable {
    /// Its place in the order of arrival, from 0.
    let serial: Int
    /// Its bytes, dots not stuffed.
    let bytes: [UInt8]

    /// A report or a letter; some lines begin with dots, and sizes are all different.
    init(serial: Int, bytes size: Int) {
        self.serial = serial
        let header = """
            Return-Path: <>
            From: "邮件系统" <MAILER-DAEMON@mx.example.net>
            To: bounces@example.com
            Subject: 退信 \(serial): undelivered
            Message-ID: <\(serial).crash@mx.example.net>
            X-Serial: \(serial)
            Content-Type: text/plain; charset=utf-8


            """
        var text = header.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        text += "<gone\(serial)@example.cn>: host mx.example.cn said: 550 5.1.1 用户不存在 no such user\r\n"
        text += ".\r\n..\r\n.a line that begins with a dot\r\n"
        let line = "第 \(serial) 封: the quick brown fox jumps over the lazy dog, again and again and again\r\n"
        var all = Array(text.utf8)
        all.reserveCapacity(size + line.utf8.count)
        while all.count < size { all += line.utf8 }
        bytes = all
    }

    /// The reply to RETR behind its status line, or to TOP with `lines` 0.
    func content(headerOnly: Bool) -> [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(bytes.count + 1_000)
        var isLineStart = true
        var isEmptyLine = true
        for byte in bytes {
            if isLineStart, byte == UInt8(ascii: ".") { content.append(byte) }
            content.append(byte)
            isLineStart = byte == 0x0A
            if isLineStart, isEmptyLine, headerOnly { break }
            isEmptyLine = isLineStart || (isEmptyLine && byte == 0x0D)
        }
        return content + Array(".\r\n".utf8)
    }
}
