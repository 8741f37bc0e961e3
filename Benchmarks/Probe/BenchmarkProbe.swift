import Foundation
import MGECompiler
import MGEPostgres

/// Measures parts of MGE that no command runs alone, beside peers that are as narrow.
///
///     BenchmarkProbe graph EDGES NODES     a file of pairs of numbers, 32 bits each, least significant byte first
///     BenchmarkProbe store ROWS            as many atoms, into the empty database of DATABASE_URL
@main
struct BenchmarkProbe {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    static func main() async {
        do {
            let words = Array(CommandLine.arguments.dropFirst())
            switch (words.first, words.count) {
            case ("graph", 3): print(try GraphBenchmark(file: words[1], nodeCount: number(words[2])).run())
            case ("store", 2):
                guard let url = ProcessInfo.processInfo.environment["DATABASE_URL"] else {
                    throw Problem(description: "DATABASE_URL is not set")
                }
                // As many as the engine saves tiny items on.
                let connections = EngineSettings(concurrency: .max).tinyConcurrency
                let pool = PostgresPool(try PostgresConfiguration(url: url), size: connections)
                let benchmark = StoreBenchmark(rowCount: try number(words[1]), pool: pool, connections: connections)
                print(try await benchmark.run())
                await pool.close()
            default: throw Problem(description: "graph EDGES NODES, or store ROWS")
            }
        } catch {
            FileHandle.standardError.write(Data("benchmark probe: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func number(_ word: String) throws -> Int {
        guard let number = Int(word), number > 0 else { throw Problem(description: "'\(word)' is no number above 0") }
        return number
    }
}
