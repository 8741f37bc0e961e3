import Foundation
import Glibc

/// The command line of MGE.
@main
struct MGE {
    static func main() async {
        let directory = URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
        let program = Program(environment: ProcessInfo.processInfo.environment, directory: directory)
        exit(await program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }
}
