import MGECore

extension Event {
    static func atomizationProgress(task: Int, atoms: Int, done: Int, of total: Int) -> Event {
        Event(
            "atomization_progress",
            ["task_number": .integer(task), "atoms_created": .integer(atoms), "progress": .string("\(done)/\(total)")])
    }

    static func atomizationComplete(atoms: Int, averageLines: Double, dependencies: Int, cycles: Int) -> Event {
        Event(
            "atomization_complete",
            [
                "total_atoms": .integer(atoms), "average_loc": .number((averageLines * 100).rounded() / 100),
                "total_dependencies": .integer(dependencies), "cycles": .integer(cycles),
            ])
    }
}
