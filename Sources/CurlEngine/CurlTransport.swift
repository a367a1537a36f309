package import MailModel

/// Delivers through libcurl, over one relay, with kept connections.
///
/// Each connection is a thread with a libcurl handle of its own. Certificates are checked against the system's
/// authorities and those of the settings together; opportunistic TLS checks none. Outcomes, replies, limits and failures
/// are those of every transport; what libcurl itself cannot do stays so (as of 7.88):
/// - no pipelining and no BDAT: each command waits for its reply;
/// - a refused sender, recipient, DATA or message ends the connection; of several recipients some may be refused;
/// - `BODY=8BITMIME` is not said: 8-bit messages go out as they are where the server offers 8BITMIME, nowhere else;
/// - SMTPUTF8 is asked for by addresses that are not ASCII, not by header fields alone;
/// - `SIZE=` is not said for messages of more than 32 KiB in which a line begins with a dot;
/// - an answer to EHLO of much more than a hundred lines is above libcurl's ceiling;
/// - a stray line of the server between two messages is found in the clear, under TLS only when it does not fit;
/// - limits of time are kept to the second; DSN parameters are not said.
package struct CurlTransport: MailTransport {
    private let settings: TransportSettings

    /// A transport; nothing is connected yet.
    ///
    /// - Parameter settings: the relay and how mail leaves through it.
    package init(settings: TransportSettings) { self.settings = settings }

    package func deliver(
        from source: any MessageSource,
        observer: any DeliveryObserver
    ) async throws(TransportFailure) {
        let queue = DeliveryQueue(settings: settings, observer: observer)
        try start(queue)
        await withTaskCancellationHandler {
            // The group ends the wait for the source once no session can be had.
            await withTaskGroup { group in
                group.addTask {
                    while let count = await queue.demand() {
                        guard let messages = await source.next(upTo: count) else { break }
                        queue.add(messages)
                    }
                    queue.sourceEnded()
                }
                await queue.threadsEnded()
                group.cancelAll()
            }
        } onCancel: {
            queue.stop()
        }
        if let failure = queue.failure { throw failure }
    }

    private func start(_ queue: DeliveryQueue) throws(TransportFailure) {
        let trust = try TrustStore(settings)
        // Made here once, so that settings that cannot work are told of before a message is taken.
        for number in queue.bells.indices {
            queue.threadStarts()
            let isStarted = EngineThread.start {
                do throws(TransportFailure) {
                    try RelayConnection(number: number, queue: queue, trust: trust).run()
                } catch {
                    queue.fail(error)
                }
                queue.threadEnded(number)
            }
            guard !isStarted else { continue }
            queue.threadEnded(number)
            if number == 0 {
                throw TransportFailure(
                    code: .configuration,
                    phase: .connect,
                    peer: "\(settings.host):\(settings.port)",
                    cause: .connection("the system has no thread to give")
                )
            }
        }
    }
}
