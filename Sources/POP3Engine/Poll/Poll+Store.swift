internal import MailModel
internal import NIOCore
internal import NIOPosix
internal import POP3Protocol

extension Poll {
    /// How long the store works before the server is told that somebody is still there.
    private static let patience = Duration.seconds(60)

    func plan() async throws(CollectFailure) {
        guard !Task.isCancelled else { return session.planned([]) }
        let listed = session.listed
        session.planned(try await asking("planning") { [store] in try await store.plan(listed) })
    }

    func compare(_ message: ListedMessage, _ header: [UInt8]) async throws(CollectFailure) {
        let isStored = try await asking("comparing message \(message.number)") { [store] in
            try await store.isStored(message, header: header)
        }
        session.compared(isStored: isStored)
    }

    func begin(_ message: ListedMessage) async throws(CollectFailure) {
        let path: String
        do {
            path = try store.path(for: message)
        } catch {
            throw await storeFailed("storing message \(message.number)", String(describing: error))
        }
        steps.create(path)
        current = FetchedMessage(listed: message, path: path, byteCount: 0, isHeaderOnly: false)
    }

    func finishMessage(isHeaderOnly: Bool) {
        steps.close()
        guard var message = current else { return }
        current = nil
        message.isHeaderOnly = isHeaderOnly
        whole.append(message)
    }

    func commit() async throws(CollectFailure) {
        try await performSteps()
        let batch = whole
        // From here on the files are the store's, whatever it says.
        forgetWhole()
        try await asking("storing messages") { [store] in try await store.commit(batch) }
        session.committed()
    }

    /// Does with the files what was gathered.
    func performSteps() async throws(CollectFailure) {
        do {
            try await perform(steps.take())
        } catch {
            current = nil
            throw await storeFailed("storing messages", error.message)
        }
    }

    /// Ends a session that cannot go on: what is known to be whole is committed, all else is removed.
    ///
    /// - Returns: what is to be thrown.
    func settle(_ failure: SessionFailure) async -> CollectFailure {
        connection.close()
        let confirmed = Array(whole.prefix(session.confirmedMessages))
        if current != nil { steps.discard() }
        for message in whole.dropFirst(confirmed.count) { steps.remove(message.path) }
        let found = CollectFailure(
            code: failure.code,
            phase: failure.activity,
            peer: peer,
            message: failure.message
        )
        do {
            try await perform(steps.take())
            forgetWhole()
            if !confirmed.isEmpty { try await store.commit(confirmed) }
        } catch {
            // The first failure is the one that is told; what could not be kept is still on the server.
            await removeFiles()
        }
        return found
    }

    /// The store cannot keep what was fetched: files go, and the server keeps everything.
    ///
    /// - Returns: what is to be thrown.
    private func storeFailed(_ phase: String, _ message: String) async -> CollectFailure {
        await removeFiles()
        await leave()
        return CollectFailure(code: .store, phase: phase, peer: peer, message: message)
    }

    /// Takes back deletions and says goodbye, for as long as that takes at most.
    private func leave() async {
        defer { connection.close() }
        guard input.readableBytes == 0, session.abandon() else { return }
        let deadline = NIODeadline.now() + Connection.grace
        while true {
            let output = session.takeOutput()
            if !output.isEmpty { connection.send(output) }
            guard let arrived = try? await connection.receive(by: deadline) else { return }
            input = arrived
            var used = 0
            guard case .more = session.receive(input.readableBytesUInt8Span, from: &used) else { return }
        }
    }

    /// Removes what was written and is not committed; a file that was there before is not ours and stays.
    private func removeFiles() async {
        steps = FileSteps()
        if openFile != nil { steps.discard() }
        for message in whole.prefix(written) { steps.remove(message.path) }
        forgetWhole()
        current = nil
        try? await perform(steps.take())
    }

    private func forgetWhole() {
        whole = []
        written = 0
    }

    private func perform(_ steps: FileSteps) async throws(MessageFile.Failure) {
        guard !steps.isEmpty else { return }
        let file = openFile
        openFile = nil
        do {
            openFile = try await NIOThreadPool.singleton.runIfActive(eventLoop: loop) { try steps.perform(on: file) }
                .get()
        } catch let failure as MessageFile.Failure {
            throw failure
        } catch {
            preconditionFailure("the shared thread pool has no end: \(error)")
        }
    }

    /// Asks the store, and keeps the session alive meanwhile.
    private func asking<Answer: Sendable>(
        _ phase: String,
        _ question: @escaping @Sendable () async throws -> Answer
    ) async throws(CollectFailure) -> Answer {
        let answer: Result<Answer, any Error> = await withTaskGroup(of: Result<Answer, any Error>?.self) { group in
            group.addTask {
                do { return .success(try await question()) } catch { return .failure(error) }
            }
            group.addTask { await Self.sleep() }
            while let finished = await group.next() {
                if let answer = finished {
                    group.cancelAll()
                    return answer
                }
                guard !Task.isCancelled, await keepAlive() else { continue }
                group.addTask { await Self.sleep() }
            }
            preconditionFailure("the store's answer ends the loop")
        }
        switch answer {
        case .success(let answer): return answer
        case .failure(let error): throw await storeFailed(phase, String(describing: error))
        }
    }

    private static func sleep<Answer>() async -> Result<Answer, any Error>? {
        try? await Task.sleep(for: patience)
        return nil
    }

    /// Exchanges a NOOP; false when that cannot be, which the next exchange finds as well.
    private func keepAlive() async -> Bool {
        guard input.readableBytes == 0, session.keepAlive() else { return false }
        connection.send(session.takeOutput())
        while true {
            guard let arrived = try? await connection.receive(by: .now() + TimeAmount(settings.timeouts.reply)) else {
                return false
            }
            input = arrived
            var used = 0
            let event = session.receive(input.readableBytesUInt8Span, from: &used)
            input.moveReaderIndex(forwardBy: used)
            switch event {
            case .alive: return true
            case .more: continue
            case .startTLS, .plan, .begin, .bytes, .carriageReturn, .end, .discard, .compare, .commit, .finished,
                .failed:
                return false
            }
        }
    }
}
