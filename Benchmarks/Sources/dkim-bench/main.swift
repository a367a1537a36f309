// Signs 4 KB messages on all cores, next to a bare loop of the same library: dkim-bench [SECONDS [ROUNDS [CORES]]]
// Beside it: openssl speed -seconds 3 -multi CORES rsa2048 ed25519
import Crypto
import CryptoExtras
import Glibc
import MailModel
import MessageSigning

let arguments = CommandLine.arguments
let seconds = arguments.count > 1 ? Double(arguments[1]) ?? 1 : 1
let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5
let cores = arguments.count > 3 ? Int(arguments[3]) ?? 2 : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

func cpuSeconds() -> Double {
    var usage = rusage()
    _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let user = Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
    return user + Double(usage.ru_stime.tv_sec) + Double(usage.ru_stime.tv_usec) / 1e6
}

let message: [UInt8] = {
    var text = """
        From: 管理员 <no-reply@example.com>
        To: 王小明 <xiaoming@example.net>
        Subject: =?utf-8?B?5oKo55qE6LSm5oi35bey5r+A5rS7?=
        Date: Mon, 23 Nov 2026 09:00:00 +0800
        Message-ID: <a1b2c3@example.com>
        List-Id: <activation.example.com>
        List-Unsubscribe: <https://example.com/u/a1b2c3>, <mailto:unsubscribe+a1b2c3@example.com>
        List-Unsubscribe-Post: List-Unsubscribe=One-Click
        MIME-Version: 1.0
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: quoted-printable


        """
    while text.utf8.count < 4_000 {
        text += "    <td class=3D\"cell\">Your account is active,  =E6=82=A8=E5=A5=BD\n\n    and here is more.</td>\n"
    }
    return text.utf8.flatMap { $0 == 10 ? [13, 10] : [$0] }
}()

/// What one phase did in all its rounds.
struct Tally {
    var count = 0
    var wall = 0.0
    var cpu = 0.0

    mutating func add(_ round: Tally) {
        count += round.count
        wall += round.wall
        cpu += round.cpu
    }

    var rate: Double { Double(count) / wall }
    var microseconds: Double { cpu / Double(count) * 1e6 }
}

/// Runs the work that `make` makes on every core for a while.
func measure(_ make: @escaping @Sendable () throws -> () throws -> Void) async throws -> Tally {
    let clock = ContinuousClock()
    let cpu = cpuSeconds()
    let start = clock.now
    let end = start.advanced(by: .seconds(seconds))
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<cores {
            group.addTask {
                let work = try make()
                var count = 0
                while clock.now < end {
                    for _ in 0..<8 { try work() }
                    count += 8
                }
                return count
            }
        }
        return try await group.reduce(0, +)
    }
    let wall = start.duration(to: clock.now)
    let wallSeconds = Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18
    return Tally(count: count, wall: wallSeconds, cpu: cpuSeconds() - cpu)
}

func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }

func show(_ name: String, _ tally: Tally, against bare: Tally? = nil) {
    var line =
        padded(name, 34) + padded("\(Int(tally.rate))/s", 12) + "\(Int(tally.microseconds * 10) / 10) us of CPU each"
    if let bare {
        let byRate = Int(tally.rate / bare.rate * 1_000)
        let byCPU = Int(bare.microseconds / tally.microseconds * 1_000)
        line += "   \(Double(byRate) / 1_000) x bare by rate, \(Double(byCPU) / 1_000) by CPU"
    }
    print(line)
}

let rsa = try DKIMKey.generate(.rsaSHA256)
let ed25519 = try DKIMKey.generate(.ed25519SHA256)
let rsaIdentity = try DKIMIdentity(domain: "example.com", selector: "m1", key: rsa)
let ed25519Identity = try DKIMIdentity(domain: "example.com", selector: "m2", key: ed25519)
let bareRSA = try _RSA.Signing.PrivateKey(pemRepresentation: rsa.pem.exposed)
let bareEd25519 = try Curve25519.Signing.PrivateKey(pemRepresentation: ed25519.pem.exposed)

@Sendable func signing(_ identities: [DKIMIdentity]) -> () throws -> Void {
    var signer = DKIMSigner(identities)
    var fields: [UInt8] = []
    let message = message
    var time = 1_795_000_000
    return {
        fields.removeAll(keepingCapacity: true)
        time += 1
        guard case .signed = try signer.sign(message.span, at: time, into: &fields) else { fatalError("not signed") }
    }
}

var tallies = [Tally](repeating: Tally(), count: 5)
for _ in 0..<rounds {
    let bare = try await measure {
        var digest = SHA256.hash(data: message)
        return {
            let signature = try bareRSA.signature(for: digest, padding: .insecurePKCS1v1_5)
            digest = SHA256.hash(data: signature.rawRepresentation)
        }
    }
    tallies[0].add(bare)
    tallies[1].add(try await measure { signing([rsaIdentity]) })
    let bareEdwards = try await measure {
        var digest = SHA256.hash(data: message)
        return { digest = SHA256.hash(data: try bareEd25519.signature(for: Array(digest))) }
    }
    tallies[2].add(bareEdwards)
    tallies[3].add(try await measure { signing([ed25519Identity]) })
    tallies[4].add(try await measure { signing([rsaIdentity, ed25519Identity]) })
}
print("\(message.count) bytes a message, \(cores) cores, \(rounds) rounds of \(seconds) s each")
show("RSA-2048, bare loop", tallies[0])
show("RSA-2048, messages signed", tallies[1], against: tallies[0])
show("Ed25519, bare loop", tallies[2])
show("Ed25519, messages signed", tallies[3], against: tallies[2])
show("both on each message", tallies[4])
