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
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq"),
        .systemLibrary(name: "CTreeSitter", pkgConfig: "tree-sitter"),
        .target(name: "MGECore", dependencies: ["CCrypto"], swiftSettings: settings),
        .target(name: "MGEPostgres", dependencies: ["MGECore", "CPostgres"], swiftSettings: settings),
        .target(name: "MGECompiler", dependencies: ["MGECore", "MGEPostgres", "CLinux"], swiftSettings: settings),
        .testTarget(name: "MGECoreTests", dependencies: ["MGECore"], swiftSettings: settings),
        .testTarget(name: "MGESyntaxTests", dependencies: ["MGESyntax", "MGECore"], swiftSettings: settings),
    ]
)
