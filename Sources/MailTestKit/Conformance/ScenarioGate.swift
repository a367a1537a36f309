/// Lets some scenarios play at once and the others wait: each has threads of its own and answers that are due in time.
actor ScenarioGate {
    /// The gate that all scenarios of a process pass.
    static let shared = ScenarioGate(places: 6)

    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) { self.places = places }

    func enter() async {
        guard places == 0 else {
            places -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func leave() {
        guard !waiting.isEmpty else {
            places += 1
            return
        }
        waiting.removeFirst().resume()
    }
}
