@testable import MessageSigning

extension Samples {
    /// A message to many, in Chinese and English.
    static let newsletter = mail(
        """
        From: 管理员 <no-reply@example.com>
        To: 王小明 <xiaoming@example.net>
        Subject: 您的账户已激活
         / Your account is active
        Date: Mon, 23 Nov 2026 09:00:00 +0800
        Message-ID: <a1b2c3@example.com>
        List-Id: <activation.example.com>
        List-Unsubscribe: <https://example.com/u/a1b2c3>, <mailto:unsubscribe+a1b2c3@example.com>
        List-Unsubscribe-Post: List-Unsubscribe=One-Click
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit
        X-Campaign: activation

        您好，王小明  ！

        Your account is active.\u{20}
        \t

        """
    )

    static func rsaKey() throws -> DKIMKey { try DKIMKey(text: [UInt8](SampleKeys.pkcs1.utf8)) }

    static func ed25519Key() throws -> DKIMKey { try DKIMKey(text: [UInt8](SampleKeys.ed25519.utf8)) }

    /// Both keys for one domain.
    static func identities(_ domain: String = "example.com") throws -> [DKIMIdentity] {
        [
            try DKIMIdentity(domain: domain, selector: "m1", key: rsaKey()),
            try DKIMIdentity(domain: domain, selector: "m2", key: ed25519Key()),
        ]
    }

    /// What DNS would say about the keys of some identities.
    static func answers(
        _ identities: [DKIMIdentity],
        change: @escaping (inout DKIMKeyRecord) -> Void = { _ in }
    ) -> (String) -> DKIMVerifier.KeyAnswer {
        { name in
            let texts = identities.filter { $0.recordName == name }.map { identity in
                var record = identity.key.record
                change(&record)
                return [UInt8](record.text.utf8)
            }
            return texts.isEmpty ? .noSuchName : .records(texts)
        }
    }

    /// A message with its signatures in front.
    static func signed(_ message: [UInt8], by signer: inout DKIMSigner, at time: Int = 1_795_000_000) throws -> [UInt8]
    {
        var fields: [UInt8] = []
        _ = try signer.sign(message.span, at: time, into: &fields)
        return fields + message
    }

    /// The results of verifying a message.
    static func results(
        _ message: [UInt8],
        now: Int? = nil,
        _ answers: (String) -> DKIMVerifier.KeyAnswer
    ) -> [DKIMVerdict.Result] {
        verdicts(message, now: now, answers).map(\.result)
    }

    /// The verdicts on a message.
    static func verdicts(
        _ message: [UInt8],
        now: Int? = nil,
        _ answers: (String) -> DKIMVerifier.KeyAnswer
    ) -> [DKIMVerdict] {
        DKIMVerifier(now: now).verify(message.span, keys: answers)
    }

    /// The names that a message's keys are asked for under.
    static func recordNames(_ message: [UInt8]) -> [String] { DKIMVerifier().recordNames(of: message.span) }
}
