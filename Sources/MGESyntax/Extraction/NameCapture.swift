/// What the captures of a language's `names.scm` mean.
///
/// The captures of one match belong together: a definition, its extent and the scope that it opens.
enum NameCapture: QueryCapture, Hashable {
    /// `@def.<kind>`: the name of a definition, bound in the scope around it.
    case definition(Definition.Kind)
    /// `@def.…`: a name that is bound, but is no definition for others.
    case parameter, typeParameter, local, inner, loop, target, pattern, walrus, hoisted, exceptTarget, deleted, matched
    /// `@pattern.name`: bound inside of a `@pattern`, else a reference.
    case patternName
    /// `@def.augmented`: bound and read at once.
    case augmented
    /// `@def.global`, `@def.nonlocal`: bound further out.
    case global, nonlocal
    /// `@scope.…`: a node that names are bound in.
    case scope(FileNames.ScopeKind)
    /// `@scope.enum`: like a class, its members are seen from inside by their bare names.
    case enumScope
    /// `@scope.extension`: holds members of the type that `@extended` names.
    case extensionScope
    /// `@scope.outer`: stands for the scope around the scope around it.
    case outerScope
    case extended
    /// Where parameters are bound in the scope of the match, although they stand outside of it.
    case parameters
    /// The first parameter of a method, which stands for the instance, and a function that has none.
    case firstParameter, staticFunction
    /// The extent of a definition, and a larger one around it with its decorators.
    case span, spanDecorated, decorated
    /// A statement that belongs to the first name that it binds.
    case spanAssignment
    /// A node that belongs to the definition that the node after it does: a decorator.
    case ownedByNext
    /// A node whose names are bound, however deep they are.
    case patternNode
    /// Base classes: one, or all children of a node.
    case base, bases
    /// A base class that is searched before the others.
    case firstBase
    /// The name of a member that other classes do not inherit.
    case privateName
    /// An identifier that is used.
    case reference(Meanings)
    case notReference
    /// The head of a path that is no reference by itself: `crate`, `super`.
    case head
    /// Nothing inside is a name.
    case opaque
    /// `a.b`, its left and the name on its right; without the first, the name stands for the whole.
    case member(Meanings?), object, attribute
    /// The class, or the word for the instance or its base class, whose constructor is called.
    case constructed
    /// What is called, the list of its arguments, and one of these that stands for any number.
    case called, callArguments, manyArguments
    /// The name of a function and the list of its parameters, each of which is required or optional.
    case signatureName, signature, requiredParameter, optionalParameter
    /// A label of a choice between values of `@ref.object`: a member of their class, when that is known.
    case label
    /// `a.b.c` as a row of identifiers without further structure.
    case dotted
    /// A member that is assigned to.
    case store
    /// The words for the instance, for it as one of its base class, and for its class.
    case selfWord, superWord, selfTypeWord
    /// Where what is used is needed when the file is loaded, or is not.
    case eager, lazy
    /// A stated type, of which references are parts; an annotation, which a directive may make lazy; that directive.
    case type, annotation, lazyAnnotations
    case guarded
    /// A name whose class is stated: by a type, or by the call that it is assigned.
    case typedName, typedType, typedValue, typedExpression
    /// Where alone a stated type holds.
    case typedWithin
    /// A mark that the name's value is an element of what `@typed.expression` is.
    case typedElement
    /// A local is seen from the end of this node on; with `@pattern`, all that are bound in that.
    case after
    /// `@def.embedded`: a field that has the name of its type, so that the token is a reference too.
    case embedded
    /// A field that a literal or pattern of the type `@ref.object` names; `@ref.field`: besides what else the token is.
    case key, field
    /// A literal around a key that leaves its type out: an element of the one around it.
    case elided
    /// A node that stands for a value: what another node is, something of a type, or an element of another value.
    case value, valueSame, valueType, valueElement
    case importPath, importAlias, importName, importStar, importDefault, importNamespace, importRequire, importFuture
    /// `mod name;`: a module in another file that belongs to this one.
    case moduleChild
    /// The file that such a module is in, where that is said.
    case modulePath
    /// What the paths in a node begin with.
    case importPrefix, importPrefixed
    /// Another name for what an expression means.
    case aliasName, aliasValue
    case package
    /// What makes a file a module of its own, in languages with a table of exports.
    case moduleMark
    case exported, exportedDefault, exportName, exportAlias, exportFrom, exportStar, exportNamespace, exportDefault
    case exportEquals
    /// Python's `__all__` and types written as strings.
    case allValue, typeString
    /// `@_…`: only predicates ask for it.
    case ignored

    private static let words: [String: NameCapture] = [
        "def.parameter": .parameter, "def.type_parameter": .typeParameter, "def.local": .local, "def.inner": .inner,
        "def.loop": .loop, "def.target": .target, "def.pattern": .pattern, "def.walrus": .walrus,
        "def.hoisted": .hoisted, "def.except": .exceptTarget, "def.delete": .deleted, "def.match": .matched,
        "def.augmented": .augmented, "def.global": .global, "def.nonlocal": .nonlocal,
        "scope.function": .scope(.function), "scope.lambda": .scope(.lambda), "scope.class": .scope(.class),
        "scope.namespace": .scope(.namespace), "scope.block": .scope(.block),
        "scope.comprehension": .scope(.comprehension), "scope.enum": .enumScope, "scope.extension": .extensionScope,
        "scope.outer": .outerScope, "extended": .extended, "parameters": .parameters,
        "parameter.first": .firstParameter, "static": .staticFunction, "span": .span,
        "span.decorated": .spanDecorated, "decorated": .decorated, "span.assignment": .spanAssignment,
        "owned.by_next": .ownedByNext, "pattern": .patternNode,
        "pattern.name": .patternName, "base": .base, "base.first": .firstBase, "private": .privateName,
        "bases": .bases, "ref": .reference(.value), "ref.type": .reference(.type), "ref.call": .reference(.call),
        "ref.any": .reference(.any), "ref.left": .reference([.value, .type]), "ref.macro": .reference(.macro),
        "ref.head": .head, "opaque": .opaque, "ref.not": .notReference, "ref.member": .member(nil),
        "ref.member.value": .member(.value), "ref.member.type": .member(.type), "ref.member.macro": .member(.macro),
        "ref.member.call": .member(.call), "ref.member.callable": .member([.value, .call]),
        "ref.member.uncalled": .member([.value, .type]), "ref.constructed": .constructed, "ref.case": .label,
        "ref.object": .object, "call": .called, "call.arguments": .callArguments, "argument.many": .manyArguments,
        "signature.name": .signatureName, "signature": .signature, "parameter.required": .requiredParameter,
        "parameter.optional": .optionalParameter,
        "ref.attribute": .attribute, "ref.dotted": .dotted, "store": .store, "ref.self": .selfWord,
        "ref.super": .superWord, "ref.self_type": .selfTypeWord, "eager": .eager, "lazy": .lazy, "type": .type,
        "annotation": .annotation, "lazy.annotations": .lazyAnnotations, "guarded": .guarded,
        "typed.name": .typedName, "typed.expression": .typedExpression,
        "typed.within": .typedWithin, "typed.element": .typedElement,
        "elided": .elided, "value.element": .valueElement,
        "after": .after, "def.embedded": .embedded, "ref.key": .key, "ref.field": .field,
        "value": .value, "value.same": .valueSame, "value.type": .valueType,
        "typed.type": .typedType, "typed.value": .typedValue, "import.path": .importPath,
        "import.alias": .importAlias, "import.name": .importName, "import.star": .importStar,
        "import.default": .importDefault, "import.namespace": .importNamespace, "import.require": .importRequire,
        "import.future": .importFuture,
        "module.child": .moduleChild, "module.path": .modulePath, "import.prefix": .importPrefix,
        "import.prefixed": .importPrefixed,
        "alias.name": .aliasName, "alias.value": .aliasValue, "package": .package, "module": .moduleMark,
        "exported": .exported,
        "exported.default": .exportedDefault, "export.name": .exportName, "export.alias": .exportAlias,
        "export.from": .exportFrom, "export.star": .exportStar, "export.namespace": .exportNamespace,
        "export.default": .exportDefault, "export.equals": .exportEquals, "all.value": .allValue,
        "ref.type_string": .typeString,
    ]
}

extension NameCapture {
    init?(word: String) {
        if let capture = Self.words[word] {
            self = capture
        } else if word.hasPrefix("_") {
            self = .ignored
        } else if word.hasPrefix("def."), let kind = Definition.Kind(rawValue: String(word.dropFirst(4))) {
            self = .definition(kind)
        } else {
            return nil
        }
    }
}
