import BounceAnalysis
import MIMECoding
import MailJobs
import TemplateLanguage

/// A small job in English and Chinese.
enum SampleRecipe {
    static let secret = Array("0123456789abcdef0123456789abcdef".utf8)

    static func make(
        subject: String = "Welcome, {{name}}",
        text: String? = "Hello {{name}},\nyour code is {{code}}.\n",
        html: String? = "<p>Hello {{name}}, your code is <b>{{code}}</b>.</p>\n"
    ) throws -> MessageRecipe {
        func file(_ name: String, _ text: String) -> MessageRecipe.TemplateFile {
            MessageRecipe.TemplateFile(path: name, bytes: Array(text.utf8))
        }
        var recipe = MessageRecipe(
            from: MailboxText(name: "管理员", address: "no-reply@example.com"),
            emailColumn: "email",
            reversePath: .perRecipient(try ReversePathPattern("bounces+{token}@example.com")),
            languages: [
                .init(
                    tag: "",
                    subject: file("subject.mustache", subject),
                    text: text.map { file("text.mustache", $0) },
                    html: html.map { file("html.mustache", $0) },
                    partials: PartialTable()
                ),
                .init(
                    tag: "zh-CN",
                    subject: file("zh-CN/subject.mustache", "欢迎，{{name}}\n"),
                    text: file("zh-CN/text.mustache", "{{name}}，您好！\n您的代码是 {{code}}。\n"),
                    html: nil,
                    partials: PartialTable()
                ),
            ]
        )
        recipe.nameColumn = "name"
        recipe.localeColumn = "locale"
        return recipe
    }
}
