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
    products: [.executable(name: "mge", targets: ["mge"])],
    targets: [
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto"),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CMimalloc"),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq"),
        .systemLibrary(name: "CTreeSitter", pkgConfig: "tree-sitter"),
        .target(name: "MGECore", dependencies: ["CCrypto"], swiftSettings: settings),
        .target(name: "MGEPostgres", dependencies: ["MGECore", "CPostgres"], swiftSettings: settings),
        .target(
            name: "MGESyntax", dependencies: ["MGECore", "CTreeSitter"], resources: [.copy("Languages")],
            swiftSettings: settings),
        .target(name: "MGETemplates", dependencies: ["MGECore"], swiftSettings: settings),
        .target(name: "MGELayers", dependencies: ["MGECore"], swiftSettings: settings),
        .target(name: "MGEReading", dependencies: ["MGECore", "MGELayers"], swiftSettings: settings),
        .target(
            name: "MGECompiler",
            dependencies: [
                "MGECore", "MGEPostgres", "MGESyntax", "MGETemplates", "MGELayers", "MGEReading", "CLinux",
            ], swiftSettings: settings),
        .executableTarget(
            name: "mge",
            dependencies: [
                "MGECore", "MGEPostgres", "MGESyntax", "MGELayers", "MGEReading", "MGECompiler", "CMimalloc",
            ], swiftSettings: settings),

        .target(
            name: "MGETestSupport", dependencies: ["MGECore", "MGEPostgres"], path: "Tests/MGETestSupport",
            swiftSettings: settings),
        .executableTarget(
            name: "EngineProbe", dependencies: ["MGECore", "MGEPostgres", "MGECompiler"], path: "Tests/EngineProbe",
            swiftSettings: settings),
        .executableTarget(
            name: "BenchmarkProbe", dependencies: ["MGECore", "MGEPostgres", "MGECompiler"], path: "Benchmarks/Probe",
            swiftSettings: settings),
        .testTarget(name: "MGECoreTests", dependencies: ["MGECore"], swiftSettings: settings),
        .testTarget(
            name: "MGEPostgresTests", dependencies: ["MGECore", "MGEPostgres", "MGETestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "MGESyntaxTests", dependencies: ["MGECore", "MGESyntax"], exclude: ["Samples"],
            swiftSettings: settings),
        .testTarget(
            name: "MGETemplatesTests", dependencies: ["MGECore", "MGETemplates"], resources: [.copy("Goldens")],
            swiftSettings: settings),
        .testTarget(name: "MGELayersTests", dependencies: ["MGECore", "MGELayers"], swiftSettings: settings),
        .testTarget(
            name: "MGEReadingTests", dependencies: ["MGECore", "MGELayers", "MGEReading"],
            exclude: ["Corpus/heldout", "Corpus/later", "Corpus/plain", "Corpus/tuned"], swiftSettings: settings),
        .testTarget(
            name: "MGECompilerTests",
            dependencies: [
                "MGECore", "MGEPostgres", "MGESyntax", "MGELayers", "MGEReading", "MGECompiler", "MGETestSupport",
                "EngineProbe",
            ], swiftSettings: settings),
        .testTarget(
            name: "mgeTests",
            dependencies: ["mge", "MGECore", "MGEPostgres", "MGELayers", "MGECompiler", "MGETestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "AcceptanceTests", dependencies: ["MGECore", "MGEPostgres", "MGETestSupport"],
            swiftSettings: settings),
    ]
)
