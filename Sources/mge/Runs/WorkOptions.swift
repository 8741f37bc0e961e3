/// Options of the commands that work on runs.
enum WorkOptions {
    static let yes = Flag("yes", short: "y", help: "approve the plan without asking")
    static let concurrency = Option<Int>(
        "concurrency", "N", in: 1...64, environment: "MGE_CONCURRENCY", fallback: "10", isSetting: true,
        help: "how many items are worked on at once")

    /// How many connections a pool needs for that many items.
    static func connections(for concurrency: Int) -> Int { concurrency + 4 }
}
