package import MailModel

/// What every transport must do, as a list of scenarios and one way to run them.
///
/// Besides what a scenario expects, each run is held to the promises that never depend on the scenario: one outcome for
/// each recipient, marks before ends, and above all: what the server took is accepted or in doubt, and what is accepted
/// was taken by the server. Use as:
///
///     @Test(arguments: TransportConformance.scenarios)
///     func conformance(_ scenario: TransportScenario) async throws {
///         let complaints = try await TransportConformance.run(scenario) { MyTransport(settings: $0) }
///         #expect(complaints.isEmpty)
///     }
package enum TransportConformance {
    /// All scenarios.
    package static var scenarios: [TransportScenario] {
        recipientScenarios + contentScenarios + lossScenarios + breachScenarios + sessionScenarios
            + connectionScenarios
    }

    /// Runs one scenario.
    ///
    /// - Parameters:
    ///   - scenario: what to run.
    ///   - makeTransport: makes the transport that is tested.
    /// - Returns: one sentence for each thing that went wrong; empty when all is well.
    /// - Throws: `LoopbackSocket.Failure` when no server can be started.
    package static func run(
        _ scenario: TransportScenario,
        with makeTransport: (TransportSettings) -> any MailTransport
    ) async throws -> [String] {
        await ScenarioGate.shared.enter()
        let result: Result<[String], any Error>
        do { result = .success(try await play(scenario, with: makeTransport)) } catch { result = .failure(error) }
        await ScenarioGate.shared.leave()
        return try result.get()
    }

    private static func play(
        _ scenario: TransportScenario,
        with makeTransport: (TransportSettings) -> any MailTransport
    ) async throws -> [String] {
        let server = try ScriptedServer(scenario.play)
        defer { server.stop() }
        var settings = baseSettings(port: server.port)
        scenario.settings(&settings)
        let transport = makeTransport(settings)
        let source = StubSource(scenario.messages, staysOpen: scenario.cancelsAfter != nil)
        let stopSign = StopSign(after: scenario.cancelsAfter)
        let observer = RecordingObserver { stopSign.count($0) }

        let delivery = Task { () async -> TransportFailure? in
            do throws(TransportFailure) {
                try await transport.deliver(from: source, observer: observer)
                return nil
            } catch {
                return error
            }
        }
        stopSign.arm { delivery.cancel() }
        guard let failure = await ended(delivery, within: scenario.timeLimit) else {
            delivery.cancel()
            return ["the transport did not end within \(scenario.timeLimit)"]
        }
        server.stop()
        let result = ScenarioResult(
            server: server.record,
            observer: observer,
            failure: failure.value,
            given: source.given
        )
        return observer.breaches(given: result.given, unanswered: settings.unanswered)
            + complaints(of: scenario, about: result)
            + lossesAndDuplicates(in: result)
            + (scenario.ignoresBreaches ? [] : result.server.breaches)
            + scenario.check(result)
    }

    /// One connection in the clear, with times that suit a test.
    ///
    /// - Parameter port: the server's port on 127.0.0.1.
    /// - Returns: the settings.
    package static func baseSettings(port: Int) -> TransportSettings {
        var settings = TransportSettings(
            name: "relay",
            host: "127.0.0.1",
            port: port,
            tls: .none,
            helloName: "client.example.test"
        )
        settings.connections = 1
        settings.timeouts.connect = .seconds(5)
        settings.timeouts.reply = .seconds(8)
        settings.timeouts.endOfData = .seconds(8)
        settings.grace = .seconds(2)
        return settings
    }

    private static func complaints(of scenario: TransportScenario, about result: ScenarioResult) -> [String] {
        var complaints: [String] = []
        switch result.failure {
        case nil:
            if scenario.mustFail { complaints.append("no failure was thrown, \(scenario.failures) was expected") }
        case .some(let failure):
            if !scenario.failures.contains(failure.code) { complaints.append("it threw \(failure)") }
            if let words = scenario.failureWords, !failure.cause.words.contains(words) {
                complaints.append("the failure lacks the server's words: \(failure)")
            }
        }
        let given = Set(result.given.flatMap(\.envelope.recipients).map(\.id))
        for (index, recipient) in scenario.messages.flatMap(\.envelope.recipients).enumerated() {
            guard given.contains(recipient.id), let pattern = scenario.expected.at(index) else { continue }
            // A recipient without an outcome is told of by the observer's rules.
            guard let report = result.observer.report(recipient.id) else { continue }
            if let complaint = pattern.complaint(about: report.outcome) {
                complaints.append("\(recipient.id.seq) \(recipient.path) \(complaint), at \(report.phase.phrase)")
            }
        }
        if result.failure == nil, scenario.cancelsAfter == nil, result.given.count != scenario.messages.count {
            complaints.append("only \(result.given.count) of \(scenario.messages.count) messages were taken")
        }
        return complaints
    }

    /// The promise above all others: nobody gets a message twice, and none is lost.
    private static func lossesAndDuplicates(in result: ScenarioResult) -> [String] {
        var complaints: [String] = []
        for message in result.given {
            let content = message.content.bytes
            for recipient in message.envelope.recipients {
                guard let outcome = result.observer.report(recipient.id)?.outcome else { continue }
                let copies = result.server.messages.filter {
                    $0.recipients.contains(recipient.path) && $0.content == content
                }
                let wasTaken = copies.contains { $0.answer == .accepted }
                let mayBeTaken = copies.contains { $0.answer == .none }
                switch outcome {
                case .accepted:
                    if !wasTaken { complaints.append("\(recipient.path) is accepted, but the server did not take it") }
                case .inDoubt: break
                case .deferred, .failed, .released:
                    if wasTaken || mayBeTaken {
                        complaints.append("\(recipient.path) is \(outcome), but the server may have taken it")
                    }
                }
                if copies.count(where: { $0.answer != .refused }) > 1 {
                    complaints.append("\(recipient.path) was sent twice")
                }
            }
        }
        return complaints
    }

    private struct Ended: Sendable {
        var value: TransportFailure?
    }

    private static func ended(_ delivery: Task<TransportFailure?, Never>, within limit: Duration) async -> Ended? {
        let (stream, continuation) = AsyncStream<Ended?>.makeStream()
        let waiting = Task { continuation.yield(Ended(value: await delivery.value)) }
        let clock = Task {
            try? await Task.sleep(for: limit)
            if !Task.isCancelled { continuation.yield(nil) }
        }
        defer {
            clock.cancel()
            waiting.cancel()
        }
        for await end in stream { return end }
        return nil
    }
}

extension [OutcomePattern] {
    /// The pattern of the n-th recipient: the last one repeats.
    fileprivate func at(_ index: Int) -> OutcomePattern? { index < count ? self[index] : last }
}

extension FailureCause {
    /// The text of it, whatever it is.
    package var words: String {
        switch self {
        case .reply(let reply): reply.description
        case .connection(let text), .protocolBreach(let text), .unsupported(let text), .routing(_, let text),
            .busy(_, let text):
            text
        case .timeout(let seconds): "no answer within \(seconds) s"
        }
    }
}
