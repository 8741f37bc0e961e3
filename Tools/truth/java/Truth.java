import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The truth about Java: definitions and who uses them, as javac itself resolves them.
 *
 * <pre>java Truth.java [--classpath JARS] DIR > truth.jsonl        (JDK 17)</pre>
 *
 * Every *.java file under DIR (folders that begin with a dot left out) is compiled in one go, without its
 * dependencies unless --classpath names them; javac goes on after errors. One JSON object a line:
 *
 * <pre>
 * {"t":"def","path","name","kind","line"}
 *     name: dotted in the file: Outer.Inner.method; a constructor repeats its class: Outer.Inner.Inner.
 *     kind: class interface enum record annotation method constructor field enum_constant.
 *     line: of the name token. Overloads are one name with a line each. An element of an annotation is a method; a
 *     record's component is a field, and its unwritten accessor is that field.
 * {"t":"ref","path","from","to_path","to","line","how","eager","amb"}
 *     from: the innermost definition around the use, modifiers and annotations included, or "&lt;module&gt;" (imports, the
 *     package clause). A type shared by several declarators belongs to the first. What is inside a lambda, local or
 *     anonymous class or initialiser block belongs to the definition around it.
 *     how: type (a class named as a type or before a dot), name (a bare method or field), this, super (also Outer.this.x),
 *     static (a member after a class), annotation, import, receiver, constructor.
 *     eager: in extends/implements, or run when the class is initialised (static fields and blocks, enum constants),
 *     not inside a lambda or class body there. amb: always false, javac picks one.
 *     Each (path, from, to_path, to) is printed once: with the first `how` of the others, before receiver, before
 *     constructor. A definition's edge to itself is left out.
 * how receiver: x.f where x is a value. "by": local parameter field (bare or this.x) constant (enum constant) chain (a.b,
 *     a field of a value) call new cast case (an enum constant in a case label) other. "stated": the receiver is a
 *     local, parameter or field with a written type, or `var x = new C()`; for a case label: its switch is over one.
 * how constructor: new C(…), C::new, this(…), super(…) to a written constructor; measured apart, since the class named
 *     there has an edge of its own. Not for enum constants.
 * {"t":"unresolved","path","from","name"}   a name that javac could not resolve (a dependency is missing, mostly).
 * {"t":"error","path","msg"}   a file that javac cannot parse, or that declares a class twice; it is left out.
 * </pre>
 *
 * Left out: packages; module-info.java (an "error"); locals, parameters, type parameters, labels; local and anonymous
 * classes and their members; the names of an annotation's elements in its uses; members that nobody wrote
 * (values(), default constructors); Javadoc; `import a.b.*` of a package; reflection.
 * An import names each class of its path: `import a.Outer.Inner` both, `import static a.C.f` the class and every static f.
 */
public final class Truth {
    private static final String MODULE = "<module>";

    private record Definition(String path, String name) {}

    private record Edge(String path, String from, Definition to) {}

    private static final class Use {
        final String how;
        final String by;
        final boolean stated;
        final long line;
        boolean eager;

        Use(String how, String by, boolean stated, long line, boolean eager) {
            this.how = how;
            this.by = by;
            this.stated = stated;
            this.line = line;
            this.eager = eager;
        }

        int rank() {
            return how.equals("constructor") ? 3 : how.equals("receiver") ? (stated ? 1 : 2) : 0;
        }
    }

    private final Path root;
    private final String classpath;
    private final PrintWriter out;
    private final Map<String, String> errors = new TreeMap<>();
    private final Map<Element, Definition> definitions = new HashMap<>();
    private final Set<Element> unstated = new HashSet<>();
    private final Map<Edge, Use> uses = new LinkedHashMap<>();
    private final Set<String> unresolved = new HashSet<>();
    private Trees trees;
    private SourcePositions positions;
    private JavacTask task;

    private Truth(Path root, String classpath, PrintWriter out) {
        this.root = root;
        this.classpath = classpath;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        String classpath = "";
        Path root = null;
        for (int index = 0; index < arguments.length; index++) {
            if (arguments[index].equals("--classpath") && index + 1 < arguments.length) {
                classpath = arguments[++index];
            } else {
                root = Path.of(arguments[index]);
            }
        }
        if (root == null || !Files.isDirectory(root)) {
            System.err.println("usage: java Truth.java [--classpath JARS] DIR > truth.jsonl");
            System.exit(2);
        }
        try (PrintWriter out = new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)))) {
            new Truth(root.toAbsolutePath().normalize(), classpath, out).run();
        }
    }

    private void run() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<Path> parsed = parsable(compiler, files, sources());
            DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
            List<String> options = List.of(
                "-proc:none", "-Xlint:none", "-XDshould-stop.ifError=FLOW", "-Xmaxerrs", "1000000", "-implicit:none",
                "--class-path", classpath);
            task = (JavacTask) compiler.getTask(
                null, files, problems, options, null, files.getJavaFileObjectsFromPaths(parsed));
            trees = Trees.instance(task);
            positions = trees.getSourcePositions();
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            for (Diagnostic<? extends JavaFileObject> problem : problems.getDiagnostics()) {
                if (problem.getCode().startsWith("compiler.err.duplicate.class") && problem.getSource() != null) {
                    errors.put(relative(problem.getSource()), "declares a class that another file declares");
                }
            }
            units.removeIf(unit -> errors.containsKey(relative(unit.getSourceFile())));
            errors.forEach((path, message) -> print("t", "error", "path", path, "msg", message));
            for (CompilationUnitTree unit : units) {
                new DefinitionScanner(unit).scan(unit, null);
            }
            for (CompilationUnitTree unit : units) {
                new UseScanner(unit).scan(unit, null);
            }
            uses.forEach(this::print);
        }
    }

    private List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean isHidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
                return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.getFileName().toString().endsWith(".java") && attributes.isRegularFile()) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(Comparator.comparing(Path::toString));
        return found;
    }

    /** The files without syntax errors; the others become errors. */
    private List<Path> parsable(JavaCompiler compiler, StandardJavaFileManager files, List<Path> sources)
            throws IOException {
        List<Path> candidates = new ArrayList<>();
        for (Path source : sources) {
            if (source.getFileName().toString().equals("module-info.java")) {
                errors.put(relative(source), "module-info.java is not compiled");
            } else {
                candidates.add(source);
            }
        }
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavacTask parser = (JavacTask) compiler.getTask(
            null, files, problems, List.of("-proc:none", "-Xmaxerrs", "1000000"), null,
            files.getJavaFileObjectsFromPaths(candidates));
        parser.parse();
        for (Diagnostic<? extends JavaFileObject> problem : problems.getDiagnostics()) {
            if (problem.getKind() == Diagnostic.Kind.ERROR && problem.getSource() != null) {
                errors.putIfAbsent(
                    relative(problem.getSource()),
                    "line " + problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT));
            }
        }
        candidates.removeIf(candidate -> errors.containsKey(relative(candidate)));
        return candidates;
    }

    private String relative(JavaFileObject file) {
        return relative(Path.of(file.toUri()));
    }

    private String relative(Path file) {
        return root.relativize(file.toAbsolutePath()).toString().replace('\\', '/');
    }

    // ---- what a file's scanners share

    private abstract class FileScanner extends TreePathScanner<Void, Void> {
        final CompilationUnitTree unit;
        final String path;
        final CharSequence text;

        FileScanner(CompilationUnitTree unit) {
            this.unit = unit;
            this.path = relative(unit.getSourceFile());
            try {
                this.text = unit.getSourceFile().getCharContent(true);
            } catch (IOException error) {
                throw new java.io.UncheckedIOException(error);
            }
        }

        long start(Tree tree) {
            return positions.getStartPosition(unit, tree);
        }

        long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }

        /** Whether the name is written at a position: javac adds trees that nobody wrote. */
        boolean isWritten(CharSequence name, long position) {
            return position >= 0 && position + name.length() <= text.length()
                && CharSequence.compare(text.subSequence((int) position, (int) position + name.length()), name) == 0;
        }

        /** The position of a word at or after a position, comments left out; -1 when there is none before the limit. */
        long find(CharSequence name, long from, long limit) {
            for (int at = (int) from; at >= 0 && at < Math.min(limit, text.length()); at++) {
                if (isWritten("//", at)) {
                    while (at < text.length() && text.charAt(at) != '\n') {
                        at++;
                    }
                } else if (isWritten("/*", at)) {
                    at += 2;
                    while (at < text.length() && !isWritten("*/", at)) {
                        at++;
                    }
                } else if (isWritten(name, at) && (at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))) {
                    int end = at + name.length();
                    if (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end))) {
                        return at;
                    }
                }
            }
            return -1;
        }

        /** Where a declaration's own name is written, or -1. */
        long namePosition(Tree tree, CharSequence name) {
            Tree modifiers = tree instanceof ClassTree type ? type.getModifiers()
                : tree instanceof MethodTree method ? method.getModifiers() : ((VariableTree) tree).getModifiers();
            long from = start(tree);
            long modifiersEnd = positions.getEndPosition(unit, modifiers);
            from = Math.max(from, modifiersEnd);
            if (tree instanceof MethodTree method && method.getReturnType() != null) {
                from = Math.max(from, positions.getEndPosition(unit, method.getReturnType()));
            } else if (tree instanceof VariableTree variable && variable.getType() != null) {
                long typeStart = start(variable.getType());
                long typeEnd = positions.getEndPosition(unit, variable.getType());
                // Brackets may follow the name: then the type ends behind it.
                if (typeStart >= 0 && typeEnd >= 0) {
                    Tree element = variable.getType();
                    while (element instanceof com.sun.source.tree.ArrayTypeTree array) {
                        element = array.getType();
                    }
                    from = Math.max(from, positions.getEndPosition(unit, element));
                }
            }
            return find(name, from, positions.getEndPosition(unit, tree) + 1);
        }
    }

    // ---- definitions

    private final class DefinitionScanner extends FileScanner {
        /** The qualified name of the definition that the members at hand belong to; null inside of bodies. */
        private String container = "";
        private final Set<String> lines = new HashSet<>();

        DefinitionScanner(CompilationUnitTree unit) {
            super(unit);
        }

        private void define(Tree tree, CharSequence name, String qualified, String kind) {
            Element element = trees.getElement(getCurrentPath());
            long position = namePosition(tree, name);
            if (element == null || position < 0) {
                return;
            }
            definitions.put(element, new Definition(path, qualified));
            long line = line(position);
            if (lines.add(qualified + " " + line + " " + kind)) {
                print("t", "def", "path", path, "name", qualified, "kind", kind, "line", line);
            }
        }

        private String qualify(CharSequence name) {
            return container.isEmpty() ? name.toString() : container + "." + name;
        }

        @Override
        public Void visitClass(ClassTree tree, Void none) {
            String around = container;
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            boolean isMember = container != null && !tree.getSimpleName().isEmpty()
                && (parent instanceof ClassTree || parent instanceof CompilationUnitTree);
            if (isMember) {
                String kind = switch (tree.getKind()) {
                    case INTERFACE -> "interface";
                    case ENUM -> "enum";
                    case RECORD -> "record";
                    case ANNOTATION_TYPE -> "annotation";
                    default -> "class";
                };
                String qualified = qualify(tree.getSimpleName());
                define(tree, tree.getSimpleName(), qualified, kind);
                container = qualified;
            } else {
                container = null;
            }
            super.visitClass(tree, none);
            container = around;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void none) {
            String around = container;
            if (container != null) {
                ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
                Element element = trees.getElement(getCurrentPath());
                boolean isConstructor = tree.getName().contentEquals("<init>");
                CharSequence name = isConstructor ? type.getSimpleName() : tree.getName();
                // An accessor that javac has added to a record has no body.
                boolean isAccessor = type.getKind() == Tree.Kind.RECORD && tree.getBody() == null;
                if (element != null && !isAccessor && task.getElements().getOrigin(element) == Elements.Origin.EXPLICIT) {
                    define(tree, name, qualify(name), isConstructor ? "constructor" : "method");
                }
            }
            container = null;
            super.visitMethod(tree, none);
            container = around;
            return null;
        }

        @Override
        public Void visitVariable(VariableTree tree, Void none) {
            Element element = trees.getElement(getCurrentPath());
            if (element != null && !isStated(tree)) {
                unstated.add(element);
            }
            String around = container;
            if (container != null && element != null) {
                boolean isConstant = element.getKind() == ElementKind.ENUM_CONSTANT;
                define(tree, tree.getName(), qualify(tree.getName()), isConstant ? "enum_constant" : "field");
            }
            container = null;
            super.visitVariable(tree, none);
            container = around;
            return null;
        }

        private boolean isStated(VariableTree tree) {
            Tree type = tree.getType();
            if (type == null || start(type) < 0 || start(type) == namePosition(tree, tree.getName())) {
                return isConstruction(tree.getInitializer());
            }
            return !isWritten("var ", start(type)) || isConstruction(tree.getInitializer());
        }

        private boolean isConstruction(ExpressionTree value) {
            return value instanceof NewClassTree;
        }

        @Override
        public Void visitBlock(BlockTree tree, Void none) {
            String around = container;
            container = null;
            super.visitBlock(tree, none);
            container = around;
            return null;
        }
    }

    // ---- uses

    private final class UseScanner extends FileScanner {
        private String owner = MODULE;
        private boolean eager = false;
        /** The `how` of classes named here: annotation or type. */
        private String naming = "type";

        UseScanner(CompilationUnitTree unit) {
            super(unit);
        }

        private void use(Element element, String how, String by, boolean stated, long position, CharSequence name) {
            Definition target = element == null ? null : definition(element);
            if (target == null) {
                boolean isUnknown = element == null || element.asType() == null
                    || element.asType().getKind() == TypeKind.ERROR;
                if (isUnknown && !(element instanceof PackageElement) && unresolved.add(path + " " + owner + " " + name)) {
                    print("t", "unresolved", "path", path, "from", owner, "name", name);
                }
                return;
            }
            if (target.path.equals(path) && target.name.equals(owner)) {
                return;
            }
            Edge edge = new Edge(path, owner, target);
            Use found = new Use(how, by, stated, line(position), eager);
            uses.merge(edge, found, (old, next) -> {
                Use kept = next.rank() < old.rank() ? next : old;
                kept.eager = old.eager || next.eager;
                return kept;
            });
        }

        /** The definition of an element; for a record's unwritten accessor its component. */
        private Definition definition(Element element) {
            Definition found = definitions.get(element);
            Element type = element.getEnclosingElement();
            if (found == null && element.getKind() == ElementKind.METHOD && type.getKind() == ElementKind.RECORD) {
                for (Element member : type.getEnclosedElements()) {
                    if (member.getKind() == ElementKind.FIELD && member.getSimpleName().equals(element.getSimpleName())) {
                        return definitions.get(member);
                    }
                }
            }
            return found;
        }

        private void use(Element element, String how, long position, CharSequence name) {
            use(element, how, null, false, position, name);
        }

        private void inOwner(Tree tree, boolean isEager, Runnable body) {
            Definition definition = definitions.get(trees.getElement(getCurrentPath()));
            String around = owner;
            boolean aroundEager = eager;
            if (definition != null && definition.path.equals(path)) {
                owner = definition.name;
                eager = isEager;
            } else {
                eager = eager && isEager;
            }
            body.run();
            owner = around;
            eager = aroundEager;
        }

        private void eagerly(boolean isEager, Runnable body) {
            boolean around = eager;
            eager = isEager;
            body.run();
            eager = around;
        }

        @Override
        public Void visitClass(ClassTree tree, Void none) {
            inOwner(tree, eager, () -> {
                boolean isInherited = eager;
                scan(tree.getModifiers(), none);
                scan(tree.getTypeParameters(), none);
                // The class named before an anonymous body is what it extends: it has been seen in its own place.
                if (!tree.getSimpleName().isEmpty()) {
                    eagerly(true, () -> {
                        scan(tree.getExtendsClause(), none);
                        scan(tree.getImplementsClause(), none);
                        scan(tree.getPermitsClause(), none);
                    });
                }
                eager = isInherited && tree.getSimpleName().isEmpty();
                Tree previous = null;
                for (Tree member : tree.getMembers()) {
                    boolean sharesType = member instanceof VariableTree variable && previous instanceof VariableTree before
                        && variable.getType() != null && before.getType() != null
                        && start(variable.getType()) >= 0 && start(variable.getType()) == start(before.getType());
                    sharedType = sharesType;
                    scan(member, none);
                    sharedType = false;
                    previous = member;
                }
            });
            return null;
        }

        private boolean sharedType = false;

        @Override
        public Void visitMethod(MethodTree tree, Void none) {
            inOwner(tree, false, () -> super.visitMethod(tree, none));
            return null;
        }

        @Override
        public Void visitVariable(VariableTree tree, Void none) {
            Element element = trees.getElement(getCurrentPath());
            boolean isShared = sharedType;
            sharedType = false;
            boolean isField = element != null && element.getKind().isField();
            boolean isStatic = isField && element.getModifiers().contains(Modifier.STATIC);
            inOwner(tree, isField ? isStatic : eager, () -> {
                boolean isConstant = element != null && element.getKind() == ElementKind.ENUM_CONSTANT;
                eagerly(isField ? false : eager, () -> {
                    if (!isShared) {
                        scan(tree.getModifiers(), none);
                        if (!isConstant) {
                            scan(tree.getType(), none);
                        }
                    }
                });
                if (isConstant && tree.getInitializer() instanceof NewClassTree creation) {
                    scan(creation.getArguments(), none);
                    scan(creation.getClassBody(), none);
                } else {
                    scan(tree.getInitializer(), none);
                }
            });
            return null;
        }

        @Override
        public Void visitBlock(BlockTree tree, Void none) {
            boolean isInitialiser = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
            if (isInitialiser) {
                eagerly(tree.isStatic(), () -> super.visitBlock(tree, none));
            } else {
                super.visitBlock(tree, none);
            }
            return null;
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void none) {
            eagerly(false, () -> super.visitLambdaExpression(tree, none));
            return null;
        }

        @Override
        public Void visitAnnotation(AnnotationTree tree, Void none) {
            String around = naming;
            naming = "annotation";
            scan(tree.getAnnotationType(), none);
            naming = around;
            for (ExpressionTree argument : tree.getArguments()) {
                scan(argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument, none);
            }
            return null;
        }

        @Override
        public Void visitImport(ImportTree tree, Void none) {
            MemberSelectTree named = (MemberSelectTree) tree.getQualifiedIdentifier();
            TreePath at = new TreePath(getCurrentPath(), named);
            boolean isStar = named.getIdentifier().contentEquals("*");
            if (isStar || tree.isStatic()) {
                TreePath type = new TreePath(at, named.getExpression());
                useClasses(type);
                if (!isStar && trees.getElement(type) instanceof TypeElement element) {
                    List<Element> found = new ArrayList<>(task.getElements().getAllMembers(element));
                    found.removeIf(member -> !member.getSimpleName().equals(named.getIdentifier())
                        || !member.getModifiers().contains(Modifier.STATIC));
                    List<Element> hidden = new ArrayList<>();
                    for (Element member : found) {
                        found.stream().filter(other -> task.getElements().hides(member, other)).forEach(hidden::add);
                    }
                    found.removeAll(hidden);
                    for (Element member : found) {
                        use(member, "import", start(named), named.getIdentifier());
                    }
                    if (found.isEmpty()) {
                        use(null, "import", start(named), named.getIdentifier());
                    }
                }
            } else {
                useClasses(at);
            }
            return null;
        }

        /** The classes along an imported path. */
        private void useClasses(TreePath at) {
            Element element = trees.getElement(at);
            if (element instanceof PackageElement) {
                return;
            }
            if (at.getLeaf() instanceof MemberSelectTree select) {
                useClasses(new TreePath(at, select.getExpression()));
                use(element, "import", start(at.getLeaf()), select.getIdentifier());
            } else if (at.getLeaf() instanceof IdentifierTree identifier) {
                use(element, "import", start(at.getLeaf()), identifier.getName());
            }
        }

        @Override
        public Void visitIdentifier(IdentifierTree tree, Void none) {
            long position = start(tree);
            if (!isWritten(tree.getName(), position)) {
                return null;
            }
            Element element = trees.getElement(getCurrentPath());
            if (tree.getName().contentEquals("this") || tree.getName().contentEquals("super")) {
                if (element != null && element.getKind() == ElementKind.CONSTRUCTOR) {
                    use(element, "constructor", position, tree.getName());
                }
                return null;
            }
            Tree parent = getCurrentPath().getParentPath().getLeaf();
            if (element != null && element.getKind() == ElementKind.ENUM_CONSTANT && parent instanceof CaseTree label
                    && label.getExpressions().contains(tree)) {
                use(element, "receiver", "case", isStatedSwitch(), position, tree.getName());
            } else if (element instanceof TypeElement) {
                use(element, naming, position, tree.getName());
            } else {
                use(element, "name", position, tree.getName());
            }
            return null;
        }

        private boolean isStatedSwitch() {
            TreePath around = getCurrentPath().getParentPath().getParentPath();
            ExpressionTree selector = around.getLeaf() instanceof SwitchTree statement ? statement.getExpression()
                : around.getLeaf() instanceof SwitchExpressionTree expression ? expression.getExpression() : null;
            return selector != null && new Receiver(new TreePath(around, selector)).isStated;
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Void none) {
            super.visitMemberSelect(tree, none);
            long position = positions.getEndPosition(unit, tree) - tree.getIdentifier().length();
            if (!isWritten(tree.getIdentifier(), position)) {
                return null;
            }
            Element element = trees.getElement(getCurrentPath());
            if (tree.getIdentifier().contentEquals("this") || tree.getIdentifier().contentEquals("class")) {
                return null;
            }
            if (tree.getIdentifier().contentEquals("super")) {
                if (element != null && element.getKind() == ElementKind.CONSTRUCTOR) {
                    use(element, "constructor", position, tree.getIdentifier());
                }
                return null;
            }
            useMember(element, new TreePath(getCurrentPath(), tree.getExpression()), position, tree.getIdentifier());
            return null;
        }

        private void useMember(Element element, TreePath object, long position, CharSequence name) {
            Receiver receiver = new Receiver(object);
            if (receiver.by != null) {
                use(element, "receiver", receiver.by, receiver.isStated, position, name);
            } else {
                String how = element instanceof TypeElement && receiver.how.equals("static") ? naming : receiver.how;
                use(element, how, position, name);
            }
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree tree, Void none) {
            super.visitMemberReference(tree, none);
            Element element = trees.getElement(getCurrentPath());
            long position = positions.getEndPosition(unit, tree);
            if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
                if (element != null) {
                    use(element, "constructor", position, "new");
                }
                return null;
            }
            useMember(
                element, new TreePath(getCurrentPath(), tree.getQualifierExpression()), position - tree.getName().length(),
                tree.getName());
            return null;
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void none) {
            Element constructor = trees.getElement(getCurrentPath());
            if (tree.getClassBody() != null) {
                constructor = superConstructor(new TreePath(getCurrentPath(), tree.getClassBody()));
            }
            if (constructor != null) {
                use(constructor, "constructor", start(tree), "new");
            }
            scan(tree.getEnclosingExpression(), none);
            if (tree.getEnclosingExpression() != null && tree.getIdentifier() instanceof IdentifierTree inner) {
                // x.new Inner(): the class is looked for in the class of x.
                Receiver receiver = new Receiver(new TreePath(getCurrentPath(), tree.getEnclosingExpression()));
                Element type = trees.getElement(new TreePath(getCurrentPath(), inner));
                if (receiver.by != null) {
                    use(type, "receiver", receiver.by, receiver.isStated, start(inner), inner.getName());
                } else {
                    use(type, receiver.how, start(inner), inner.getName());
                }
            } else {
                scan(tree.getIdentifier(), none);
            }
            scan(tree.getTypeArguments(), none);
            scan(tree.getArguments(), none);
            scan(tree.getClassBody(), none);
            return null;
        }

        /** The constructor that an anonymous class's own calls. */
        private Element superConstructor(TreePath body) {
            for (Tree member : ((ClassTree) body.getLeaf()).getMembers()) {
                if (member instanceof MethodTree method && method.getName().contentEquals("<init>")
                        && method.getBody() != null) {
                    TreePath at = new TreePath(new TreePath(body, method), method.getBody());
                    for (Tree statement : method.getBody().getStatements()) {
                        if (statement instanceof com.sun.source.tree.ExpressionStatementTree call
                                && call.getExpression() instanceof MethodInvocationTree invocation) {
                            TreePath callee = new TreePath(
                                new TreePath(new TreePath(at, statement), invocation), invocation.getMethodSelect());
                            return trees.getElement(callee);
                        }
                    }
                }
            }
            return null;
        }

        /** What stands before a dot. */
        private final class Receiver {
            /** How a member after it is used, for a class, `this` and `super`. */
            String how = "static";
            /** What kind of value it is; null for a class, `this` and `super`. */
            String by;
            boolean isStated = false;

            Receiver(TreePath object) {
                Tree tree = object.getLeaf();
                if (tree instanceof ParenthesizedTree inner) {
                    Receiver within = new Receiver(new TreePath(object, inner.getExpression()));
                    how = within.how;
                    by = within.by;
                    isStated = within.isStated;
                } else if (tree instanceof IdentifierTree identifier) {
                    judge(object, identifier.getName());
                } else if (tree instanceof MemberSelectTree select) {
                    if (select.getIdentifier().contentEquals("this") || select.getIdentifier().contentEquals("super")) {
                        how = select.getIdentifier().toString();
                    } else if (select.getExpression() instanceof IdentifierTree self
                            && self.getName().contentEquals("this")) {
                        judge(object, select.getIdentifier());
                    } else if (!(trees.getElement(object) instanceof TypeElement)
                            && !(trees.getElement(object) instanceof PackageElement)) {
                        by = "chain";
                    }
                } else {
                    by = tree instanceof MethodInvocationTree ? "call" : tree instanceof NewClassTree ? "new"
                        : tree instanceof com.sun.source.tree.TypeCastTree ? "cast" : isType(tree) ? null : "other";
                }
            }

            private boolean isType(Tree tree) {
                return tree instanceof com.sun.source.tree.ParameterizedTypeTree
                    || tree instanceof com.sun.source.tree.AnnotatedTypeTree;
            }

            private void judge(TreePath object, CharSequence name) {
                Element element = trees.getElement(object);
                if (CharSequence.compare(name, "this") == 0 || CharSequence.compare(name, "super") == 0) {
                    how = name.toString();
                } else if (element instanceof VariableElement) {
                    by = switch (element.getKind()) {
                        case FIELD -> "field";
                        case ENUM_CONSTANT -> "constant";
                        case PARAMETER -> "parameter";
                        default -> "local";
                    };
                    isStated = !by.equals("constant") && !unstated.contains(element);
                }
            }
        }
    }

    // ---- output

    private void print(Edge edge, Use use) {
        List<Object> fields = new ArrayList<>(List.of(
            "t", "ref", "path", edge.path, "from", edge.from, "to_path", edge.to.path, "to", edge.to.name,
            "line", use.line, "how", use.how, "eager", use.eager, "amb", false));
        if (use.by != null) {
            fields.addAll(List.of("by", use.by, "stated", use.stated));
        }
        print(fields);
    }

    private void print(Object... fields) {
        print(List.of(fields));
    }

    private void print(Collection<Object> fields) {
        StringBuilder row = new StringBuilder();
        boolean isKey = true;
        for (Object field : fields) {
            if (isKey) {
                row.append(row.isEmpty() ? "{" : ", ");
            }
            if (field instanceof CharSequence string) {
                quote(string, row);
            } else {
                row.append(field);
            }
            if (isKey) {
                row.append(": ");
            }
            isKey = !isKey;
        }
        out.println(row.append("}"));
    }

    private static void quote(CharSequence string, StringBuilder row) {
        row.append('"');
        for (int index = 0; index < string.length(); index++) {
            char character = string.charAt(index);
            if (character == '"' || character == '\\') {
                row.append('\\').append(character);
            } else if (character < ' ') {
                row.append(String.format("\\u%04x", (int) character));
            } else {
                row.append(character);
            }
        }
        row.append('"');
    }
}
