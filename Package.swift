// swift-tools-version: 6.2
import PackageDescription

/// What every target is compiled with: warnings stop the build, unsafe code has to say so.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
]

let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
]
let nioTLS: [Target.Dependency] = [
    .product(name: "NIOTLS", package: "swift-nio"),
    .product(name: "NIOSSL", package: "swift-nio-ssl"),
]
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")

let package = Package(
    name: "martlet",
    products: [
        .executable(name: "martlet", targets: ["martlet"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
        .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CUnbound", providers: [.apt(["libunbound-dev"])]),

        // Floor 0: values, parsers, decisions. No files, no clock, no sockets.
        .target(name: "TextEncodings", dependencies: ["CIDN2"]),
        .target(name: "TimeZones"),
        .target(name: "MailModel", dependencies: ["TextEncodings"]),
        .target(name: "MIMECoding", dependencies: ["TextEncodings"]),
        .target(name: "Authentication", dependencies: ["MailModel", crypto, cryptoExtras]),
        .target(name: "SMTPProtocol", dependencies: ["Authentication", "MIMECoding", "MailModel"]),
        .target(name: "POP3Protocol", dependencies: ["Authentication", "MailModel", crypto]),
        .target(name: "TemplateLanguage"),
        .target(name: "RecipientTable", dependencies: ["MailModel", "TextEncodings"]),
        .target(name: "BounceAnalysis", dependencies: ["MIMECoding", "TextEncodings", crypto]),
        .target(
            name: "MessageSigning",
            dependencies: ["MIMECoding", "MailModel", "TextEncodings", crypto, cryptoExtras]
        ),
        .target(name: "DeliveryPlanning", dependencies: ["MailModel", "TimeZones", crypto]),

        // Floor 1: files, sockets, libraries.
        .target(name: "TransportSecurity", dependencies: ["Authentication", "MailModel"] + nioTLS),
        .target(
            name: "SMTPEngine",
            dependencies: ["DeliveryPlanning", "MailModel", "SMTPProtocol", "TransportSecurity", x509] + nio + nioTLS
        ),
        .target(name: "NameResolution", dependencies: ["CUnbound", "MailModel"]),
        .target(
            name: "POP3Engine",
            dependencies: ["Authentication", "MailModel", "POP3Protocol", "TransportSecurity"] + nio + nioTLS
        ),
        .target(name: "HTMLMail", dependencies: ["CGumbo"]),
        .target(name: "CurlEngine", dependencies: ["Authentication", "CCurl", "MailModel"]),
        .target(
            name: "Ledger",
            dependencies: [
                "MailModel", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(name: "FlightRecorder", dependencies: ["MailModel"]),
        .target(
            name: "Workspace",
            dependencies: [
                "Authentication", "MailModel", "RecipientTable", "TemplateLanguage", "TextEncodings",
                .product(name: "Yams", package: "Yams"),
            ]
        ),

        // Floor 2: whole jobs, the built-in servers.
        .target(
            name: "MailJobs",
            dependencies: [
                "BounceAnalysis", "DeliveryPlanning", "FlightRecorder", "HTMLMail", "Ledger", "MIMECoding", "MailModel",
                "MessageSigning", "RecipientTable", "TemplateLanguage", "TextEncodings", "TimeZones", "Workspace",
                crypto,
            ]
        ),
        .target(name: "Reporting", dependencies: ["Ledger", "MailModel", "RecipientTable"]),
        .target(
            name: "Sandbox",
            dependencies: ["MIMECoding", "MailModel", "POP3Protocol", "SMTPProtocol"] + nio
        ),

        // Floor 3: the command line.
        .executableTarget(
            name: "martlet",
            dependencies: [
                "BounceAnalysis", "CurlEngine", "DeliveryPlanning", "Ledger", "MailJobs", "MailModel", "MessageSigning",
                "NameResolution", "POP3Engine", "RecipientTable", "Reporting", "SMTPEngine", "SMTPProtocol", "Sandbox",
                "TemplateLanguage", "TextEncodings", "Workspace",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // Aside: scripted servers and scenarios, for tests only.
        .target(name: "MailTestKit", dependencies: ["MailModel"]),

        .testTarget(name: "TextEncodingsTests", dependencies: ["TextEncodings"]),
        .testTarget(name: "TimeZonesTests", dependencies: ["TimeZones"]),
        .testTarget(name: "MailModelTests", dependencies: ["MailModel", "TextEncodings"]),
        .testTarget(name: "MIMECodingTests", dependencies: ["MIMECoding", "TextEncodings"]),
        .testTarget(name: "AuthenticationTests", dependencies: ["Authentication", "MailModel", crypto]),
        .testTarget(name: "SMTPProtocolTests", dependencies: ["Authentication", "MailModel", "SMTPProtocol"]),
        .testTarget(name: "POP3ProtocolTests", dependencies: ["MailModel", "POP3Protocol"]),
        .testTarget(name: "TemplateLanguageTests", dependencies: ["TemplateLanguage"]),
        .testTarget(name: "RecipientTableTests", dependencies: ["RecipientTable", "MailModel", "TextEncodings"]),
        .testTarget(name: "BounceAnalysisTests", dependencies: ["BounceAnalysis", "MIMECoding"]),
        .testTarget(
            name: "MessageSigningTests",
            dependencies: ["MIMECoding", "MailModel", "MessageSigning", crypto]
        ),
        .testTarget(
            name: "DeliveryPlanningTests",
            dependencies: ["DeliveryPlanning", "MailModel", "TimeZones", crypto]
        ),
        .testTarget(
            name: "SMTPEngineTests",
            dependencies: [
                "Authentication", "DeliveryPlanning", "MailModel", "MailTestKit", "SMTPEngine", "SMTPProtocol", x509,
            ] + nio + nioTLS
        ),
        .testTarget(name: "NameResolutionTests", dependencies: ["MailModel", "NameResolution"]),
        .testTarget(
            name: "POP3EngineTests",
            dependencies: ["MailModel", "POP3Engine", "POP3Protocol"] + nio + nioTLS
        ),
        .testTarget(name: "HTMLMailTests", dependencies: ["HTMLMail"]),
        .testTarget(name: "CurlEngineTests", dependencies: ["CurlEngine", "MailModel", "MailTestKit"]),
        .testTarget(
            name: "LedgerTests",
            dependencies: ["FlightRecorder", "Ledger", "MailModel", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .testTarget(
            name: "WorkspaceTests",
            dependencies: ["MailModel", "RecipientTable", "TemplateLanguage", "TextEncodings", "Workspace"]
        ),
        .testTarget(name: "FlightRecorderTests", dependencies: ["FlightRecorder", "MailModel"]),
        .testTarget(
            name: "MailJobsTests",
            dependencies: [
                "BounceAnalysis", "Ledger", "MIMECoding", "MailJobs", "MailModel", "MessageSigning", "RecipientTable",
                "TemplateLanguage",
                "TextEncodings", "Workspace", crypto,
            ]
        ),
        .testTarget(
            name: "SandboxTests",
            dependencies: ["BounceAnalysis", "MailModel", "Sandbox"] + nio
        ),
        .testTarget(name: "ReportingTests", dependencies: ["Ledger", "Reporting"]),
        .testTarget(name: "MailTestKitTests", dependencies: ["MailModel", "MailTestKit"]),
        .testTarget(name: "MartletTests", dependencies: ["martlet"]),
        .testTarget(name: "RigTests", dependencies: ["martlet"]),
        .testTarget(name: "CrashTests", dependencies: ["Ledger", "MailTestKit", "martlet"]),
    ]
)

// The benchmarks see what the package's own modules see, but nobody builds them unasked: see Benchmarks/README.md.
if Context.environment["MARTLET_BENCHMARKS"] != nil {
    let benchmarks: [(name: String, dependencies: [Target.Dependency])] = [
        ("classify-bench", ["BounceAnalysis"]),
        ("compose-bench", ["BenchClock", "MIMECoding"]),
        ("csv-bench", ["BenchClock", "RecipientTable"]),
        ("dkim-bench", ["MailModel", "MessageSigning", crypto, cryptoExtras]),
        ("ledger-bench", ["FlightRecorder", "Ledger", "MailModel"]),
        ("mime-bench", ["MIMECoding"]),
        ("smtp-bench", ["MailModel", "SMTPEngine"]),
        ("template-bench", ["BenchClock", "TemplateLanguage"]),
    ]
    package.targets.append(.target(name: "BenchClock", path: "Benchmarks/Sources/bench-clock"))
    package.targets += benchmarks.map {
        .executableTarget(name: $0.name, dependencies: $0.dependencies, path: "Benchmarks/Sources/\($0.name)")
    }
}

for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + settings
}
