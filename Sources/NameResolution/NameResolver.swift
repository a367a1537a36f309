package import MailModel
internal import Synchronization

/// Asks the DNS through libunbound: MX, A, AAAA, TXT and TLSA, answers kept by their time to live.
///
/// Aliases are followed by the library, loops among them end as a failure. A server that fails or is silent means "try
/// later", which is never taken for "no such name". Whatever an answer holds is checked: names that no host can have and
/// records beyond a ceiling are dropped.
package final class NameResolver: MailExchangerResolver {
    private let context: UnboundContext
    private let gate: QuestionGate
    private let timeout: Duration

    /// A resolver.
    ///
    /// - Parameter settings: whom to ask.
    /// - Throws: ``ResolverFailure`` when that cannot work.
    package init(_ settings: ResolverSettings) throws(ResolverFailure) {
        context = try UnboundContext(settings)
        gate = QuestionGate(settings.maximumQuestions)
        timeout = settings.timeout
        context.start()
    }

    deinit { context.close() }

    package func exchangers(of domain: String) async -> NameAnswer<ExchangerRecord> {
        await ask(domain, .mx, RecordData.exchanger)
    }

    package func texts(at name: String) async -> NameAnswer<[UInt8]> { await ask(name, .txt, RecordData.text) }

    package func certificateAssociations(of host: String, port: Int) async -> NameAnswer<CertificateAssociation> {
        await ask("_\(port)._tcp.\(host)", .tlsa, RecordData.association)
    }

    /// Whether answers can be checked from the root's keys down: the servers that are asked may not pass signatures on.
    package func checksRoot() async -> Bool {
        guard let raw = await answer(".", .ns) else { return false }
        return raw.ending == .answered && raw.isSecure
    }

    /// Both families are asked for at once; one that fails is left out where the other has addresses.
    package func addresses(of host: String) async -> NameAnswer<HostAddress> {
        async let later = ask(host, .aaaa) { HostAddress(bytes: $0) }
        let first = await ask(host, .a) { HostAddress(bytes: $0) }
        return AddressAnswer.merged(first, await later)
    }

    private func ask<Record: Sendable & Hashable>(
        _ name: String,
        _ type: RecordType,
        _ read: ([UInt8]) -> Record?
    ) async -> NameAnswer<Record> {
        guard HostName.isName(name) else { return .noSuchName(NameProof(isSecure: false, seconds: 0)) }
        await gate.enter()
        defer { gate.leave() }
        guard let raw = await answer(name, type) else {
            return .tryLater("no answer about \(name) within \(timeout.components.seconds) s")
        }
        let proof = NameProof(isSecure: raw.isSecure, seconds: raw.seconds, canonicalName: raw.canonicalName)
        switch raw.ending {
        case .noSuchName: return .noSuchName(proof)
        case .bogus(let reason): return .bogus(reason)
        case .failed(let code): return .tryLater("the name servers failed for \(name) (\(Self.word(code)))")
        case .answered:
            guard !raw.data.isEmpty else { return .noRecord(proof) }
            let records = raw.data.compactMap(read)
            return records.isEmpty ? .tryLater("nothing usable among the records of \(name)") : .records(records, proof)
        }
    }

    /// The answer; nil when none came in time.
    private func answer(_ name: String, _ type: RecordType) async -> RawAnswer? {
        let first = FirstAnswer()
        let limit = timeout
        let alarm = Task {
            try? await Task.sleep(for: limit)
            if !Task.isCancelled { first.take(nil) }
        }
        defer { alarm.cancel() }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                first.wait(continuation)
                context.ask(name, type) { first.take($0) }
            }
        } onCancel: {
            first.take(nil)
        }
    }

    private static func word(_ code: Int) -> String {
        switch code {
        case 1: "FORMERR"
        case 2: "SERVFAIL"
        case 4: "NOTIMP"
        case 5: "REFUSED"
        default: "code \(code)"
        }
    }
}

/// Hands over what comes first: the answer, or the end of the time for it.
private final class FirstAnswer: Sendable {
    private enum State {
        case idle
        case waiting(CheckedContinuation<RawAnswer?, Never>)
        case early(RawAnswer?)
        case done
    }

    private let state = Mutex(State.idle)

    func wait(_ continuation: CheckedContinuation<RawAnswer?, Never>) {
        let early = state.withLock { state -> RawAnswer?? in
            if case .early(let answer) = state {
                state = .done
                return .some(answer)
            }
            state = .waiting(continuation)
            return .none
        }
        if let early { continuation.resume(returning: early) }
    }

    func take(_ answer: RawAnswer?) {
        let continuation = state.withLock { state -> CheckedContinuation<RawAnswer?, Never>? in
            switch state {
            case .idle: state = .early(answer)
            case .waiting(let continuation):
                state = .done
                return continuation
            case .early, .done: break
            }
            return nil
        }
        continuation?.resume(returning: answer)
    }
}
