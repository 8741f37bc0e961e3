import CLinux
import Foundation
import Glibc

/// The command line of MGE.
@main
struct MGE {
    static func main() async {
        limitMemory()
        let directory = URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
        let program = Program(environment: ProcessInfo.processInfo.environment, directory: directory)
        exit(await program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    /// Keeps freed memory together and gives it back: with an arena for each thread, much of what one stage frees is out
    /// of the next one's reach; with a single one, parsers wait for each other.
    private static func limitMemory() {
        mallopt(M_ARENA_MAX, 2)
        mallopt(M_MMAP_THRESHOLD, 256 << 10)
        mallopt(M_TRIM_THRESHOLD, 1 << 20)
    }
}
