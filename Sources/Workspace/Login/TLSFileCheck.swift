internal import MailModel

extension TLSOptions {
    /// Refuses a private key that others may read, and files that are not there.
    ///
    /// - Parameters:
    ///   - anchors: the file of trusted certificates.
    ///   - file: the configuration file, for the fault.
    ///   - place: where the entry stands.
    ///   - path: the entry's keys: `transports.relay`.
    /// - Throws: ``ConfigFaults``.
    func checkFiles(
        anchors: String?,
        file: String,
        place: SourcePlace,
        path: String
    ) throws(ConfigFaults) {
        var faults: [ConfigFault] = []
        func fault(_ setting: Setting, _ kind: ConfigFault.Kind, _ problem: String, _ remedy: String) {
            faults.append(
                ConfigFault(
                    kind,
                    file: file,
                    place: place,
                    setting: GroupReader.join(path, setting.name),
                    problem: problem,
                    remedy: remedy
                )
            )
        }
        for (setting, name) in [(TLSTable.trusted, anchors), (TLSTable.certificate, certificate), (TLSTable.key, key)] {
            guard let name else { continue }
            do throws(FileSystem.Failure) {
                let info = try FileSystem.info(name)
                if info.kind == .folder {
                    fault(setting, .missingFile, "\(name) is a folder", "name the PEM file in it")
                } else if setting.name == TLSTable.key.name, info.isOpenToOthers {
                    fault(setting, .unreadableSecret, "other users may read \(name)", "run `chmod 600 \(name)`")
                }
            } catch {
                // A key that is in the certificate's file is told of once.
                guard setting.name != TLSTable.key.name || name != certificate else { continue }
                fault(setting, .missingFile, "\(name): \(error.words)", "put the file there, or correct the path")
            }
        }
        if let faults = ConfigFaults(faults) { throw faults }
    }
}
