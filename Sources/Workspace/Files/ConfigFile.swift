/// Reads a configuration file and says what is wrong when it cannot be read.
enum ConfigFile {
    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - path: Where it is, absolute.
    ///   - shown: As people name it.
    /// - Returns: What is in it.
    /// - Throws: ``ConfigFaults`` with the one reason.
    static func read(_ path: String, shown: String) throws(ConfigFaults) -> [UInt8] {
        do throws(FileSystem.ReadFailure) {
            return try FileSystem.read(path, limit: YAMLCeilings.maximumBytes).bytes
        } catch {
            throw ConfigFaults(fault(error, path: path, shown: shown))
        }
    }

    private static func fault(_ failure: FileSystem.ReadFailure, path: String, shown: String) -> ConfigFault {
        switch failure {
        case .system(let failure) where failure.isMissing:
            ConfigFault(.missingFile, file: shown, problem: "there is no such file (\(path))", remedy: "write it")
        case .system(let failure):
            ConfigFault(
                .unreadableFile,
                file: shown,
                problem: "the file cannot be read: \(failure.words)",
                remedy: "let this user read it"
            )
        case .notAFile:
            ConfigFault(
                .unreadableFile,
                file: shown,
                problem: "this is no file",
                remedy: "write a file of that name"
            )
        case .tooLarge:
            ConfigFault(
                .tooLarge,
                file: shown,
                problem: "the file has more than \(YAMLCeilings.maximumBytes) bytes, which is the most that is read",
                remedy: "settings take a few kilobytes: is this the right file?"
            )
        }
    }
}
