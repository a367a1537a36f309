internal import ArgumentParser
internal import MailJobs
internal import MailModel

/// `martlet test JOB --to ME`: one message as a sample that never counts.
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Send one row's message to yourself, marked as a sample; nothing is recorded.",
        discussion: """
            Example:
              martlet test activation --to me@example.com --row 3
            """
    )

    @Argument(help: "The job: a name, or the path of its file in jobs/.")
    var job: String

    @Option(name: .long, help: ArgumentHelp("Who gets the sample.", valueName: "address"))
    var to: String

    @Option(name: .long, help: "The row, from 1, the header not counted.")
    var row = 1

    @OptionGroup var site: SiteOptions

    mutating func validate() throws {
        if row < 1 { throw ValidationError("--row takes a number from 1 up") }
        do throws(MailAddress.Fault) { _ = try MailAddress(parsing: to) } catch {
            throw ValidationError("--to \(to): \(error)")
        }
    }

    mutating func run() async throws {
        try await Guarded.run("test") { [site, job, row, to] in
            let opened = try site.open()
            let inputs = try JobInputs(job, in: opened.workspace, settings: opened.settings)
            let definition = try TransportChoice.definition(for: inputs.job, in: opened.settings)
            let sample = MessageFactory.Sample(recipient: try MailAddress(parsing: to), mark: "[TEST] ")
            guard let made = try SampleMaker(opened, inputs).make(.row(row), sample: sample).first else { return }
            let message = OutgoingMessage(
                envelope: made.envelope,
                content: MessageContent(
                    first: MessageContent.Run(storage: made.bytes, range: made.bytes.indices),
                    is8Bit: made.bytes.contains { $0 >= 0x80 }
                )
            )
            let transport = try TransportEngines.transport(for: definition, in: opened.workspace)
            let result = try await SampleSender.send(message, by: transport)
            try Self.conclude(result.report, session: result.session, recipient: to)
        }
    }

    private static func conclude(_ report: DeliveryReport, session: SessionFacts?, recipient: String) throws {
        let place = session.map { " by \($0.host) (\($0.endpoint)\($0.tls.map { ", \($0)" } ?? ""))" } ?? ""
        switch report.outcome {
        case .accepted(let reply): Console.say("\(recipient): accepted\(place): \(reply)")
        case .deferred(let cause), .released(let cause):
            throw JobFailure(.notFinished, "\(recipient): not now\(place), at \(report.phase.phrase): \(cause.words)")
        case .failed(let cause):
            throw JobFailure(.unreachable, "\(recipient): refused\(place), at \(report.phase.phrase): \(cause.words)")
        case .inDoubt(let cause):
            throw JobFailure(
                .protocolBreach,
                "\(recipient): the message left and no reply came\(place): \(cause.words)"
            )
        }
    }
}
