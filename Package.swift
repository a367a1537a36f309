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

let package = Package(
    name: "martlet",
    products: [
        .executable(name: "martlet", targets: ["martlet"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),

        // Floor 0: values, parsers, decisions. No files, no clock, no sockets.
        .target(name: "TextEncodings", dependencies: ["CIDN2"]),
        .target(name: "MailModel", dependencies: ["TextEncodings"]),
        .target(name: "MIMECoding", dependencies: ["TextEncodings"]),
        .target(name: "TemplateLanguage"),
        .target(name: "RecipientTable", dependencies: ["MailModel", "TextEncodings"]),
        .target(
            name: "BounceAnalysis",
            dependencies: ["MIMECoding", "TextEncodings", .product(name: "Crypto", package: "swift-crypto")]
        ),

        .target(name: "TimeZones"),
        .target(name: "DeliveryPlanning", dependencies: ["MailModel", "TimeZones"]),

        // Floor 1: files, sockets, libraries.
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
                "MailModel", "RecipientTable", "TemplateLanguage", "TextEncodings",
                .product(name: "Yams", package: "Yams"),
            ]
        ),

        // Floor 2: whole jobs.
        .target(
            name: "MailJobs",
            dependencies: [
                "BounceAnalysis", "DeliveryPlanning", "FlightRecorder", "Ledger", "MIMECoding", "MailModel",
                "RecipientTable",
                "TemplateLanguage",
                "TextEncodings", "TimeZones", "Workspace", .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),

        // Floor 3: the command line.
        .executableTarget(
            name: "martlet",
            dependencies: [
                "BounceAnalysis", "RecipientTable", "TemplateLanguage", "TextEncodings",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        .testTarget(name: "TextEncodingsTests", dependencies: ["TextEncodings"]),
        .testTarget(name: "MailModelTests", dependencies: ["MailModel", "TextEncodings"]),
        .testTarget(name: "MIMECodingTests", dependencies: ["MIMECoding", "TextEncodings"]),
        .testTarget(name: "TemplateLanguageTests", dependencies: ["TemplateLanguage"]),
        .testTarget(name: "RecipientTableTests", dependencies: ["RecipientTable", "MailModel", "TextEncodings"]),
        .testTarget(name: "BounceAnalysisTests", dependencies: ["BounceAnalysis", "MIMECoding"]),
        .testTarget(name: "TimeZonesTests", dependencies: ["TimeZones"]),
        .testTarget(name: "DeliveryPlanningTests", dependencies: ["DeliveryPlanning", "MailModel", "TimeZones"]),
        .testTarget(
            name: "MailJobsTests",
            dependencies: [
                "BounceAnalysis", "MIMECoding", "MailJobs", "MailModel", "RecipientTable", "TemplateLanguage",
            ]
        ),
        .testTarget(name: "MartletTests", dependencies: ["martlet"]),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + settings
}
