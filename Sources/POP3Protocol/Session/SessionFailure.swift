package import MailModel

/// Why a session cannot go on.
package struct SessionFailure: Error, Sendable, Hashable {
    /// What kind of thing is wrong.
    package var code: CollectFailure.Code
    /// What was being done: "logging in".
    package var activity: String
    /// The server's words, or what it did.
    package var message: String

    package init(code: CollectFailure.Code, activity: String, message: String) {
        self.code = code
        self.activity = activity
        self.message = message
    }
}
