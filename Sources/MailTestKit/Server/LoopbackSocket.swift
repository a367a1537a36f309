internal import Glibc
internal import Synchronization

/// A TCP socket on 127.0.0.1 with blocking calls, for test servers and clients that run on threads of their own.
///
/// All unsafe code of this module is in this file. The descriptor is closed once; ``shutDown()`` may come from another
/// thread and wakes whoever is blocked in a call.
package final class LoopbackSocket: Sendable {
    /// Why a socket could not be made.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private let descriptor: Int32
    private let isOpen = Mutex(true)

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close() }

    /// A socket that listens on a free port.
    ///
    /// - Returns: the socket and its port.
    /// - Throws: ``Failure`` when there is no descriptor or port.
    package static func listen() throws(Failure) -> (socket: LoopbackSocket, port: Int) {
        let socket = try make()
        var address = loopback(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                guard unsafe Glibc.bind(socket.descriptor, generic, length) == 0,
                    Glibc.listen(socket.descriptor, 512) == 0
                else { return -1 as Int32 }
                return unsafe getsockname(socket.descriptor, generic, &length)
            }
        }
        guard result == 0 else { throw Failure(description: "cannot listen on 127.0.0.1: errno \(errno)") }
        return (socket, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// A socket connected to a port on 127.0.0.1.
    ///
    /// - Parameter port: the port of the server.
    /// - Returns: the connected socket.
    /// - Throws: ``Failure`` when nobody listens there.
    package static func connect(port: Int) throws(Failure) -> LoopbackSocket {
        let socket = try make()
        var address = loopback(port: port)
        let result = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe Glibc.connect(socket.descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(description: "cannot connect to 127.0.0.1:\(port): errno \(errno)") }
        return socket
    }

    private static func make() throws(Failure) -> LoopbackSocket {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(description: "no socket: errno \(errno)") }
        return LoopbackSocket(descriptor: descriptor)
    }

    private static func loopback(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    /// The next connection; nil when the socket was shut down.
    package func accept() -> LoopbackSocket? {
        while true {
            let peer = Glibc.accept(descriptor, nil, nil)
            if peer >= 0 {
                _ = fcntl(peer, F_SETFD, FD_CLOEXEC)
                var yes: Int32 = 1
                unsafe setsockopt(peer, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
                return LoopbackSocket(descriptor: peer)
            }
            guard errno == EINTR || errno == ECONNABORTED else { return nil }
        }
    }

    /// Reads what is there, waiting for the first byte.
    ///
    /// - Parameters:
    ///   - buffer: is appended to.
    ///   - limit: how many bytes are read at most.
    /// - Returns: whether anything was read; false at the end of the stream and on a broken connection.
    package func read(into buffer: inout [UInt8], upTo limit: Int = 65_536) -> Bool {
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: limit) { storage, count in
            count = unsafe max(0, recv(descriptor, storage.baseAddress, limit, 0))
        }
        buffer.append(contentsOf: piece)
        return !piece.isEmpty
    }

    /// Writes all of `bytes`.
    ///
    /// - Parameter bytes: what to write.
    /// - Returns: false when the connection broke.
    @discardableResult
    package func write(_ bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBytes { storage in
            var done = 0
            while done < storage.count {
                let rest = unsafe UnsafeRawBufferPointer(rebasing: storage[done...])
                let sent = unsafe send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
                guard sent > 0 else { return false }
                done += sent
            }
            return true
        }
    }

    /// Ends both directions, and every blocked call; the descriptor stays until ``close()``.
    package func shutDown() {
        isOpen.withLock { isOpen in
            if isOpen { _ = Glibc.shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }

    /// Closes with a FIN.
    package func close() {
        isOpen.withLock { isOpen in
            if isOpen { _ = Glibc.close(descriptor) }
            isOpen = false
        }
    }

    /// Closes with a RST, as a crashed or unfriendly peer does.
    package func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close()
    }
}

/// A thread of its own for blocking work, which must not be on the cooperative pool.
package struct ServerThread: Sendable {
    private final class Work {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    private let handle: pthread_t

    /// Starts a thread.
    ///
    /// - Parameter body: what runs on it.
    package init?(_ body: @escaping @Sendable () -> Void) {
        var handle = pthread_t()
        let work = unsafe Unmanaged.passRetained(Work(body))
        let result = unsafe pthread_create(
            &handle,
            nil,
            { pointer in
                guard let pointer = unsafe pointer else { return nil }
                unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
                return nil
            },
            work.toOpaque()
        )
        guard result == 0 else {
            unsafe work.release()
            return nil
        }
        self.handle = handle
    }

    /// Waits for its end; to be called once.
    package func join() { _ = pthread_join(handle, nil) }

    /// Lets the calling thread sleep.
    ///
    /// - Parameter duration: how long.
    package static func sleep(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        var wanted = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        var rest = timespec()
        while unsafe nanosleep(&wanted, &rest) != 0, errno == EINTR { wanted = rest }
    }
}
