// swift-tools-version: 6.2

import PackageDescription

/// The settings of every Swift target: one language mode, strict imports, no warning passes.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "mge",
    targets: [
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto"),
        .target(name: "MGECore", dependencies: ["CCrypto"], swiftSettings: settings),
        .testTarget(name: "MGECoreTests", dependencies: ["MGECore"], swiftSettings: settings),
        .target(name: "MGETemplates", dependencies: ["MGECore"], swiftSettings: settings),
        .testTarget(
            name: "MGETemplatesTests", dependencies: ["MGETemplates", "MGECore"], resources: [.copy("Goldens")],
            swiftSettings: settings),
        .target(name: "MGECompiler", dependencies: ["MGECore", "MGETemplates"], swiftSettings: settings),
        .testTarget(
            name: "MGECompilerTests", dependencies: ["MGECompiler", "MGECore", "MGETemplates"],
            swiftSettings: settings),
    ]
)
