import Foundation
import TimeZones

/// The machine's zone files; tests that need them say so and are skipped where there are none.
enum ZoneFiles {
    static let folder = ZoneName.folders.first { FileManager.default.fileExists(atPath: $0 + "/Europe/Berlin") }
    static let areThere = folder != nil

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: (folder ?? "") + "/" + name)))
    }

    static func rules(_ name: String) throws -> ZoneRules { try ZoneRules(tzif: bytes(name)) }

    /// The names of all zones, without those that count leap seconds and without files that are no zones.
    static func names() throws -> [String] {
        guard let folder else { return [] }
        let all = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return all.filter { name in
            guard !name.hasPrefix("right/"), !name.hasPrefix("posix/"), ZoneName.objection(to: name) == nil,
                let handle = FileHandle(forReadingAtPath: folder + "/" + name)
            else { return false }
            defer { try? handle.close() }
            return (try? handle.read(upToCount: 4)) == Data("TZif".utf8)
        }.sorted()
    }
}
