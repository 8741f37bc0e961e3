import CMimalloc
import Foundation

/// The command line of MGE.
@main
struct MGE {
    @MainActor static func main() async {
        limitMemory()
        let directory = URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
        let program = Program(environment: ProcessInfo.processInfo.environment, directory: directory)
        program.interruption.install()
        exit(await program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    /// Has freed memory given back soon.
    ///
    /// Naming the allocator is also what keeps it linked. It takes the place of glibc's, whose arenas either make parsers
    /// wait for each other or keep what one stage frees out of the next one's reach.
    private static func limitMemory() {
        mi_option_set(mi_option_decommit_delay, 10)
    }
}
