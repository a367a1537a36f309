extension ServerDialogue {
    /// AUTH PLAIN and LOGIN, with and without an initial response (RFC 4954 §4).
    mutating func authenticate(_ line: String) -> Next {
        let words = line.split(separator: " ").map(String.init)
        guard let login = behaviour.login, words.count >= 2 else { return say("503 5.5.1 no AUTH here") }
        let mechanism = words[1].uppercased()
        guard login.mechanisms.contains(mechanism) else { return say("504 5.5.4 unknown mechanism") }
        let initial = words.count > 2 ? words[2] : nil
        switch mechanism {
        case "PLAIN":
            guard let response = initial ?? challenge("334 ") else { return .close }
            let right = [0] + Array(login.user.utf8) + [0] + Array(login.password.utf8)
            return conclude(response == Base64Text.encode(right), login)
        default:
            guard let user = initial ?? challenge("334 VXNlcm5hbWU6"), let password = challenge("334 UGFzc3dvcmQ6")
            else { return .close }
            let isRight =
                user == Base64Text.encode(Array(login.user.utf8))
                && password == Base64Text.encode(Array(login.password.utf8))
            return conclude(isRight, login)
        }
    }

    private mutating func challenge(_ text: ServerReply) -> String? {
        session.socket.write(text.bytes)
        return session.command()
    }

    private mutating func conclude(_ isRight: Bool, _ login: ServerLogin) -> Next {
        say(isRight ? "235 2.7.0 welcome" : login.refusal)
    }
}
