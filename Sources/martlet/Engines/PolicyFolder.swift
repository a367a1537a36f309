internal import Foundation
internal import MailModel

/// Policies of recipient domains (MTA-STS) as files in the state folder, one a domain.
struct PolicyFolder: PolicyStore {
    private static let maximumBytes = 70_000

    private let folder: URL

    /// The folder `mta-sts` of a state folder; made when the first policy is kept.
    init(state: String) { folder = URL(fileURLWithPath: state).appendingPathComponent("mta-sts") }

    func policy(of domain: String) -> [UInt8]? {
        guard let place = place(domain), let handle = try? FileHandle(forReadingFrom: place),
            let bytes = try? handle.read(upToCount: Self.maximumBytes)
        else { return nil }
        return Array(bytes)
    }

    func keep(_ bytes: [UInt8], for domain: String) {
        guard let place = place(domain) else { return }
        try? FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try? Data(bytes).write(to: place, options: .atomic)
    }

    /// The file of a domain; nil for what is no name of a file.
    private func place(_ domain: String) -> URL? {
        let isName = domain.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "."), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard isName, !domain.hasPrefix("."), (1...253).contains(domain.utf8.count) else { return nil }
        return folder.appendingPathComponent(domain)
    }
}
