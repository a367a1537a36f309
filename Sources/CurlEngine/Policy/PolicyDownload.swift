internal import CCurl
internal import Glibc
package import MailModel

/// Fetches policies of recipient domains over HTTPS (RFC 8461 §3.3) by libcurl, each on a thread of its own.
///
/// The certificate has to be trusted and for the host; redirections are not followed; what is no 200 is no policy; more than
/// the ceiling is none either. Addresses come from the caller, so that one resolver decides about everything.
package struct PolicyDownload: PolicyFetcher {
    private static let maximumBytes = 65_536
    /// A minute for all of it, as the RFC asks (§3.3), and less for a server that does not answer at all.
    private static let seconds = 60
    private static let connectSeconds = 15

    private let port: Int
    private let trust: TrustStore

    /// A fetcher.
    ///
    /// - Parameter settings: the transport; its extra trust anchors count here, too.
    /// - Throws: `TransportFailure` when those cannot be read.
    package init(_ settings: TransportSettings) throws(TransportFailure) {
        port = settings.direct?.policyPort ?? 443
        trust = try TrustStore(settings)
    }

    package func policy(of domain: String, at addresses: [HostAddress]) async -> PolicyFetch {
        await withCheckedContinuation { continuation in
            let isStarted = EngineThread.start {
                continuation.resume(returning: fetch(domain, addresses))
            }
            if !isStarted { continuation.resume(returning: .failed("the system has no thread to give")) }
        }
    }

    private func fetch(_ domain: String, _ addresses: [HostAddress]) -> PolicyFetch {
        guard let download = Download(most: Self.maximumBytes) else { return .failed("libcurl cannot be started") }
        let host = "mta-sts.\(domain)"
        let list = addresses.prefix(8).map { $0.isV6 ? "[\($0)]" : "\($0)" }.joined(separator: ",")
        download.set(CURLOPT_URL, text: "https://\(host):\(port)/.well-known/mta-sts.txt")
        download.set(CURLOPT_PROTOCOLS_STR, text: "https")
        download.set(CURLOPT_PROXY, text: "")
        download.set(CURLOPT_NOSIGNAL, 1)
        download.set(CURLOPT_TIMEOUT, Self.seconds)
        download.set(CURLOPT_CONNECTTIMEOUT, Self.connectSeconds)
        download.set(CURLOPT_FOLLOWLOCATION, 0)
        download.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        download.place("\(host):\(port):\(list)")
        if let extra = trust.certificates { download.trust(extra) }
        return download.run()
    }
}

/// One libcurl handle for one file; no pointer leaves it.
@safe private final class Download {
    private let easy: UnsafeMutableRawPointer
    private var places: UnsafeMutablePointer<curl_slist>?
    private var body: [UInt8] = []
    private let most: Int

    init?(most: Int) {
        guard CurlHandle.globalResult == CURLE_OK, let easy = unsafe curl_easy_init() else { return nil }
        unsafe self.easy = unsafe easy
        unsafe places = nil
        self.most = most
    }

    deinit {
        unsafe curl_easy_cleanup(easy)
        unsafe curl_slist_free_all(places)
    }

    func set(_ option: CURLoption, _ value: Int) { unsafe martlet_curl_set_long(easy, option, value) }

    func set(_ option: CURLoption, text: String) { unsafe martlet_curl_set_text(easy, option, text) }

    /// Says where a host is: `host:port:address,address`.
    func place(_ entry: String) {
        unsafe places = unsafe curl_slist_append(nil, entry)
        unsafe martlet_curl_set_list(easy, CURLOPT_RESOLVE, places)
    }

    /// Trusts certificates besides the system's.
    func trust(_ extra: [UInt8]) {
        let all = extra + TrustStore.systemBundle(text(CURLINFO_CAINFO), hasFolder: text(CURLINFO_CAPATH) != nil)
        _ = unsafe all.withUnsafeBytes { bytes in
            unsafe martlet_curl_set_blob(easy, CURLOPT_CAINFO_BLOB, bytes.baseAddress, bytes.count)
        }
    }

    private func text(_ info: CURLINFO) -> String? {
        var pointer: UnsafeMutablePointer<CChar>?
        guard unsafe martlet_curl_get_text(easy, info, &pointer) == CURLE_OK, let pointer = unsafe pointer else {
            return nil
        }
        return unsafe String(cString: pointer)
    }

    func run() -> PolicyFetch {
        unsafe martlet_curl_set_pointer(easy, CURLOPT_WRITEDATA, Unmanaged.passUnretained(self).toOpaque())
        unsafe martlet_curl_set_writer(easy) { bytes, size, count, context in
            guard let context = unsafe context, let bytes = unsafe bytes else { return 0 }
            let download = unsafe Unmanaged<Download>.fromOpaque(context).takeUnretainedValue()
            return unsafe download.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        let result = unsafe curl_easy_perform(easy)
        guard result == CURLE_OK else {
            let words = unsafe String(cString: curl_easy_strerror(result))
            return .failed(body.count >= most ? "the policy has more than \(most) bytes" : words)
        }
        var status = 0
        unsafe martlet_curl_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
        return status == 200 ? .file(body) : .failed("the policy's server answered \(status)")
    }

    private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard body.count + bytes.count <= most else {
            body = Array(repeating: 0, count: most)
            return 0
        }
        unsafe body += bytes
        return bytes.count
    }
}
