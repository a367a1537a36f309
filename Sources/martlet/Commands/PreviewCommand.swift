internal import ArgumentParser
internal import Foundation
internal import MIMECoding
internal import MailJobs
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
            file, and a .html and a .txt file with its bodies; their paths are printed.
            """
    )

    @Argument(help: "The job: a name, or the path of its file in jobs/.")
    var job: String

    @OptionGroup var site: SiteOptions

    @Option(name: .long, help: "The row, from 1, the header not counted.")
    var row: Int?

    @Option(name: .long, help: "The recipient's address.")
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
            for made in try SampleMaker(site, inputs).make(selection, sample: nil) { try write(made, of: inputs) }
        }
    }

    private func write(_ made: SampleMaker.Made, of inputs: JobInputs) throws {
        let language = made.language.isEmpty ? "" : "-\(made.language)"
        let stem = "\(output)/\(inputs.job.name)\(language)-row\(made.row)"
        let mail = MIMEMessage(made.bytes)
        try write(made.bytes, to: stem + ".eml")
        for (subtype, ending) in [("html", ".html"), ("plain", ".txt")] {
            let part = mail.parts.first { $0.contentType.type == "text" && $0.contentType.subtype == subtype }
            if let part { try write(mail.utf8(of: part), to: stem + ending) }
        }
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
