internal import MailModel

extension WorkspaceFolder {
    /// The folder of job files.
    package static let jobsName = "jobs"
    /// What job files end in; the first is how we write it.
    private static let jobEndings = [".yaml", ".yml"]

    /// The names of all jobs, in order; empty when there is no such folder.
    package var jobNames: [String] {
        let files = (try? FileSystem.names(in: absolute(Self.jobsName), limit: 10_000)) ?? nil
        let names = (files ?? []).compactMap { file in
            Self.jobEndings.first { file.hasSuffix($0) }.map { String(file.dropLast($0.utf8.count)) }
        }
        return Set(names.filter(NameText.isValid)).sorted()
    }

    /// Reads a job.
    ///
    /// - Parameter name: `activation`, or the path of its file, `jobs/activation.yaml`.
    /// - Returns: The job.
    /// - Throws: ``ConfigFaults`` with everything that is wrong in it, or that there is none of the name.
    package func job(named name: String) throws(ConfigFaults) -> JobDefinition {
        let job = Self.jobName(name)
        guard NameText.isValid(job) else { throw ConfigFaults(unknownJob(name)) }
        for ending in Self.jobEndings {
            let file = "\(Self.jobsName)/\(job)\(ending)"
            guard (try? FileSystem.info(absolute(file), followingLinks: false)) != nil else { continue }
            return try .read(ConfigFile.read(absolute(file), shown: file), name: job, file: file, workspace: self)
        }
        throw ConfigFaults(unknownJob(job))
    }

    /// The name within a path: shells complete `jobs/activation.yaml`, and people type that.
    private static func jobName(_ name: String) -> String {
        var rest = name[...]
        if rest.hasPrefix("./") { rest = rest.dropFirst(2) }
        if rest.hasPrefix("\(jobsName)/") { rest = rest.dropFirst(jobsName.utf8.count + 1) }
        guard let ending = jobEndings.first(where: { rest.hasSuffix($0) }) else { return String(rest) }
        return String(rest.dropLast(ending.utf8.count))
    }

    private func unknownJob(_ name: String) -> ConfigFault {
        let names = jobNames
        let remedy =
            if let close = Suggestion.closest(to: name, in: names) {
                "did you mean `\(close)`?"
            } else if names.isEmpty {
                "there are no jobs yet: write \(Self.jobsName)/\(NameText.isValid(name) ? name : "NAME").yaml"
            } else {
                "the jobs are \(names.prefix(20).map { "`\($0)`" }.joined(separator: ", "))"
            }
        return ConfigFault(
            .unknownName,
            file: Self.jobsName,
            problem: "there is no job `\(name.shortened)`",
            remedy: remedy
        )
    }
}
