extension WorkspaceFolder {
    /// Everything that a job refers to and that is not there: transport, mailboxes, template, list, attachments.
    ///
    /// - Parameters:
    ///   - job: The job.
    ///   - settings: What `martlet.yaml` says.
    /// - Returns: The faults, each at the place of the reference; empty when all is there.
    package func missing(of job: JobDefinition, settings: WorkspaceSettings) -> [ConfigFault] {
        var faults: [ConfigFault] = []
        do throws(ConfigFaults) { _ = try settings.transport(for: job) } catch { faults += error.faults }
        do throws(ConfigFaults) { _ = try settings.mailboxes(for: job) } catch { faults += error.faults }
        do throws(ConfigFaults) { _ = try template(named: job.template) } catch {
            faults += error.faults.map { fault in
                guard fault.kind == .unknownName else { return fault }
                var fault = fault
                fault.file = job.file
                fault.place = job.places["template"]
                return fault
            }
        }
        if case .file(let path) = job.recipients.source {
            faults += unreadable(path, job, "recipients.file").map { [$0] } ?? []
        }
        for (index, path) in job.recipients.exclude.enumerated() {
            let key = "recipients.exclude"
            let place = job.places["\(key)[\(index)]"] == nil ? key : "\(key)[\(index)]"
            faults += unreadable(path, job, place).map { [$0] } ?? []
        }
        for attachment in job.attachments where !attachment.isPerRecipient {
            do throws(AttachmentFault) {
                let path = try attachmentPath(attachment.file)
                guard (try? FileSystem.info(path))?.kind != .file else { continue }
                throw AttachmentFault(
                    kind: .unreadable,
                    path: attachment.file,
                    message: "`\(attachment.file.shortened)` is no file"
                )
            } catch {
                faults.append(
                    ConfigFault(
                        error.kind == .outside ? .pathOutside : .missingFile,
                        file: job.file,
                        place: attachment.place,
                        setting: "attachments.file",
                        problem: error.message,
                        remedy: "put the file there, or correct the path"
                    )
                )
            }
        }
        return faults
    }

    private func unreadable(_ path: String, _ job: JobDefinition, _ setting: String) -> ConfigFault? {
        do throws(FileSystem.Failure) {
            // A list may also come from a named pipe.
            guard try FileSystem.info(path).kind == .folder else { return nil }
            return ConfigFault(
                .missingFile,
                file: job.file,
                place: job.places[setting],
                setting: setting,
                problem: "\(shown(path)) is a folder",
                remedy: "name the file in it"
            )
        } catch {
            return ConfigFault(
                .missingFile,
                file: job.file,
                place: job.places[setting],
                setting: setting,
                problem: "\(shown(path)): \(error.words)",
                remedy: "put the file there, or correct the path"
            )
        }
    }
}
