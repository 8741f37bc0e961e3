<?php

declare(strict_types=1);

/*
 * The truth about PHP: definitions and who uses them, with the names as PHP-Parser resolves them.
 *
 *   php truth.php DIR > truth.jsonl        (Debian's php-cli, php-parser)
 *
 * Every *.php file under DIR is read (folders that begin with a dot left out). One JSON object a line:
 *
 *   {"t":"def","path","name","kind","line"}
 *       name: dotted in the file, without its namespace: Class.method. kind: class interface trait enum function method
 *       property constant enum_constant. line: of the name. A promoted parameter of a constructor is a property.
 *   {"t":"ref","path","from","to_path","to","line","how","eager","amb"}
 *       from: the innermost class- or file-level definition around the use, attributes included, or "<module>"; what is
 *       inside a closure or an anonymous class belongs to the definition around it. The type of several properties
 *       belongs to the first; that of a promoted parameter to the property.
 *       how: type, name (functions, constants), this ($this, self, static), super (parent), static (Class::x), annotation
 *       (attributes), import, receiver, constructor. eager: extends, implements, use of a trait.
 *       amb: several files declare the class, function or constant; each is printed.
 *       Each (path, from, to_path, to) is printed once; an edge to itself is left out.
 *   how receiver: $x->f where $x is a value whose class is written: "by": parameter, local (`$x = new C` and nothing
 *       else, or a caught exception), field ($this->p with a type), chain (a typed property of a value), call (a function
 *       or method with a return type), new. All are "stated" but chain, call and new. Types with alternatives are left
 *       out, other than null.
 *   how constructor: new C(…) when C itself writes __construct.
 *   {"t":"error","path","msg"}   a file that cannot be parsed.
 *
 * Members are found as PHP finds them: in the class, its traits, its parent, its interfaces; private ones only in the
 * class and what uses the trait. Left out: variables, names
 * in strings and comments, the types of variables outside of functions, include, define(), $x::f() on a value, magic
 * methods, functions inside functions, labels, classes of the language itself, renamed methods of traits. `$this` in a
 * trait is the trait.
 */

require 'PhpParser/autoload.php';

use PhpParser\Node;
use PhpParser\Node\Expr;
use PhpParser\Node\Name;
use PhpParser\Node\Stmt;

/** A class, interface, trait or enum of the project. */
final class Type
{
    /** @var array<string, array<string, array{name: string, type: ?string, private: bool}>> members by kind and key */
    public array $members = ['method' => [], 'property' => [], 'constant' => []];
    /** @var string[] */
    public array $traits = [];
    /** @var string[] */
    public array $bases = [];

    public function __construct(
        public string $path, public ?string $name, public string $full, public int $start
    ) {
    }
}

final class Project
{
    /** @var array<string, Type[]> */
    public array $types = [];
    /** @var array<string, array{path: string, name: string, type: ?string}[]> */
    public array $functions = [];
    /** @var array<string, array{path: string, name: string}[]> */
    public array $constants = [];

    /** @return Type[] */
    public function types(string $full): array
    {
        return $this->types[strtolower(ltrim($full, '\\'))] ?? [];
    }

    /**
     * Where a member is declared, seen from a type: itself, its traits, its bases.
     *
     * @return array{0: Type, 1: array{name: string, type: ?string, private: bool}}[]
     */
    public function members(
        Type $type, string $kind, string $key, array &$seen = [], bool $isInherited = false
    ): array {
        if (isset($seen[spl_object_id($type)])) {
            return [];
        }
        $seen[spl_object_id($type)] = true;
        $own = $type->members[$kind][$key] ?? null;
        if ($own !== null && !($isInherited && $own['private'])) {
            return [[$type, $own]];
        }
        foreach ([[$type->traits, $isInherited], [$type->bases, true]] as [$names, $inherits]) {
            foreach ($names as $name) {
                $found = [];
                foreach ($this->types($name) as $base) {
                    array_push($found, ...$this->members($base, $kind, $key, $seen, $inherits));
                }
                if ($found !== []) {
                    return $found;
                }
            }
        }
        return [];
    }
}

/** What a file declares, and then what it uses. */
final class File
{
    public function __construct(public string $path, public array $statements, private Project $project)
    {
    }

    /** @var array<string, true> */
    private array $defined = [];

    private function define(string $name, string $kind, int $line): void
    {
        if (!isset($this->defined["$name $line"])) {
            $this->defined["$name $line"] = true;
            emit(['t' => 'def', 'path' => $this->path, 'name' => $name, 'kind' => $kind, 'line' => $line]);
        }
    }

    // ---- definitions

    public function declare(?array $statements = null): void
    {
        foreach ($statements ?? $this->statements as $node) {
            if ($node instanceof Stmt\ClassLike && $node->name !== null) {
                $kind = match (true) {
                    $node instanceof Stmt\Interface_ => 'interface',
                    $node instanceof Stmt\Trait_ => 'trait',
                    $node instanceof Stmt\Enum_ => 'enum',
                    default => 'class',
                };
                $this->define($node->name->name, $kind, $node->name->getStartLine());
                $this->declareType($node, $node->name->name);
            } elseif ($node instanceof Stmt\Function_) {
                $this->define($node->name->name, 'function', $node->name->getStartLine());
                $this->project->functions[strtolower((string) $node->namespacedName)][] = [
                    'path' => $this->path, 'name' => $node->name->name, 'type' => written($node->returnType, null),
                ];
            } elseif ($node instanceof Stmt\Const_) {
                foreach ($node->consts as $const) {
                    $this->define($const->name->name, 'constant', $const->name->getStartLine());
                    $this->project->constants[(string) $const->namespacedName][] = [
                        'path' => $this->path, 'name' => $const->name->name,
                    ];
                }
            } else {
                foreach ($node->getSubNodeNames() as $name) {
                    $inner = $node->$name;
                    if ($inner instanceof Stmt) {
                        $this->declare([$inner]);
                    } elseif (is_array($inner) && ($inner[0] ?? null) instanceof Stmt) {
                        $this->declare($inner);
                    }
                }
            }
        }
    }

    /** Notes a type's members; those of an anonymous class, which has no name, are no definitions. */
    public function declareType(Stmt\ClassLike $node, ?string $name): Type
    {
        $full = $name === null ? "anonymous#{$this->path}#{$node->getStartFilePos()}" : (string) $node->namespacedName;
        $type = new Type($this->path, $name, $full, $node->getStartFilePos());
        if ($name !== null) {
            $this->project->types[strtolower($full)][] = $type;
        }
        foreach ([$node->extends ?? [], $node->implements ?? []] as $bases) {
            foreach (is_array($bases) ? $bases : [$bases] as $base) {
                $type->bases[] = (string) $base;
            }
        }
        $add = function (
            string $kind, string $key, Node $at, string $label, ?string $written, int $flags = 0
        ) use ($type, $name): void {
            $member = (string) $at;
            $type->members[$kind][$key] ??= [
                'name' => "$name.$member", 'type' => $written, 'private' => ($flags & Stmt\Class_::MODIFIER_PRIVATE) !== 0,
            ];
            if ($name !== null) {
                $this->define("$name.$member", $label, $at->getStartLine());
            }
        };
        foreach ($node->stmts as $member) {
            if ($member instanceof Stmt\TraitUse) {
                array_push($type->traits, ...array_map('strval', $member->traits));
            } elseif ($member instanceof Stmt\ClassMethod) {
                $add('method', strtolower($member->name->name), $member->name, 'method', written($member->returnType, $full), $member->flags);
                foreach ($member->params as $parameter) {
                    if ($parameter->flags !== 0) {
                        $add('property', $parameter->var->name, new Node\Identifier(
                            $parameter->var->name, $parameter->var->getAttributes()
                        ), 'property', written($parameter->type, $full), $parameter->flags);
                    }
                }
            } elseif ($member instanceof Stmt\Property) {
                foreach ($member->props as $property) {
                    $add(
                        'property', $property->name->name, $property->name, 'property', written($member->type, $full),
                        $member->flags
                    );
                }
            } elseif ($member instanceof Stmt\ClassConst) {
                foreach ($member->consts as $const) {
                    $add('constant', $const->name->name, $const->name, 'constant', null, $member->flags);
                }
            } elseif ($member instanceof Stmt\EnumCase) {
                $add('constant', $member->name->name, $member->name, 'enum_constant', $full);
            }
        }
        return $type;
    }

    // ---- uses

    private string $owner = '<module>';
    private bool $eager = false;
    private ?Type $self = null;
    /** @var array<string, string|false> the written classes of the variables of the function at hand; false: unknown */
    private array $variables = [];
    /** @var array<string, true> the names of the parameters around */
    private array $parameters = [];
    /** @var array<string, array> */
    private array $edges = [];

    public function resolve(): void
    {
        $this->walkAll($this->statements);
        foreach ($this->edges as $edge) {
            emit($edge);
        }
    }

    private function walkAll(iterable $nodes): void
    {
        foreach ($nodes as $node) {
            $this->walk($node);
        }
    }

    private function use(array $targets, string $how, Node $at, array $more = []): void
    {
        $places = [];
        foreach ($targets as [$path, $name]) {
            $places["$path\0$name"] = [$path, $name];
        }
        foreach ($places as $key => [$path, $name]) {
            if ($path === $this->path && $name === $this->owner) {
                continue;
            }
            $edge = [
                't' => 'ref', 'path' => $this->path, 'from' => $this->owner, 'to_path' => $path, 'to' => $name,
                'line' => $at->getStartLine(), 'how' => $how, 'eager' => $this->eager, 'amb' => count($places) > 1,
            ] + $more;
            $old = $this->edges["$this->owner\0$key"] ?? null;
            if ($old === null || $this->rank($edge) < $this->rank($old)) {
                $this->edges["$this->owner\0$key"] = $edge;
            }
            if ($this->eager) {
                $this->edges["$this->owner\0$key"]['eager'] = true;
            }
        }
    }

    private function rank(array $edge): int
    {
        return match ($edge['how']) {
            'constructor' => 3,
            'receiver' => $edge['stated'] ? 1 : 2,
            default => 0,
        };
    }

    private function useType(Name $name, string $how = 'type'): void
    {
        if (!$name->isSpecialClassName()) {
            $this->use(array_map(fn(Type $type) => [$type->path, $type->name], $this->project->types((string) $name)), $how, $name);
        }
    }

    private function useFunction(Name $name, string $how = 'name'): array
    {
        $found = $this->named($this->project->functions, $name, true);
        $this->use(array_map(fn(array $target) => [$target['path'], $target['name']], $found), $how, $name);
        return $found;
    }

    /** What an unqualified name means in its namespace, or else globally. */
    private function named(array $table, Name $name, bool $foldsCase): array
    {
        foreach ([(string) ($name->getAttribute('namespacedName') ?? $name), (string) $name] as $full) {
            $found = $table[$foldsCase ? strtolower($full) : $full] ?? [];
            if ($found !== []) {
                return $found;
            }
        }
        return [];
    }

    private function useMember(array $types, string $kind, string $key, string $how, Node $at, array $more = []): void
    {
        $targets = [];
        foreach ($types as $type) {
            foreach ($this->project->members($type, $kind, $key) as [$holder, $member]) {
                if ($holder->name !== null) {
                    $targets[] = [$holder->path, $member['name']];
                }
            }
        }
        $this->use($targets, $how, $at, $more);
    }

    private function owned(?string $owner, callable $body): void
    {
        $around = $this->owner;
        $this->owner = $owner ?? $around;
        $body();
        $this->owner = $around;
    }

    private function walk(mixed $node): void
    {
        if (is_array($node)) {
            $this->walkAll($node);
            return;
        }
        if (!$node instanceof Node) {
            return;
        }
        $handled = match (true) {
            $node instanceof Stmt\Use_, $node instanceof Stmt\GroupUse => $this->walkImport($node),
            $node instanceof Stmt\ClassLike => $this->walkType($node),
            $node instanceof Stmt\Function_ => $this->walkFunction($node, $this->self === null ? $node->name->name : null),
            $node instanceof Stmt\ClassMethod => $this->walkFunction($node, $this->member($node->name->name)),
            $node instanceof Expr\Closure, $node instanceof Expr\ArrowFunction => $this->walkClosure($node),
            $node instanceof Node\Const_ => $this->walkConst($node),
            $node instanceof Stmt\Property => $this->walkProperty($node),
            $node instanceof Stmt\EnumCase => $this->walkOwned($node, $this->member($node->name->name)),
            $node instanceof Stmt\TraitUse => $this->walkTraitUse($node),
            $node instanceof Node\Param => $this->walkParameter($node),
            $node instanceof Stmt\Catch_ => $this->walkCatch($node),
            default => false,
        };
        if (!$handled) {
            $this->useNode($node);
            $this->walkChildren($node);
        }
    }

    private function walkChildren(Node $node): void
    {
        foreach ($node->getSubNodeNames() as $name) {
            $this->walk($node->$name);
        }
    }

    private function member(string $name): ?string
    {
        return $this->self?->name === null ? null : "{$this->self->name}.$name";
    }

    private function walkOwned(Node $node, ?string $owner): bool
    {
        $this->owned($owner, function () use ($node): void {
            $this->useNode($node);
            $this->walkChildren($node);
        });
        return true;
    }

    private function walkConst(Node\Const_ $node): bool
    {
        return $this->walkOwned($node, $this->self === null ? $node->name->name : $this->member($node->name->name));
    }

    private function walkProperty(Stmt\Property $node): bool
    {
        $this->owned($this->member($node->props[0]->name->name), function () use ($node): void {
            $this->walk($node->attrGroups);
            array_map(fn(Name $type) => $this->useType($type), names($node->type));
        });
        foreach ($node->props as $property) {
            $this->walkOwned($property, $this->member($property->name->name));
        }
        return true;
    }

    private function walkParameter(Node\Param $node): bool
    {
        $owner = $node->flags !== 0 ? $this->member($node->var->name) : null;
        return $this->walkOwned($node, $owner);
    }

    /** What is caught has its type inside. */
    private function walkCatch(Stmt\Catch_ $node): bool
    {
        $around = $this->variables;
        if ($node->var !== null) {
            $type = count($node->types) === 1 ? written($node->types[0], null) : null;
            $this->variables[$node->var->name] = $type ?? false;
        }
        $this->useNode($node);
        $this->walkChildren($node);
        $this->variables = $around;
        return true;
    }

    private function walkImport(Stmt\Use_|Stmt\GroupUse $node): bool
    {
        foreach ($node->uses as $use) {
            $name = $node instanceof Stmt\GroupUse ? Name::concat($node->prefix, $use->name) : $use->name;
            $kind = $use->type === Stmt\Use_::TYPE_UNKNOWN ? $node->type : $use->type;
            $full = new Name\FullyQualified($name->parts, $use->name->getAttributes());
            if ($kind === Stmt\Use_::TYPE_NORMAL) {
                $this->useType($full, 'import');
            } elseif ($kind === Stmt\Use_::TYPE_FUNCTION) {
                $this->useFunction($full, 'import');
            } else {
                $found = $this->project->constants[(string) $full] ?? [];
                $this->use(array_map(fn(array $target) => [$target['path'], $target['name']], $found), 'import', $full);
            }
        }
        return true;
    }

    private function walkType(Stmt\ClassLike $node): bool
    {
        [$self, $variables] = [$this->self, $this->variables];
        $this->self = $node->name === null
            ? $this->declareType($node, null)
            : array_values(array_filter(
                $this->project->types((string) $node->namespacedName),
                fn(Type $type) => $type->path === $this->path && $type->start === $node->getStartFilePos()
            ))[0] ?? $this->declareType($node, null);
        $this->owned($node->name?->name, function () use ($node): void {
            $this->walk($node->attrGroups);
            $useBases = function () use ($node): void {
                foreach ([$node->extends ?? [], $node->implements ?? []] as $bases) {
                    foreach (is_array($bases) ? $bases : [$bases] as $base) {
                        $this->useType($base);
                    }
                }
            };
            $node->name === null ? $useBases() : $this->eagerly($useBases);
            $this->walk($node->stmts);
        });
        [$this->self, $this->variables] = [$self, $variables];
        return true;
    }

    private function eagerly(callable $body): void
    {
        $around = $this->eager;
        $this->eager = true;
        $body();
        $this->eager = $around;
    }

    private function walkTraitUse(Stmt\TraitUse $node): bool
    {
        $this->eagerly(fn() => array_map(fn(Name $trait) => $this->useType($trait), $node->traits));
        foreach ($node->adaptations as $adaptation) {
            $traits = $adaptation->trait === null ? $node->traits : [$adaptation->trait];
            if ($adaptation->trait !== null) {
                $this->useType($adaptation->trait);
            }
            foreach ($traits as $trait) {
                $how = $adaptation->trait === null ? 'name' : 'static';
                $this->useMember(
                    $this->project->types((string) $trait), 'method', strtolower($adaptation->method->name), $how, $adaptation
                );
            }
            foreach ($adaptation->insteadof ?? [] as $trait) {
                $this->useType($trait);
            }
        }
        return true;
    }

    private function walkFunction(Stmt\Function_|Stmt\ClassMethod $node, ?string $owner): bool
    {
        $around = [$this->variables, $this->parameters];
        $this->parameters = [];
        $this->variables = $this->typesOfVariables($node);
        $this->walkOwned($node, $owner);
        [$this->variables, $this->parameters] = $around;
        return true;
    }

    private function walkClosure(Expr\Closure|Expr\ArrowFunction $node): bool
    {
        $around = [$this->variables, $this->parameters];
        $seen = $node instanceof Expr\ArrowFunction ? $this->variables : array_intersect_key(
            $this->variables, array_flip(array_map(fn($use) => $use->var->name, $node->uses))
        );
        $this->variables = $this->typesOfVariables($node) + $seen;
        $this->useNode($node);
        $this->walkChildren($node);
        [$this->variables, $this->parameters] = $around;
        return true;
    }

    /** The classes that a function's parameters and variables are written to have. */
    private function typesOfVariables(Node\FunctionLike $function): array
    {
        $types = [];
        foreach ($function->getParams() as $parameter) {
            $this->parameters[$parameter->var->name] = true;
            $types[$parameter->var->name] = $parameter->variadic ? false : (written($parameter->type, $this->self?->full) ?? false);
        }
        $typed = array_filter($types);
        $visit = function (mixed $node) use (&$visit, &$types): void {
            if (is_array($node)) {
                array_map($visit, $node);
                return;
            }
            if (!$node instanceof Node || $node instanceof Node\FunctionLike || $node instanceof Stmt\ClassLike) {
                return;
            }
            if ($node instanceof Expr\Assign && $node->var instanceof Expr\Variable && is_string($node->var->name)) {
                $name = $node->var->name;
                $type = $node->expr instanceof Expr\New_ && $node->expr->class instanceof Name
                    ? written($node->expr->class, $this->self?->full) : null;
                $types[$name] = !isset($types[$name]) || $types[$name] === $type ? ($type ?? false) : false;
            } elseif ($node instanceof Stmt\Foreach_ || $node instanceof Expr\List_ || $node instanceof Expr\Array_) {
                foreach ([$node->valueVar ?? null, $node->keyVar ?? null, ...($node->items ?? [])] as $bound) {
                    $bound = $bound instanceof Expr\ArrayItem && !$node instanceof Expr\Array_ ? $bound->value : $bound;
                    if ($bound instanceof Expr\Variable && is_string($bound->name)) {
                        $types[$bound->name] = false;
                    }
                }
            }
            foreach ($node->getSubNodeNames() as $name) {
                $visit($node->$name);
            }
        };
        $visit($function->getStmts() ?? []);
        return $typed + $types;
    }

    private function useNode(Node $node): void
    {
        if ($node instanceof Node\Attribute) {
            $this->useType($node->name, 'annotation');
        } elseif ($node instanceof Expr\New_ && $node->class instanceof Name) {
            $this->useConstructor($node);
        } elseif ($node instanceof Expr\FuncCall && $node->name instanceof Name) {
            $this->useFunction($node->name);
        } elseif ($node instanceof Expr\ConstFetch) {
            $found = $this->named($this->project->constants, $node->name, false);
            $this->use(array_map(fn(array $target) => [$target['path'], $target['name']], $found), 'name', $node);
        } elseif ($node instanceof Expr\Instanceof_ && $node->class instanceof Name) {
            $this->useType($node->class);
        } elseif ($node instanceof Stmt\Catch_) {
            array_map(fn(Name $type) => $this->useType($type), $node->types);
        } elseif ($node instanceof Expr\StaticCall || $node instanceof Expr\StaticPropertyFetch || $node instanceof Expr\ClassConstFetch) {
            $this->useStatic($node);
        } elseif ($node instanceof Expr\MethodCall || $node instanceof Expr\NullsafeMethodCall
            || $node instanceof Expr\PropertyFetch || $node instanceof Expr\NullsafePropertyFetch) {
            $this->useValueMember($node);
        }
        foreach (['type', 'returnType'] as $name) {
            if (in_array($name, $node->getSubNodeNames(), true)) {
                foreach (names($node->$name) as $type) {
                    $this->useType($type);
                }
            }
        }
    }

    private function useConstructor(Expr\New_ $node): void
    {
        $this->useType($node->class);
        $full = written($node->class, $this->self?->full);
        foreach ($full === null ? [] : $this->project->types($full) as $type) {
            if (isset($type->members['method']['__construct'])) {
                $this->use([[$type->path, "$type->name.__construct"]], 'constructor', $node);
            }
        }
    }

    private function useStatic(Expr\StaticCall|Expr\StaticPropertyFetch|Expr\ClassConstFetch $node): void
    {
        if (!$node->class instanceof Name) {
            return;
        }
        $this->useType($node->class);
        if (!$node->name instanceof Node\Identifier) {
            return;
        }
        [$kind, $key] = match (true) {
            $node instanceof Expr\StaticCall => ['method', strtolower($node->name->name)],
            $node instanceof Expr\StaticPropertyFetch => ['property', $node->name->name],
            default => ['constant', $node->name->name],
        };
        $how = match ($node->class->toLowerString()) {
            'self', 'static' => 'this',
            'parent' => 'super',
            default => 'static',
        };
        $this->useMember($this->typesNamed($node->class), $kind, $key, $how, $node);
    }

    /** @return Type[] */
    private function typesNamed(Name $name): array
    {
        return match ($name->toLowerString()) {
            'self', 'static' => $this->self === null ? [] : [$this->self],
            'parent' => array_merge(...array_map($this->project->types(...), $this->self?->bases ?? [])),
            default => $this->project->types((string) $name),
        };
    }

    private function useValueMember(Node $node): void
    {
        if (!$node->name instanceof Node\Identifier) {
            return;
        }
        $isCall = $node instanceof Expr\MethodCall || $node instanceof Expr\NullsafeMethodCall;
        $key = $isCall ? strtolower($node->name->name) : $node->name->name;
        $kind = $isCall ? 'method' : 'property';
        if ($this->isThis($node->var)) {
            $this->useMember($this->self === null ? [] : [$this->self], $kind, $key, 'this', $node);
            return;
        }
        $full = $this->typeOf($node->var);
        if ($full !== null) {
            $by = match (true) {
                $node->var instanceof Expr\Variable => isset($this->parameters[$node->var->name]) ? 'parameter' : 'local',
                $node->var instanceof Expr\New_ => 'new',
                $node->var instanceof Expr\PropertyFetch && $this->isThis($node->var->var) => 'field',
                $node->var instanceof Expr\PropertyFetch, $node->var instanceof Expr\NullsafePropertyFetch => 'chain',
                default => 'call',
            };
            $this->useMember($this->project->types($full), $kind, $key, 'receiver', $node, [
                'by' => $by, 'stated' => in_array($by, ['parameter', 'local', 'field'], true),
            ]);
        }
    }

    private function isThis(Node $node): bool
    {
        return $node instanceof Expr\Variable && $node->name === 'this';
    }

    /** The class that a value is written to have: its full name. */
    private function typeOf(Expr $value): ?string
    {
        if ($value instanceof Expr\Variable) {
            return $this->isThis($value) ? $this->self?->full
                : (is_string($value->name) ? ($this->variables[$value->name] ?? null) ?: null : null);
        }
        if ($value instanceof Expr\New_) {
            return $value->class instanceof Name ? written($value->class, $this->self?->full) : null;
        }
        if ($value instanceof Expr\Clone_) {
            return $this->typeOf($value->expr);
        }
        if ($value instanceof Expr\FuncCall) {
            return $value->name instanceof Name ? ($this->named($this->project->functions, $value->name, true)[0]['type'] ?? null) : null;
        }
        if (!isset($value->name) || !$value->name instanceof Node\Identifier) {
            return null;
        }
        $isCall = $value instanceof Expr\MethodCall || $value instanceof Expr\NullsafeMethodCall || $value instanceof Expr\StaticCall;
        $kind = $isCall ? 'method' : ($value instanceof Expr\ClassConstFetch ? 'constant' : 'property');
        if (isset($value->class)) {
            $types = $value->class instanceof Name ? $this->typesNamed($value->class) : [];
        } elseif (isset($value->var)) {
            $full = $this->typeOf($value->var);
            $types = $full === null ? [] : $this->typesOf($full);
        } else {
            return null;
        }
        foreach ($types as $type) {
            foreach ($this->project->members($type, $kind, $isCall ? strtolower($value->name->name) : $value->name->name) as $found) {
                // What returns `static` returns the class that it is called on.
                return $found[1]['type'] === $found[0]->full ? $type->full : $found[1]['type'];
            }
        }
        return null;
    }

    /** @return Type[] */
    private function typesOf(string $full): array
    {
        return $this->self?->full === $full ? [$this->self] : $this->project->types($full);
    }
}

/** The class names in a type. */
function names(mixed $type): array
{
    return match (true) {
        $type instanceof Name => [$type],
        $type instanceof Node\NullableType => names($type->type),
        $type instanceof Node\UnionType, $type instanceof Node\IntersectionType => array_merge(...array_map('names', $type->types)),
        default => [],
    };
}

/** The full name of the one class that a written type allows; null when it is none or there are several. */
function written(mixed $type, ?string $self): ?string
{
    $name = $type instanceof Node\NullableType ? $type->type : $type;
    if (!$name instanceof Name) {
        return null;
    }
    return match ($name->toLowerString()) {
        'self', 'static' => $self,
        'parent' => null,
        default => ltrim((string) $name, '\\'),
    };
}

function emit(array $row): void
{
    echo json_encode($row, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE), "\n";
}

/** @return string[] */
function sources(string $folder): array
{
    $found = [];
    foreach (scandir($folder) as $name) {
        $path = "$folder/$name";
        if ($name[0] === '.' || is_link($path)) {
            continue;
        }
        if (is_dir($path)) {
            array_push($found, ...sources($path));
        } elseif (str_ends_with($name, '.php')) {
            $found[] = $path;
        }
    }
    return $found;
}

function main(array $arguments): void
{
    if (count($arguments) !== 2 || !is_dir($arguments[1])) {
        fwrite(STDERR, "usage: php truth.php DIR > truth.jsonl\n");
        exit(2);
    }
    $root = rtrim($arguments[1], '/');
    $lexer = new PhpParser\Lexer\Emulative(['usedAttributes' => ['startLine', 'endLine', 'startFilePos', 'endFilePos']]);
    $parser = (new PhpParser\ParserFactory())->create(PhpParser\ParserFactory::PREFER_PHP7, $lexer);
    $project = new Project();
    $files = [];
    foreach (sources($root) as $source) {
        $path = substr($source, strlen($root) + 1);
        try {
            $statements = $parser->parse(file_get_contents($source));
            $traverser = new PhpParser\NodeTraverser();
            $traverser->addVisitor(new PhpParser\NodeVisitor\NameResolver());
            $files[] = new File($path, $traverser->traverse($statements), $project);
        } catch (PhpParser\Error $error) {
            emit(['t' => 'error', 'path' => $path, 'msg' => $error->getMessage()]);
        }
    }
    array_map(fn(File $file) => $file->declare(), $files);
    array_map(fn(File $file) => $file->resolve(), $files);
}

main($argv);
