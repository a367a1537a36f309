internal import CUnbound
internal import Glibc
internal import MailModel
internal import Synchronization

/// The only owner of a libunbound context: asks, and hears the answers on a thread of its own; no pointer leaves this file.
///
/// The library keeps answers by their time to live, those that say no as well, and asks over its own thread; ours waits at
/// its descriptor and hands answers over.
@safe final class UnboundContext: Sendable {
    typealias Callback = @Sendable (RawAnswer) -> Void

    /// The questions under way, by number; the number is what libunbound carries.
    private struct Questions {
        var open: [UInt: Callback] = [:]
        var last: UInt = 0
        var isClosed = false
    }

    /// `@unchecked`: libunbound locks its context itself.
    @safe private struct Handle: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    private let handle: Handle
    private let questions = Mutex(Questions())
    private let maximumRecords: Int

    /// The keys of the root zone: KSK-2017 and KSK-2024, as IANA publishes them (RFC 9718).
    private static let rootKeys = [
        ". IN DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D",
        ". IN DS 38696 8 2 683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16",
    ]

    /// What differs from the library's own ways.
    private static let options = [
        // A resolver on this machine is what most machines have.
        ("do-not-query-localhost:", "no"),
        // Fragments of larger answers get lost on the way (DNS flag day 2020).
        ("edns-buffer-size:", "1232"),
        ("cache-max-ttl:", "86400"),
        ("cache-max-negative-ttl:", "900"),
        ("msg-cache-size:", "16m"),
        ("rrset-cache-size:", "32m"),
    ]

    /// Makes a context.
    ///
    /// - Throws: ``ResolverFailure`` when the settings cannot work.
    init(_ settings: ResolverSettings) throws(ResolverFailure) {
        guard let pointer = unsafe ub_ctx_create() else {
            throw ResolverFailure(description: "libunbound cannot be started")
        }
        handle = unsafe Handle(pointer: pointer)
        maximumRecords = settings.maximumRecords
        try setUp(settings)
    }

    deinit { unsafe ub_ctx_delete(handle.pointer) }

    private func setUp(_ settings: ResolverSettings) throws(ResolverFailure) {
        let context = unsafe handle.pointer
        // The library would write to standard error.
        unsafe ub_ctx_debugout(context, nil)
        for (name, value) in Self.options {
            try check(unsafe ub_ctx_set_option(context, name, value), "libunbound has no option \(name)")
        }
        if let server = settings.server {
            try check(
                unsafe ub_ctx_set_fwd(context, "\(server.address)@\(server.port)"),
                "\(server.address) is no resolver's address"
            )
        } else {
            try check(unsafe ub_ctx_resolvconf(context, nil), "/etc/resolv.conf cannot be read")
            _ = unsafe ub_ctx_hosts(context, nil)
        }
        switch settings.trustAnchors {
        case .none: break
        case .root: for key in Self.rootKeys { try check(unsafe ub_ctx_add_ta(context, key), "the root's keys") }
        case .file(let path):
            try check(unsafe ub_ctx_add_ta_file(context, path), "the trust anchors in \(path) cannot be read")
        }
        try check(unsafe ub_ctx_async(context, 1), "no thread for libunbound")
        // Labs use this name, and the library would answer for it. It comes last: nothing can be set behind it.
        _ = unsafe ub_ctx_zone_remove(context, "test.")
    }

    private func check(_ code: Int32, _ words: String) throws(ResolverFailure) {
        guard code != UB_NOERROR.rawValue else { return }
        let reason = unsafe ub_strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        throw ResolverFailure(description: "\(words): \(reason)")
    }

    /// Starts the thread that hands answers over; it ends soon after ``close()``, and holds the context until then.
    func start() {
        let thread = AnswerThread { [self] in
            var entry = pollfd(fd: unsafe ub_fd(handle.pointer), events: Int16(POLLIN), revents: 0)
            while !questions.withLock({ $0.isClosed }) {
                guard unsafe poll(&entry, 1, 250) > 0 else { continue }
                unsafe ub_process(handle.pointer)
            }
        }
        thread.start()
    }

    /// Ends the thread; nobody is answered any more.
    func close() {
        questions.withLock { questions in
            questions.isClosed = true
            questions.open = [:]
        }
    }

    /// Asks for the records of a name.
    ///
    /// - Parameters:
    ///   - name: a name that ``HostName/isName(_:)`` takes.
    ///   - type: the type of the records.
    ///   - callback: called once, on another thread; perhaps after the caller has lost interest.
    func ask(_ name: String, _ type: RecordType, _ callback: @escaping Callback) {
        let number = questions.withLock { questions in
            questions.last += 1
            questions.open[questions.last] = callback
            return questions.last
        }
        let question = Question(context: self, number: number)
        let carried = unsafe Unmanaged.passRetained(question)
        let code = unsafe ub_resolve_async(
            handle.pointer,
            name,
            Int32(type.rawValue),
            1,
            carried.toOpaque(),
            { carried, code, result in
                guard let carried = unsafe carried else { return }
                let question = unsafe Unmanaged<Question>.fromOpaque(carried).takeRetainedValue()
                let answer = unsafe UnboundContext.answer(code, result, most: question.context.maximumRecords)
                if let result = unsafe result { unsafe ub_resolve_free(result) }
                question.context.finish(question.number, answer)
            },
            nil
        )
        guard code != UB_NOERROR.rawValue else { return }
        unsafe carried.release()
        finish(number, RawAnswer(ending: .failed(code: 2)))
    }

    private func finish(_ number: UInt, _ answer: RawAnswer) {
        let callback = questions.withLock { $0.open.removeValue(forKey: number) }
        callback?(answer)
    }

    private static func answer(
        _ code: Int32,
        _ result: UnsafeMutablePointer<ub_result>?,
        most: Int
    ) -> RawAnswer {
        guard code == UB_NOERROR.rawValue, let result = unsafe result?.pointee else {
            return RawAnswer(ending: .failed(code: 2))
        }
        if unsafe result.bogus != 0 {
            return RawAnswer(ending: .bogus(unsafe result.why_bogus.map { unsafe String(cString: $0) } ?? "bogus"))
        }
        var answer = RawAnswer(ending: .answered)
        unsafe answer.isSecure = result.secure != 0
        unsafe answer.seconds = max(0, Int(result.ttl))
        if let name = unsafe result.canonname, let asked = unsafe result.qname {
            let canonical = unsafe String(cString: name)
            if unsafe canonical != String(cString: asked) { answer.canonicalName = canonical }
        }
        if unsafe result.nxdomain != 0 {
            answer.ending = .noSuchName
        } else if unsafe result.rcode != 0 {
            answer.ending = .failed(code: unsafe Int(result.rcode))
        } else if unsafe result.havedata != 0, let data = unsafe result.data, let lengths = unsafe result.len {
            var index = 0
            while index < most, let item = unsafe data[index] {
                let bytes = unsafe UnsafeRawBufferPointer(start: item, count: Int(lengths[index]))
                unsafe answer.data.append(Array(bytes))
                index += 1
            }
        }
        return answer
    }

    /// What libunbound carries for us.
    private final class Question: Sendable {
        let context: UnboundContext
        let number: UInt

        init(context: UnboundContext, number: UInt) {
            self.context = context
            self.number = number
        }
    }
}
