import Foundation

/// TLS in front of a test server: a small program in Python, with certificates made by openssl.
///
/// Ends when its standard input does, so that nothing is left running.
final class TLSFront {
    /// When TLS begins.
    enum Mode: String {
        case implicit
        case starttls
    }

    /// Certificates for tests: an authority and what it signed.
    struct Certificates {
        let folder: String

        /// The authority, in PEM.
        var authority: String { "\(folder)/ca.pem" }

        /// Makes them in a new folder.
        init() throws {
            folder = NSTemporaryDirectory() + "martlet-tls-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try TLSFront.run(
                "/bin/sh",
                ["-e", "-c", Self.script],
                in: folder
            )
        }

        /// `good` is for 127.0.0.1, `other` for another name; `self` is signed by nobody.
        private static let script = """
            new="-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
            openssl req -x509 $new -keyout ca.key -out ca.pem -subj "/CN=Test CA" -days 2
            openssl req -x509 $new -keyout self.key -out self.pem -subj /CN=self -addext subjectAltName=IP:127.0.0.1 -days 2
            sign() {
                openssl req $new -keyout $1.key -out $1.csr -subj /CN=$1
                echo "subjectAltName=$2" > $1.ext
                openssl x509 -req -in $1.csr -CA ca.pem -CAkey ca.key -CAcreateserial -extfile $1.ext -out $1.pem -days 2
            }
            sign good IP:127.0.0.1
            sign other DNS:other.example.test
            """

        func remove() { try? FileManager.default.removeItem(atPath: folder) }
    }

    /// The port that speaks TLS.
    let port: Int
    private let process = Process()
    private let input = Pipe()

    /// Whether the programs are there.
    static var isPossible: Bool {
        ["/usr/bin/python3", "/usr/bin/openssl"].allSatisfy(FileManager.default.isExecutableFile(atPath:))
    }

    /// Starts a front.
    ///
    /// - Parameters:
    ///   - mode: when TLS begins.
    ///   - backend: the port of the server behind it.
    ///   - certificate: which of the certificates it shows.
    ///   - certificates: all of them.
    /// - Throws: when Python cannot be started.
    init(_ mode: Mode, backend: Int, certificate: String, _ certificates: Certificates) throws {
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        let files = ["pem", "key"].map { "\(certificates.folder)/\(certificate).\($0)" }
        process.arguments = ["-c", Self.program, mode.rawValue, "\(backend)"] + files
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = output.fileHandleForReading.availableData
        port = Int(String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }

    func stop() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private static func run(_ program: String, _ arguments: [String], in folder: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
    }

    private static let program = """
        import os, socket, ssl, sys, threading
        mode, backend, cert, key = sys.argv[1:]
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(cert, key)
        listener = socket.create_server(("127.0.0.1", 0))
        print(listener.getsockname()[1], flush=True)
        def pump(source, target):
            try:
                while data := source.recv(65536):
                    target.sendall(data)
            except OSError:
                pass
            for end in (source, target):
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
        def serve(client):
            try:
                server = socket.create_connection(("127.0.0.1", int(backend)))
                if mode == "starttls":
                    client.sendall(b"220 front\\r\\n")
                    lines = client.makefile("rb", buffering=0)
                    lines.readline()
                    client.sendall(b"250-front\\r\\n250-AUTH PLAIN\\r\\n250 STARTTLS\\r\\n")
                    if not lines.readline().startswith(b"STARTTLS"):
                        return client.close()
                    client.sendall(b"220 go\\r\\n")
                    server.makefile("rb", buffering=0).readline()
                client = context.wrap_socket(client, server_side=True)
            except OSError:
                return client.close()
            threading.Thread(target=pump, args=(client, server), daemon=True).start()
            pump(server, client)
        def accept():
            while True:
                threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
        threading.Thread(target=accept, daemon=True).start()
        sys.stdin.read()
        os._exit(0)
        """
}
