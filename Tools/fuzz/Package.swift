// swift-tools-version: 6.2

import PackageDescription

/// The engine of atoms and names behind libFuzzer, in a package of its own: it has no `main` without it.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "fuzz",
    targets: [
        // Links to the sources of MGE.
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto"),
        .systemLibrary(name: "CTreeSitter", pkgConfig: "tree-sitter"),
        .target(name: "MGECore", dependencies: ["CCrypto"], swiftSettings: settings),
        .target(
            name: "MGESyntax", dependencies: ["MGECore", "CTreeSitter"], resources: [.copy("Languages")],
            swiftSettings: settings),
        .executableTarget(
            name: "SyntaxFuzzer", dependencies: ["MGECore", "MGESyntax"], swiftSettings: settings),
    ]
)
