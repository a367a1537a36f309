internal import Authentication
internal import CCurl
internal import Glibc
internal import MailModel

/// The only owner of a libcurl handle: sets its options, runs it, frees it; no pointer leaves this file.
///
/// Belongs to one thread. What libcurl calls back is translated into calls of a ``Transfer``.
@safe final class CurlHandle {
    private let easy: UnsafeMutableRawPointer
    private let errorText: UnsafeMutablePointer<CChar>
    private let transfer: Transfer
    private var isClosed = false

    /// libcurl wants this once for each process, before anything else.
    static let globalResult = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    /// A block that goes to the server at once; larger ones only cost memory.
    private static let blockBytes = 32_768

    /// A handle for one kept connection.
    ///
    /// - Throws: `TransportFailure` when libcurl cannot work with the settings.
    init(
        settings: TransportSettings,
        login: LoginOptions?,
        trust: TrustStore,
        transfer: Transfer
    ) throws(TransportFailure) {
        self.transfer = transfer
        guard Self.globalResult == CURLE_OK, let easy = unsafe curl_easy_init() else {
            throw TransportFailure(
                code: .configuration,
                phase: .connect,
                peer: "\(settings.host):\(settings.port)",
                cause: .unsupported("libcurl cannot be started")
            )
        }
        unsafe self.easy = unsafe easy
        unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        guard setUp(settings), secure(settings, trust), logIn(settings.login, login) else {
            throw TransportFailure(
                code: .configuration,
                phase: .connect,
                peer: "\(settings.host):\(settings.port)",
                cause: .unsupported("libcurl refuses the settings; is it older than 7.85, or built without TLS?")
            )
        }
        setCallbacks()
    }

    deinit {
        close()
        unsafe errorText.deallocate()
    }

    /// Says QUIT and closes; does not wait for the answer.
    func close() {
        guard !isClosed else { return }
        isClosed = true
        var socket = CURL_SOCKET_BAD
        // libcurl would wait up to two minutes for a server that does not answer QUIT: so let it read an end instead.
        if unsafe martlet_curl_get_socket(easy, &socket) == CURLE_OK, socket != CURL_SOCKET_BAD {
            _ = shutdown(socket, Int32(SHUT_RD))
        }
        unsafe curl_easy_cleanup(easy)
    }

    // MARK: Options

    private func setUp(_ settings: TransportSettings) -> Bool {
        let times = settings.timeouts
        // The engine keeps the time itself, by step; these are for the case that it is not asked.
        let connect = (times.connect + times.reply * 8).wholeSeconds
        let reply = (max(times.reply, times.endOfData) + .seconds(10)).wholeSeconds
        return set(CURLOPT_URL, text: RelayURL.text(settings))
            && set(CURLOPT_PROTOCOLS_STR, text: "smtp,smtps")
            && goThrough(settings.proxy)
            && (settings.sourceAddress.map { set(CURLOPT_INTERFACE, text: "host!\($0)") } ?? true)
            && set(CURLOPT_NOSIGNAL, 1)
            && set(CURLOPT_UPLOAD, 1)
            && set(CURLOPT_UPLOAD_BUFFERSIZE, Self.blockBytes)
            && set(CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1)
            && set(CURLOPT_MAXCONNECTS, 1)
            && set(CURLOPT_CONNECTTIMEOUT, connect)
            && set(CURLOPT_SERVER_RESPONSE_TIMEOUT, reply)
            && set(CURLOPT_VERBOSE, 1)
            && set(CURLOPT_NOPROGRESS, 0)
    }

    /// Proxies of the environment are never used: what the settings say is all there is.
    private func goThrough(_ proxy: TransportSettings.Proxy?) -> Bool {
        guard let proxy else { return set(CURLOPT_PROXY, text: "") }
        // With the h the proxy resolves the name, as our own engine lets it.
        let scheme = proxy.kind == .socks5 ? "socks5h" : "http"
        let host = proxy.host.utf8.contains(UInt8(ascii: ":")) ? "[\(proxy.host)]" : proxy.host
        guard set(CURLOPT_PROXY, text: "\(scheme)://\(host):\(proxy.port)"), set(CURLOPT_HTTPPROXYTUNNEL, 1),
            set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        else { return false }
        guard let login = proxy.login else { return true }
        return set(CURLOPT_PROXYUSERNAME, text: login.user)
            && set(CURLOPT_PROXYPASSWORD, text: login.secret.exposed)
    }

    private func secure(_ settings: TransportSettings, _ trust: TrustStore) -> Bool {
        let use: CURLcode.RawValue
        switch settings.tls {
        case .none: return true
        case .opportunistic: use = CURLUSESSL_TRY.rawValue
        case .starttls, .implicit: use = CURLUSESSL_ALL.rawValue
        }
        let isChecked = settings.tls != .opportunistic
        let options = settings.tlsOptions
        let oldest = options.minimum == .v13 ? CURL_SSLVERSION_TLSv1_3 : CURL_SSLVERSION_TLSv1_2
        guard set(CURLOPT_USE_SSL, Int(use)), set(CURLOPT_SSL_VERIFYPEER, isChecked ? 1 : 0),
            set(CURLOPT_SSL_VERIFYHOST, isChecked ? 2 : 0), set(CURLOPT_SSLVERSION, Int(oldest)), pin(options.pins),
            showClient(options)
        else { return false }
        guard let extra = trust.certificates else { return true }
        let bundle = TrustStore.systemBundle(text(CURLINFO_CAINFO), hasFolder: text(CURLINFO_CAPATH) != nil)
        return unsafe (extra + bundle).withUnsafeBytes { bytes in
            unsafe martlet_curl_set_blob(easy, CURLOPT_CAINFO_BLOB, bytes.baseAddress, bytes.count) == CURLE_OK
        }
    }

    private func pin(_ pins: [[UInt8]]) -> Bool {
        let text = pins.map(PublicKeyPin.text(hash:)).joined(separator: ";")
        return pins.isEmpty || set(CURLOPT_PINNEDPUBLICKEY, text: text)
    }

    private func showClient(_ options: TLSOptions) -> Bool {
        guard let certificate = options.certificate else { return true }
        return set(CURLOPT_SSLCERT, text: certificate) && set(CURLOPT_SSLKEY, text: options.key ?? certificate)
    }

    private func logIn(_ login: Login?, _ options: LoginOptions?) -> Bool {
        guard let login, let options else { return true }
        guard set(CURLOPT_LOGIN_OPTIONS, text: options.text), set(CURLOPT_SASL_IR, 1),
            set(CURLOPT_USERNAME, text: login.user)
        else { return false }
        guard case .password(let password) = login.proof else { return true }
        return set(CURLOPT_PASSWORD, text: password.exposed)
    }

    /// Says which access token the next connection logs in with.
    func use(token: Secret) { _ = set(CURLOPT_XOAUTH2_BEARER, text: token.exposed) }

    /// Whether libcurl was built with GNU SASL, which has SCRAM.
    static let hasSCRAM: Bool = {
        guard let information = unsafe martlet_curl_version() else { return false }
        return unsafe information.pointee.features & CURL_VERSION_GSASL != 0
    }()

    private func set(_ option: CURLoption, _ value: Int) -> Bool {
        unsafe martlet_curl_set_long(easy, option, value) == CURLE_OK
    }

    private func set(_ option: CURLoption, text: String?) -> Bool {
        guard let text else { return unsafe martlet_curl_set_text(easy, option, nil) == CURLE_OK }
        return unsafe martlet_curl_set_text(easy, option, text) == CURLE_OK
    }

    private func text(_ info: CURLINFO) -> String? {
        var pointer: UnsafeMutablePointer<CChar>?
        guard unsafe martlet_curl_get_text(easy, info, &pointer) == CURLE_OK, let pointer = unsafe pointer else {
            return nil
        }
        return unsafe String(cString: pointer)
    }

    // MARK: Running

    /// Sends one message over the kept connection, or over a new one where there is none.
    ///
    /// - Parameters:
    ///   - message: the message; the transfer must have begun with it.
    ///   - closesBehind: whether the connection is to be closed behind it.
    /// - Returns: how it ended.
    func perform(_ message: OutgoingMessage, closesBehind: Bool) -> TransferEnd {
        let path = message.envelope.reversePath.path
        // Surplus bytes would be taken for the answer to the next command.
        let needsNew = transfer.messagesOnConnection > 0 && !transfer.log.isSecured && hasSurplus()
        let size = DotLines.libcurlMayBeToldSize(message.content, block: Self.blockBytes) ? message.content.size : -1
        var recipients: UnsafeMutablePointer<curl_slist>?
        defer { unsafe curl_slist_free_all(recipients) }
        for recipient in message.envelope.allRecipients {
            guard let list = unsafe curl_slist_append(recipients, recipient.path) else { break }
            unsafe recipients = unsafe list
        }
        unsafe errorText[0] = 0
        guard set(CURLOPT_MAIL_FROM, text: path.isEmpty ? nil : path), set(CURLOPT_FRESH_CONNECT, needsNew ? 1 : 0),
            set(CURLOPT_FORBID_REUSE, closesBehind ? 1 : 0),
            unsafe martlet_curl_set_size(easy, CURLOPT_INFILESIZE_LARGE, curl_off_t(size)) == CURLE_OK,
            unsafe martlet_curl_set_list(easy, CURLOPT_MAIL_RCPT, recipients) == CURLE_OK
        else { return TransferEnd(code: .other, words: "libcurl has no memory", isConnectionNew: false) }
        let result = unsafe curl_easy_perform(easy)
        var connections = 0
        unsafe martlet_curl_get_long(easy, CURLINFO_NUM_CONNECTS, &connections)
        unsafe martlet_curl_set_list(easy, CURLOPT_MAIL_RCPT, nil)
        let words = words(result)
        // A ceiling that came without a code of its own (CVE-2023-38039).
        let code = words.hasPrefix("Too large response headers") ? .flood : TransferCode(result)
        return TransferEnd(code: code, words: words, isConnectionNew: connections > 0)
    }

    private func words(_ result: CURLcode) -> String {
        let told = unsafe String(cString: errorText)
        guard told.isEmpty else { return ReplyText.masked(Array(told.utf8)) }
        return unsafe String(cString: curl_easy_strerror(result))
    }

    /// Whether the server sent more over the kept connection than replies to what was said.
    ///
    /// libcurl keeps lines that come too early and takes them for the answer to the next command, so that a stray
    /// refusal would hit the next recipient. The kernel counts what came; only in the clear can that be compared.
    private func hasSurplus() -> Bool {
        var socket = CURL_SOCKET_BAD
        guard unsafe martlet_curl_get_socket(easy, &socket) == CURLE_OK, socket != CURL_SOCKET_BAD else { return false }
        // struct tcp_info of linux/tcp.h: tcpi_bytes_received is at 128 (since Linux 4.1).
        var info = [UInt8](repeating: 0, count: 136)
        var length = socklen_t(info.count)
        guard unsafe getsockopt(socket, Int32(IPPROTO_TCP), TCP_INFO, &info, &length) == 0, length >= 136 else {
            return false
        }
        let received = (0..<8).reduce(0 as UInt64) { $0 | UInt64(info[128 + $1]) << UInt64(8 * $1) }
        return received > UInt64(transfer.log.receivedBytes)
    }

    // MARK: Callbacks

    private func setCallbacks() {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe martlet_curl_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText)
        unsafe martlet_curl_set_pointer(easy, CURLOPT_READDATA, context)
        unsafe martlet_curl_set_pointer(easy, CURLOPT_HEADERDATA, context)
        unsafe martlet_curl_set_pointer(easy, CURLOPT_DEBUGDATA, context)
        unsafe martlet_curl_set_pointer(easy, CURLOPT_XFERINFODATA, context)
        unsafe martlet_curl_set_reader(easy) { buffer, size, count, context in
            guard let handle = unsafe CurlHandle.of(context), let buffer = unsafe buffer else { return 0 }
            return unsafe handle.fill(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
        }
        unsafe martlet_curl_set_header(easy) { line, size, count, context in
            guard let handle = unsafe CurlHandle.of(context) else { return 0 }
            let bytes = unsafe UnsafeRawBufferPointer(start: line, count: size * count)
            let span = unsafe bytes.bindMemory(to: UInt8.self).span
            return handle.transfer.received(span) ? size * count : 0
        }
        unsafe martlet_curl_set_debug(easy) { _, kind, text, count, context in
            guard let handle = unsafe CurlHandle.of(context) else { return 0 }
            let bytes = unsafe UnsafeRawBufferPointer(start: text, count: count)
            unsafe handle.hear(kind, bytes.bindMemory(to: UInt8.self).span)
            return 0
        }
        unsafe martlet_curl_set_progress(easy) { context, _, _, _, _ in
            guard let handle = unsafe CurlHandle.of(context) else { return 1 }
            return handle.transfer.mayGoOn(isConnected: handle.isConnected) ? 0 : 1
        }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> CurlHandle? {
        guard let context = unsafe context else { return nil }
        return unsafe Unmanaged<CurlHandle>.fromOpaque(context).takeUnretainedValue()
    }

    private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        var used = 0
        while used < buffer.count, let piece = transfer.nextPiece(upTo: buffer.count - used) {
            unsafe piece.storage.withUnsafeBytes { storage in
                let source = unsafe UnsafeRawBufferPointer(rebasing: storage[piece.range])
                unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[used...]).copyMemory(from: source)
            }
            used += piece.range.count
        }
        // The mark is set before libcurl has the last byte, since it ends the message by itself.
        if used > 0 { transfer.markIfLast() }
        return used
    }

    private func hear(_ kind: curl_infotype, _ bytes: Span<UInt8>) {
        switch kind {
        case CURLINFO_HEADER_OUT: transfer.sent(bytes, endpoint: endpoint)
        case CURLINFO_DATA_OUT: transfer.wrote(bytes.count)
        case CURLINFO_TEXT: transfer.told(bytes)
        default: break
        }
    }

    private func endpoint() -> String {
        let address = text(CURLINFO_PRIMARY_IP) ?? ""
        var port = 0
        unsafe martlet_curl_get_long(easy, CURLINFO_PRIMARY_PORT, &port)
        return address.utf8.contains(UInt8(ascii: ":")) ? "[\(address)]:\(port)" : "\(address):\(port)"
    }

    private func isConnected() -> Bool {
        var time: curl_off_t = 0
        unsafe martlet_curl_get_size(easy, CURLINFO_CONNECT_TIME_T, &time)
        return time > 0
    }
}

extension TransferCode {
    fileprivate init(_ code: CURLcode) {
        switch code {
        case CURLE_OK: self = .ok
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: self = .resolve
        case CURLE_COULDNT_CONNECT: self = .connect
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_PINNEDPUBKEYNOTMATCH:
            self = .tls
        case CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED,
            CURLE_SSL_ENGINE_INITFAILED:
            self = .tlsSettings
        case CURLE_USE_SSL_FAILED: self = .noTLS
        case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR: self = .login
        case CURLE_REMOTE_ACCESS_DENIED: self = .helloRefused
        case CURLE_WEIRD_SERVER_REPLY: self = .reply
        case CURLE_OPERATION_TIMEDOUT: self = .timeout
        case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE: self = .lost
        case CURLE_WRITE_ERROR, CURLE_READ_ERROR, CURLE_ABORTED_BY_CALLBACK: self = .halted
        default: self = .other
        }
    }
}

extension Duration {
    /// The seconds of it, rounded up.
    fileprivate var wholeSeconds: Int {
        let (seconds, attoseconds) = components
        return Int(clamping: attoseconds > 0 ? seconds + 1 : seconds)
    }
}
