import Foundation

/// Where the conformance corpora are: `MARTLET_CORPORA`, or `../shared/corpora` beside the repository.
enum ReadingCorpus {
    static let folder: URL? = {
        let environment = ProcessInfo.processInfo.environment["MARTLET_CORPORA"]
        var root = URL(fileURLWithPath: #filePath)
        while root.path != "/",
            !FileManager.default.fileExists(atPath: root.appendingPathComponent(".swift-format").path)
        {
            root.deleteLastPathComponent()
        }
        let folder =
            environment.map { URL(fileURLWithPath: $0) }
            ?? root.deletingLastPathComponent().appendingPathComponent("shared/corpora")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static func has(_ name: String) -> Bool {
        folder.map { FileManager.default.fileExists(atPath: $0.appendingPathComponent(name).path) } ?? false
    }

    /// The cases of a JSON Lines file.
    static func cases<Case: Decodable>(_ name: String, as type: Case.Type) throws -> [Case] {
        guard let folder else { return [] }
        let data = try Data(contentsOf: folder.appendingPathComponent(name))
        let decoder = JSONDecoder()
        return try data.split(separator: 0x0A).map { try decoder.decode(type, from: Data($0)) }
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        guard let folder else { return [] }
        return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    /// Names of the files in a folder, sorted.
    static func files(in name: String) throws -> [String] {
        guard let folder else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(name).path).sorted()
            .map { name + "/" + $0 }
    }
}

/// Counts of a corpus run, and the failed cases in words.
struct CorpusTally {
    var passed = 0
    var failed = 0
    var skipped = 0
    var failures: [String] = []

    mutating func count(_ isRight: Bool, _ words: @autoclosure () -> String) {
        if isRight {
            passed += 1
        } else {
            failed += 1
            failures.append(words())
        }
    }

    func report(_ title: String) {
        print("\(title): \(passed) passed, \(failed) failed, \(skipped) skipped")
        for failure in failures { print("  " + failure) }
    }
}

/// Texts are compared by scalars: `==` on String takes different scalars for equal.
func sameScalars(_ first: String?, _ second: String?) -> Bool {
    switch (first, second) {
    case (nil, nil): true
    case (let first?, let second?): first.unicodeScalars.elementsEqual(second.unicodeScalars)
    default: false
    }
}
