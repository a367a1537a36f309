internal import Dispatch
internal import Foundation
internal import MailJobs

/// Listens for SIGINT and SIGTERM: the first asks for an orderly end, the second ends at once.
final class SignalWatch {
    private let sources: [any DispatchSourceSignal]

    /// Starts listening.
    ///
    /// - Parameters:
    ///   - command: who says that it is stopping.
    ///   - stop: what is asked to end.
    init(command: String, stop: RunStop) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInitiated))
            source.setEventHandler {
                if stop.isRequested {
                    // What is open is in the flight recorder: nothing is lost by leaving now.
                    exit(128 + number)
                }
                Console.say(
                    "martlet \(command): stopping; open transactions are finished first (again to stop at once)"
                )
                stop.request()
            }
            source.activate()
            return source
        }
    }

    deinit { for source in sources { source.cancel() } }
}
