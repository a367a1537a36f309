internal import ArgumentParser
internal import Foundation
internal import MailJobs
internal import MailModel
internal import Workspace

/// `martlet preview JOB`: messages as their recipients would get them, as files to look at.
struct PreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Write messages to files as their recipients would get them.",
        discussion: """
            Example:
              martlet preview activation --row 3 --output preview

            Without --row and --address the first row of each language is taken. For each message there are a .eml \
            file, and a .html and a .txt file with its bodies, and index.html shows all of them: on a desktop and on a \
            phone, light and dark, as plain text, and with their headers. Open it in a browser; it loads and runs \
            nothing. The paths are printed.
            """
    )

    @Argument(help: "The job: a name, or the path of its file in jobs/.")
    var job: String

    @OptionGroup var site: SiteOptions

    @Option(name: .long, help: "The row, from 1, the header not counted.")
    var row: Int?

    @Option(name: [.customLong("address"), .customLong("to")], help: "The recipient's address, as the list has it.")
    var address: String?

    @Option(name: .long, help: ArgumentHelp("The folder for the files; made when it is missing.", valueName: "dir"))
    var output = "preview"

    mutating func validate() throws {
        if row != nil, address != nil { throw ValidationError("--row and --address do not go together") }
        if let row, row < 1 { throw ValidationError("--row takes a number from 1 up") }
    }

    mutating func run() throws {
        try Guarded.run("preview") {
            let site = try self.site.open()
            let inputs = try JobInputs(job, in: site.workspace, settings: site.settings)
            let selection: SampleMaker.Selection =
                if let row { .row(row) } else if let address { .address(address) } else { .eachLanguage }
            let messages = try SampleMaker(site, inputs).make(selection, sample: nil).map { PreviewedMessage($0) }
            for message in messages { try write(message, of: inputs) }
            let heading = GalleryPage.Heading(
                job: inputs.job.name,
                list: inputs.job.recipients.shown,
                made: TimeText.local(.now)
            )
            try write(GalleryPage(heading, messages).make(), to: "\(output)/index.html")
        }
    }

    private func write(_ message: PreviewedMessage, of inputs: JobInputs) throws {
        let language = message.language.isEmpty ? "" : "-\(message.language)"
        let stem = "\(output)/\(inputs.job.name)\(language)-row\(message.row)"
        try write(message.bytes, to: stem + ".eml")
        if let html = message.document { try write(html, to: stem + ".html") }
        if let text = message.text { try write(text, to: stem + ".txt") }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw JobFailure(.cannotWrite, "\(path): cannot be written: \(error.localizedDescription)")
        }
        try Console.write(Array((path + "\n").utf8))
    }
}
