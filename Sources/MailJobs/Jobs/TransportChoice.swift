internal import MailModel
package import Workspace

/// Finds the transport that a job names.
package enum TransportChoice {
    /// The transport of a job.
    ///
    /// - Throws: `JobFailure` when there is none of the name, none at all, several to choose from, or one that asks for
    ///   what this version has not.
    package static func definition(
        for job: JobDefinition,
        in settings: WorkspaceSettings
    ) throws(JobFailure) -> TransportDefinition {
        let place = job.places["via"].map { "\(job.file):\($0.line):\($0.column)" } ?? job.file
        let chosen = try named(job.via, in: settings, place: place, file: job.file)
        if case .exchangers = chosen.route, let copy = job.copies.first {
            let place = "\(job.file):\(copy.place.line):\(copy.place.column)"
            let words = "copies travel with the message, which takes a relay; `\(chosen.name)` has `route: mx`"
            throw JobFailure(.configuration, "\(place): \(copy.isShown ? "cc" : "bcc"): \(words)")
        }
        if job.reports != nil, chosen.engine == .curl {
            let place = job.places["dsn"].map { "\(job.file):\($0.line):\($0.column)" } ?? job.file
            let words = "libcurl cannot ask servers for delivery reports; write `engine: native` in the transport"
            throw JobFailure(.configuration, "\(place): dsn: \(words)")
        }
        return chosen
    }

    /// The transport of a name, or the only one.
    ///
    /// - Parameters:
    ///   - via: the name; nil for the only one.
    ///   - settings: what `martlet.yaml` says.
    ///   - place: where the name stands, for a person.
    ///   - file: where it could stand.
    /// - Returns: the transport.
    /// - Throws: `JobFailure`, as above.
    static func named(
        _ via: String?,
        in settings: WorkspaceSettings,
        place: String,
        file: String
    ) throws(JobFailure) -> TransportDefinition {
        let names = settings.transports.map { "`\($0.name)`" }.joined(separator: ", ")
        let chosen: TransportDefinition
        if let via {
            guard let found = settings.transports.first(where: { $0.name == via }) else {
                throw JobFailure(.configuration, "\(place): via: there is no transport `\(via)`; there are \(names)")
            }
            chosen = found
        } else {
            guard settings.transports.count == 1, let only = settings.transports.first else {
                let words =
                    settings.transports.isEmpty
                    ? "there is no transport; add one under `transports:`" : "say which one by `via:`, of \(names)"
                throw JobFailure(.configuration, "\(file): \(words)")
            }
            chosen = only
        }
        let faults = settings.unavailable + chosen.unavailable
        guard faults.isEmpty else { throw JobFailure(.configuration, faults.map(\.description)) }
        return chosen
    }
}
