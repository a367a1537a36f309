/// What `probe` found out, in the shape of its JSON.
struct ProbeResult: Encodable {
    /// What was asked about.
    var target: String
    /// How mail for it is routed; nil where one host was asked about.
    var route: Route?
    /// Each host that was asked.
    var hosts: [Host] = []
    /// Whether signatures of the DNS could be checked at all.
    var isDNSSECChecked = true

    enum CodingKeys: String, CodingKey {
        case target
        case route
        case hosts
        case isDNSSECChecked = "dnssec_checked"
    }

    /// How mail for a domain is routed.
    struct Route: Encodable {
        /// `mx`, `implicit`, `none` or `unknown`.
        var kind: String
        /// Why there is none.
        var reason: String?
        /// Whether the list of hosts is signed (DNSSEC).
        var isSigned = false
        /// Its mail exchangers in order.
        var exchangers: [String] = []
        /// The domain's policy about TLS (MTA-STS): `enforce`, `testing` or `none`.
        var mtaSTS = "none"
        /// What its limits would be where nothing is set: the provider's name.
        var preset: String?

        enum CodingKeys: String, CodingKey {
            case kind
            case reason
            case isSigned = "dnssec"
            case exchangers
            case mtaSTS = "mta_sts"
            case preset
        }
    }

    /// One host.
    struct Host: Encodable {
        var host: String
        var port: Int
        var addresses: [String] = []
        var endpoint: String?
        var banner: String?
        var ehlo: [String] = []
        var startTLS: Bool?
        var tls: String?
        var certificate: Certificate?
        /// `none`, `match`, `mismatch`, `unusable` or `unknown`.
        var dane = "none"
        /// Whether the domain's policy permits the host; nil without a policy.
        var mtaSTSPermits: Bool?
        var auth: [String] = []
        var size: Int?
        var limits: [String: Int] = [:]
        var latency: Latency?
        var bdat: Chunking?
        var problem: String?
        /// Whether the server broke the protocol; the problem says how.
        var isBreach = false

        enum CodingKeys: String, CodingKey {
            case host
            case port
            case addresses
            case endpoint
            case banner
            case ehlo
            case startTLS = "starttls"
            case tls
            case certificate
            case dane
            case mtaSTSPermits = "mta_sts_permits"
            case auth
            case size
            case limits
            case latency = "latency_ms"
            case bdat
            case problem
        }
    }

    /// A certificate.
    struct Certificate: Encodable {
        var subject: String
        var names: [String]
        var issuer: String
        var validFrom: String
        var validUntil: String
        var isTrusted: Bool

        enum CodingKeys: String, CodingKey {
            case subject
            case names
            case issuer
            case validFrom = "valid_from"
            case validUntil = "valid_until"
            case isTrusted = "trusted"
        }
    }

    /// Times in milliseconds.
    struct Latency: Encodable {
        var connect: Double?
        var greeting: Double?
        var roundTrip: Double?

        enum CodingKeys: String, CodingKey {
            case connect
            case greeting
            case roundTrip = "round_trip"
        }
    }

    /// Whether BDAT pays.
    struct Chunking: Encodable {
        /// Whether the server has it (CHUNKING).
        var isOffered: Bool
        /// Whether it makes a difference at this distance.
        var pays: Bool
        /// Messages a second over one connection, as the distance bounds them: by DATA, and by BDAT.
        var byData: Double?
        var byBDAT: Double?

        enum CodingKeys: String, CodingKey {
            case isOffered = "offered"
            case pays
            case byData = "data_per_second"
            case byBDAT = "bdat_per_second"
        }
    }

    /// Whether any server answered.
    var hasAnswer: Bool { hosts.contains { $0.banner != nil && $0.problem == nil } }
}
