package import MailModel

/// Messages for tests: real header fields, CRLF line ends, one address for each sequence number.
package enum SampleMail {
    /// One message.
    ///
    /// - Parameters:
    ///   - seq: the number of its first recipient; further ones count on from there.
    ///   - recipients: local parts at `example.test`, or whole addresses.
    ///   - from: the local part of the reverse-path at `sender.test`; nil for the null reverse-path.
    ///   - body: the text behind the header, with CRLF line ends.
    /// - Returns: the message; it needs SMTPUTF8 when an address is not ASCII, and is 8-bit when the body is not.
    package static func message(
        _ seq: Int,
        to recipients: String...,
        from: String? = "bounces",
        body: String = "=E6=82=A8=E5=A5=BD=EF=BC=8C the link is https://example.test/a?b=3Dc\r\n"
    ) -> OutgoingMessage {
        let paths = recipients.map { $0.contains("@") ? $0 : "\($0)@example.test" }
        let all = paths.enumerated().map { index, path in
            EnvelopeRecipient(
                id: AttemptID(seq: UInt32(seq + index), attempt: 1),
                path: path,
                domain: String(path.drop { $0 != "@" }.dropFirst())
            )
        }
        let envelope = Envelope(
            reversePath: from.map { .mailbox("\($0)@sender.test") } ?? .null,
            recipient: all[0],
            furtherRecipients: Array(all.dropFirst()),
            needsSMTPUTF8: paths.contains { $0.utf8.contains { $0 >= 128 } }
        )
        let content = Array((header(seq) + "\r\n" + body).utf8)
        return OutgoingMessage(envelope: envelope, content: self.content(content))
    }

    /// Bytes as the content of a message.
    package static func content(_ bytes: [UInt8]) -> MessageContent {
        MessageContent(
            first: .init(storage: bytes, range: 0..<bytes.count),
            is8Bit: bytes.contains { $0 >= 128 }
        )
    }

    /// Many messages, to `user0`, `user1` and so on.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - first: the number of the first.
    /// - Returns: the messages, in the order of their numbers.
    package static func messages(_ count: Int, from first: Int = 0) -> [OutgoingMessage] {
        (first..<first + count).map { message($0, to: "user\($0)") }
    }

    private static func header(_ seq: Int) -> String {
        """
        From: =?UTF-8?B?566h55CG5ZGY?= <no-reply@sender.test>\r
        Subject: =?UTF-8?B?6LSm5Y+35r+A5rS7?= \(seq)\r
        Message-ID: <\(seq).1@sender.test>\r
        MIME-Version: 1.0\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Transfer-Encoding: quoted-printable\r

        """
    }
}

extension MessageContent {
    /// All bytes in one array.
    package var bytes: [UInt8] {
        var bytes = Array(first.storage[first.range])
        for run in rest { bytes.append(contentsOf: run.storage[run.range]) }
        return bytes
    }
}
