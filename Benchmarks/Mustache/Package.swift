// swift-tools-version: 6.0
import PackageDescription

// A package of its own, so that swift-mustache never becomes a dependency of the product.
let package = Package(
    name: "mustache-bench",
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1")
    ],
    targets: [
        .executableTarget(
            name: "mustache-bench",
            dependencies: [.product(name: "Mustache", package: "swift-mustache")]
        )
    ]
)
