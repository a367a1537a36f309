internal import Foundation
internal import TemplateLanguage

/// Partials from the files of one folder: `NAME.mustache`, or `NAME` as it stands.
///
/// The engine has checked the name; here a link that leads out of the folder is refused, so that a template cannot
/// print other files of the machine.
struct PartialFolder: PartialSource {
    /// The folder.
    let path: String

    /// What one partial may have; the engine's own ceiling is lower and says so.
    private static let maximumBytes = 64 << 20

    func partial(named name: String) -> [UInt8]? {
        guard PartialName.objection(to: name) == nil else { return nil }
        let folder = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        for candidate in [name + ".mustache", name] {
            let file = URL(fileURLWithPath: folder).appendingPathComponent(candidate).resolvingSymlinksInPath()
            guard file.path.hasPrefix(folder + "/") else { continue }
            let values = try? file.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
            guard values?.isRegularFile == true, values?.fileSize ?? 0 <= Self.maximumBytes else { continue }
            if let data = FileManager.default.contents(atPath: file.path) { return [UInt8](data) }
        }
        return nil
    }

    var names: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        // What a link leads out of the folder is no partial, and so no suggestion.
        return files.filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(".mustache".count)) }
            .filter { partial(named: $0) != nil }.sorted()
    }
}
