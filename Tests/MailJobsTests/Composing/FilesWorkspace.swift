import Foundation
import MIMECoding
import MailJobs
import Workspace

/// A workspace with one job, `notice`, whose messages carry files; gone when the test is.
final class FilesWorkspace {
    let folder: TemporaryFolder

    /// Writes the workspace.
    ///
    /// - Parameters:
    ///   - job: further lines of the job.
    ///   - list: the list, a CSV.
    ///   - files: further files by path; they replace the ones that are always there.
    /// - Throws: when the disk does not take it.
    init(job: String = "", list: String, files: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        let standard = [
            "martlet.yaml": """
            transports: {relay: {host: 127.0.0.1, port: 2525, tls: none}}
            identity: {reverse_path: "bounces+{token}@example.com"}
            """,
            "jobs/notice.yaml": """
            from: "管理员 <no-reply@example.com>"
            recipients: {file: list.csv, email: email, name: name}
            template: notice
            \(job)
            """,
            "list.csv": list,
            "templates/notice/subject.mustache": "通知 {{name}}\n",
            "templates/notice/text.mustache": "您好，{{name}}！\n",
        ]
        for (name, text) in standard.merging(files, uniquingKeysWith: { _, new in new }) { try write(text, to: name) }
    }

    /// Writes a file, and the folders around it.
    func write(_ text: String, to name: String) throws {
        let place = URL(fileURLWithPath: folder.path).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: place)
    }

    func inputs() throws -> JobInputs {
        let site = try JobSite(workspace: folder.path)
        return try JobInputs("notice", in: site.workspace, settings: site.settings)
    }

    /// The message of a row, read back.
    func message(_ row: Int = 1) throws -> (made: SampleMaker.Made, mail: MIMEMessage) {
        let site = try JobSite(workspace: folder.path)
        let maker = SampleMaker(site, try inputs())
        guard let made = try maker.make(.row(row), sample: nil).first else { throw CocoaError(.coderValueNotFound) }
        return (made, MIMEMessage(made.bytes))
    }

    /// What `check` finds, a line each; the job's own faults as well.
    func faults() throws -> [String] {
        do throws(JobFailure) {
            let site = try JobSite(workspace: folder.path)
            let inputs = try JobInputs("notice", in: site.workspace, settings: site.settings)
            return try JobPlanner(site, inputs).check().faults.lines(of: inputs.job.recipients.shown)
        } catch {
            return error.lines
        }
    }
}

extension MIMEMessage {
    /// The tree of the message: `mixed(alternative(plain html) pdf)`.
    var outline: String { outline(parts[0]) }

    private func outline(_ part: MIMEPart) -> String {
        let children = parts.filter { $0.parent == part.index }.map { outline($0) }
        return part.contentType.subtype + (children.isEmpty ? "" : "(\(children.joined(separator: " ")))")
    }

    /// The parts of a media type.
    func parts(_ type: String) -> [MIMEPart] { parts.filter { $0.contentType.mediaType == type } }
}
