import Foundation
import Synchronization
import Testing

@testable import TemplateLanguage

/// The public Mustache specification, every module, byte for byte.
@Suite("Mustache specification")
struct SpecificationTests {
    private struct Case: Decodable {
        let name: String
        let template: String
        let expected: String
        let partials: [String: String]?
    }

    private struct Module: Decodable {
        let tests: [Case]
    }

    static let modules = [
        "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~dynamic-names", "~inheritance",
        "~lambdas",
    ]

    // Without the corpus (`MARTLET_CORPORA`, or `../shared/corpora` beside the repository) this test says that it is skipped.
    @Test(
        "Every case of a module renders exactly as specified",
        .enabled(if: Corpus.exists("mustache-spec")),
        arguments: modules
    )
    func module(_ module: String) throws {
        let bytes = try Corpus.read("mustache-spec/specs/\(module).json")
        let cases = try JSONDecoder().decode(Module.self, from: Data(bytes)).tests
        guard case .object(let root) = try JSONReader.value(of: bytes, name: module),
            case .list(let raw)? = root.value(of: Array("tests".utf8))
        else {
            Issue.record("the module has no tests")
            return
        }
        var (passed, failed) = (0, 0)
        for (test, raw) in zip(cases, raw) {
            guard case .object(let object) = raw, var data = object.value(of: Array("data".utf8)) else { continue }
            if module == "~lambdas", case .object(var members) = data {
                members.set(Array("lambda".utf8), .lambda(try #require(Self.lambda(test.name))))
                data = .object(members)
            }
            let output = Self.render(test.template, test.partials ?? [:], data)
            if output == Array(test.expected.utf8) {
                passed += 1
            } else {
                failed += 1
                Issue.record(
                    "\(test.name): \(test.template.debugDescription) gave \(String(decoding: output, as: UTF8.self).debugDescription)"
                )
            }
        }
        print("mustache-spec \(module): \(passed) passed, \(failed) failed, 0 skipped")
        #expect(passed + failed == cases.count)
        #expect(passed > 0)
    }

    private static func render(_ template: String, _ partials: [String: String], _ data: TemplateValue) -> [UInt8] {
        do {
            let compiled = try Template.compile(
                source: Array(template.utf8),
                name: "spec",
                options: TemplateOptions(missing: .empty),
                partials: PartialTable(partials.mapValues { Array($0.utf8) })
            )
            return try compiled.render(data: data)
        } catch {
            return Array("\(error)".utf8)
        }
    }

    /// The functions that the cases describe in other languages.
    private static func lambda(_ name: String) -> TemplateLambda? {
        let calls = Counter()
        let returns: (String) -> TemplateLambda = { text in TemplateLambda { _ in Array(text.utf8) } }
        switch name {
        case "Interpolation": return returns("world")
        case "Interpolation - Expansion": return returns("{{planet}}")
        case "Interpolation - Alternate Delimiters": return returns("|planet| => {{planet}}")
        case "Interpolation - Multiple Calls": return TemplateLambda { _ in Array(String(calls.next()).utf8) }
        case "Escaping": return returns(">")
        case "Section": return TemplateLambda { Array(($0 == Array("{{x}}".utf8) ? "yes" : "no").utf8) }
        case "Section - Expansion": return TemplateLambda { ($0 ?? []) + Array("{{planet}}".utf8) + ($0 ?? []) }
        case "Section - Alternate Delimiters":
            return TemplateLambda { ($0 ?? []) + Array("{{planet}} => |planet|".utf8) + ($0 ?? []) }
        case "Section - Multiple Calls": return TemplateLambda { Array("__".utf8) + ($0 ?? []) + Array("__".utf8) }
        case "Inverted Section": return returns("")
        default: return nil
        }
    }
}

/// Counts calls.
final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock {
            $0 += 1
            return $0
        }
    }
}

/// Finds the corpora: `MARTLET_CORPORA`, or `../shared/corpora` beside the repository.
enum Corpus {
    static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["MARTLET_CORPORA"] { return URL(fileURLWithPath: path) }
        return URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpora")
    }()

    static func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(name).path)
    }

    static func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appendingPathComponent(name)))
    }
}
