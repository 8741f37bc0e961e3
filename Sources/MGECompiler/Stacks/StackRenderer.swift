import Foundation
import MGECore
package import MGELayers
package import MGETemplates

/// Renders the files of a plan from its stack's templates: a pure function of both.
package struct StackRenderer: Sendable {
    package let stack: Stack
    private let plan: RenderingPlan
    private let environment: TemplateEnvironment
    private let context: TemplateContext<Value>

    /// Prepares the values that templates are given.
    /// - Throws: whatever encoding a value throws.
    package init(plan: RenderingPlan, stack: Stack, environment: TemplateEnvironment) throws {
        self.plan = plan
        self.stack = stack
        self.environment = environment
        context = try plan.templateContext()
    }

    /// `tasks[i].number == i + 1`.
    package var tasks: [PlannedTask] { plan.tasks }

    /// The project that is rendered.
    package var project: ProjectIdentity { plan.project }

    /// The digest of everything that a task's code follows from.
    /// - Throws: `ItemFailure` when the stack lacks the task's template.
    func inputDigest(of task: PlannedTask) throws -> SHA256Digest {
        guard let fingerprint = stack.fingerprint(of: task.template) else { throw lacks(task.template) }
        return try context.inputDigest(of: task, template: fingerprint)
    }

    /// The code of a task.
    /// - Throws: `ItemFailure` that names template, line and column.
    package func render(_ task: PlannedTask) throws -> [SourceFile] {
        guard let target = task.targetFiles.first else { return [] }
        return [SourceFile(path: target, text: try render(task.template, context.values(for: task)))]
    }

    /// The digest of everything that the infrastructure files follow from.
    func infrastructureDigest() throws -> SHA256Digest {
        let files = stack.definition.infrastructure.map { file in
            let path = file.template ?? file.copy ?? ""
            let digest = stack.fingerprint(of: path)?.digest ?? stack.files[path].map { SHA256Digest(of: $0) }
            return "\(file.target) \(path) \(digest.map(\.description) ?? "")\n"
        }
        return SHA256Digest(of: "\(try context.infrastructureDigest())\n\(files.joined())")
    }

    /// The infrastructure files, which follow from the plan alone, in the order of the stack's definition.
    /// - Throws: `ItemFailure` that names template, line and column.
    package func renderInfrastructure() throws -> [SourceFile] {
        let values = context.infrastructureValues
        return try stack.definition.infrastructure.map { file in
            let target = try BlueprintText(file.target, per: .project).text(project: plan.project, entity: nil)
            if let template = file.template { return SourceFile(path: target, text: try render(template, values)) }
            let path = file.copy ?? ""
            guard let text = stack.template(path) else { throw lacks(path) }
            return SourceFile(path: target, text: text)
        }
    }

    private func render(_ template: String, _ values: [String: Value]) throws -> String {
        do {
            return try environment.template(named: template).render(values)
        } catch let error as TemplateError {
            throw ItemFailure(
                "\(error)", subject: "templates/stacks/\(stack.name)/\(error.template)",
                remedy: "mend the template, then resume the run", disposition: .stopRun)
        }
    }

    private func lacks(_ path: String) -> ItemFailure {
        ItemFailure(
            "the stack \(stack.name) has no file \(path)", subject: "templates/stacks/\(stack.name)/stack.json",
            remedy: "add the file or correct stack.json, then resume the run")
    }
}
