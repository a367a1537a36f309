internal import MailModel

/// LOGIN (draft-murchison-sasl-login): user name and password, each when asked, whatever the words.
struct LoginExchange: Sendable {
    private var answers: [[UInt8]]

    init(login: Login) { answers = [Array(login.secret.exposed.utf8), Array(login.user.utf8)] }

    mutating func receive(challenge: [UInt8]) -> SASLExchange.Step {
        guard let answer = answers.popLast() else {
            return .cancel("LOGIN has user name and password, yet the server asks for more")
        }
        return .respond(answer)
    }
}
