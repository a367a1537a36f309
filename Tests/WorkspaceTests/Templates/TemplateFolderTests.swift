import Foundation
import TemplateLanguage
import Testing

@testable import Workspace

@Suite("Template folders")
struct TemplateFolderTests {
    private func sample() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("templates/welcome/subject.mustache", "Welcome")
        try folder.write("templates/welcome/text.mustache", "Hello {{> who}}")
        try folder.write("templates/welcome/html.mustache", "<p>Hello")
        try folder.write("templates/welcome/partials/who.mustache", "friend")
        try folder.write("templates/welcome/partials/sub/foot", "bye")
        try folder.write("templates/welcome/assets/logo.png", [0x89, 0x50])
        try folder.write("templates/welcome/zh/subject.mustache", "欢迎")
        try folder.write("templates/welcome/zh/partials/who.mustache", "朋友")
        try folder.write("templates/welcome/zh-Hant/subject.mustache", "歡迎")
        try folder.write("templates/welcome/fr/text.mustache", "Bonjour")
        try folder.write("templates/welcome/.DS_Store", "")
        try folder.write("templates/welcome/text.mustache~", "")
        try folder.write("templates/reset/subject.mustache", "x")
        try folder.write("templates/reset/html.mustache", "x")
        return folder
    }

    private func text(_ file: TemplateFile?) -> String? { file.map { String(decoding: $0.bytes, as: UTF8.self) } }

    @Test("All files are there, in the order of their bytes, named as people see them")
    func contents() throws {
        let folder = try sample()
        let template = try folder.workspace.template(named: "welcome")
        #expect(
            template.files.map(\.path) == [
                "assets/logo.png", "fr/text.mustache", "html.mustache", "partials/sub/foot", "partials/who.mustache",
                "subject.mustache", "text.mustache", "zh-Hant/subject.mustache", "zh/partials/who.mustache",
                "zh/subject.mustache",
            ]
        )
        #expect(template.file(.html)?.shown == "templates/welcome/html.mustache")
        #expect(template.languages == ["fr", "zh-Hant", "zh"])
        #expect(template.asset(named: "logo.png")?.bytes == [0x89, 0x50])
        #expect(folder.workspace.templateNames == ["reset", "welcome"])
        #expect(TemplateFolder(name: "welcome", shown: template.shown, files: template.files.reversed()) == template)
    }

    @Test(
        "A language falls back part by part, and file by file",
        arguments: [
            ("zh-Hant-HK", "歡迎", ["zh-Hant", "zh"]), ("zh-TW", "歡迎", ["zh-Hant"]), ("ZH_cn", "欢迎", ["zh"]),
            ("zh", "欢迎", ["zh"]), ("fr-CA", "Welcome", ["fr"]), ("de", "Welcome", []), ("", "Welcome", []),
            ("../../etc", "Welcome", []), ("zh_CN.UTF-8", "欢迎", ["zh"]),
        ]
    )
    func languages(_ locale: String, _ subject: String, _ order: [String]) throws {
        let folder = try sample()
        let template = try folder.workspace.template(named: "welcome")
        let languages = template.languages(for: locale)
        #expect(Array(languages.prefix(order.count)) == order)
        #expect(text(template.file(.subject, languages: languages)) == subject)
        #expect(text(template.file(.html, languages: languages)) == "<p>Hello")
        #expect(text(template.file(.text, languages: languages)) == (locale == "fr-CA" ? "Bonjour" : "Hello {{> who}}"))
    }

    @Test("Partials come from the language first, with and without their ending")
    func partials() throws {
        let folder = try sample()
        let template = try folder.workspace.template(named: "welcome")
        let chinese = template.partials(languages: template.languages(for: "zh-CN"))
        #expect(chinese.partial(named: "who") == Array("朋友".utf8))
        #expect(chinese.partial(named: "sub/foot") == Array("bye".utf8))
        #expect(template.partials().partial(named: "who") == Array("friend".utf8))
        #expect(template.partials().partial(named: "../subject") == nil)
        #expect(template.partials().partial(named: "gone") == nil)
        #expect(chinese.names == ["sub/foot", "who"])
    }

    @Test("An unknown template is refused with what may have been meant")
    func unknown() throws {
        let folder = try sample()
        for (name, words) in [
            ("welcom", "did you mean `welcome`?"), ("x", "the templates are `reset`, `welcome`"),
            ("../templates/welcome", "the templates are"), ("", "the templates are"),
        ] {
            #expect {
                try folder.workspace.template(named: name)
            } throws: { error in
                (error as? ConfigFaults)?.faults.map(\.kind) == [.unknownName] && "\(error)".contains(words)
            }
        }
    }

    @Test("A template without subject or body says which file is nearly it")
    func incomplete() throws {
        let folder = try TemporaryFolder()
        try folder.write("templates/a/Subject.mustache", "x")
        #expect {
            try folder.workspace.template(named: "a")
        } throws: { error in
            "\(error)" == """
                templates/a: there is no subject.mustache; rename `Subject.mustache`, if that is it
                templates/a: there is no text.mustache or html.mustache; write it: languages may override it, and need it as well
                """
        }
    }

    @Test("Links inside the folder are followed; links out of it, to nothing and in circles are refused")
    func links() throws {
        let folder = try sample()
        try folder.write("outside", "secret")
        try folder.link("templates/welcome/de", to: "fr")
        #expect(try folder.workspace.template(named: "welcome").languages == ["de", "fr", "zh-Hant", "zh"])
        try folder.link("templates/welcome/x", to: "\(folder.path)/outside")
        try folder.link("templates/welcome/y", to: "nothing")
        try folder.link("templates/welcome/loop", to: ".")
        #expect {
            try folder.workspace.template(named: "welcome")
        } throws: { error in
            guard let faults = (error as? ConfigFaults)?.faults else { return false }
            return faults.contains { $0.kind == .pathOutside && $0.file == "templates/welcome/x" }
                && faults.contains { $0.kind == .missingFile && $0.file == "templates/welcome/y" }
                && faults.contains { $0.kind == .tooLarge && $0.file.hasPrefix("templates/welcome/loop/loop") }
        }
    }

    @Test("A file of more than 8 MiB is refused")
    func large() throws {
        let folder = try sample()
        try folder.write("templates/welcome/assets/film.mp4", [UInt8](repeating: 0, count: (8 << 20) + 1))
        #expect {
            try folder.workspace.template(named: "welcome")
        } throws: { error in
            (error as? ConfigFaults)?.faults.map(\.file) == ["templates/welcome/assets/film.mp4"]
        }
    }
}
