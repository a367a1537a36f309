import Foundation
import MailModel
import TemplateLanguage
import Testing

@testable import Workspace

@Suite("A new workspace")
struct WorkspaceScaffoldTests {
    @Test("It is read by our own reader without a fault, and everything it refers to is there")
    func reads() throws {
        let folder = try TemporaryFolder()
        let workspace = try WorkspaceScaffold.write(to: "\(folder.path)/新/mail")
        #expect(workspace.path == "\(folder.path)/新/mail")
        let settings = try workspace.settings()
        let job = try workspace.job(named: "welcome")
        #expect(workspace.missing(of: job, settings: settings).isEmpty)
        #expect(settings.unavailable.isEmpty)
        #expect(job.unavailable.isEmpty)
        let secrets = SecretReader(workspace: workspace)
        let transport = try settings.transport(for: job).settings(secrets)
        #expect(transport.host == "127.0.0.1")
        #expect(transport.port == 2525)
        #expect(transport.tls == .none)
        let mailbox = try settings.mailboxes(for: job)[0].settings(secrets)
        #expect(mailbox.port == 2110)
        #expect(settings.identity.reversePath?.hasToken == true)
    }

    @Test("Its templates compile in both languages, and know no other columns than the list's")
    func templates() throws {
        let folder = try TemporaryFolder()
        let template = try WorkspaceScaffold.write(to: folder.path).template(named: "welcome")
        #expect(template.languages(for: "zh") == ["zh-CN"])
        let columns = Set(WorkspaceScaffold.people.prefix { $0 != "\n" }.split(separator: ",").map(String.init))
        for locale in ["en", "zh-Hans-CN"] {
            let languages = template.languages(for: locale)
            for part in [TemplatePart.subject, .text, .html] {
                let file = try #require(template.file(part, languages: languages))
                let text = String(decoding: file.bytes, as: UTF8.self)
                for tag in text.split(separator: "{{").dropFirst() {
                    let name = tag.prefix { $0 != "}" && $0 != " " }.drop { $0 == "#" || $0 == "/" }
                    #expect(columns.contains(String(name)))
                }
            }
        }
    }

    @Test("Nothing is written over, and then nothing is written at all")
    func refuses() throws {
        let folder = try TemporaryFolder()
        try folder.write("jobs/welcome.yaml", "mine")
        #expect {
            try WorkspaceScaffold.write(to: folder.path)
        } throws: {
            ($0 as? WorkspaceFailure)?.code == .exists
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["jobs"])
        #expect(try String(contentsOfFile: "\(folder.path)/jobs/welcome.yaml", encoding: .utf8) == "mine")
    }
}
