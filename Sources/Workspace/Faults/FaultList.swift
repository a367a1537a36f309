/// The faults of one file while it is read.
///
/// Not `Sendable`: it lives for one reading.
final class FaultList {
    /// The file, as people name it.
    let file: String
    private(set) var faults: [ConfigFault] = []

    /// A file of nothing but mistakes is not listed to its end.
    private static let capacity = 200

    init(file: String) {
        self.file = file
    }

    func report(
        _ kind: ConfigFault.Kind,
        at place: SourcePlace?,
        _ setting: String = "",
        _ problem: String,
        _ remedy: String
    ) {
        add(ConfigFault(kind, file: file, place: place, setting: setting, problem: problem, remedy: remedy))
    }

    func add(_ fault: ConfigFault) {
        guard faults.count < Self.capacity else { return }
        faults.append(fault)
    }

    /// The faults in the order of the file; nil when there are none.
    var sorted: ConfigFaults? {
        func position(_ fault: ConfigFault) -> (Int, Int) { (fault.place?.line ?? 0, fault.place?.column ?? 0) }
        return ConfigFaults(faults.sorted { position($0) < position($1) })
    }
}
