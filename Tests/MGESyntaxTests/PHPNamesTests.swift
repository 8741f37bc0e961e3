import MGESyntax
import Testing

/// What PHP's names mean.
@Suite struct PHPNamesTests {
    private static func one(_ name: String, _ text: String, _ edges: Set<String>) -> EdgeCase {
        EdgeCase(name, ["a.php": "<?php\n" + text], edges)
    }

    static let members: [EdgeCase] = [
        one(
            "this", "class A { public $x; function f() { $this->x = $this->g(); } function g() {} }",
            ["A.f>A.x", "A.f>A.g"]),
        one(
            "members are never seen bare", "class A { const X = 1; function f() { return X . g(); } function g() {} }",
            []),
        one(
            "self, static and parent",
            "class B { static $x; const C = 1; function g() {} } class A extends B { function f() { self::$x = static::C; parent::g(); } }",
            ["A>B", "A.f>B.x", "A.f>B.C", "A.f>B.g"]),
        one(
            "traits go before what is inherited",
            "class B { function g() {} } trait T { function g() {} } class A extends B { use T; function f() { $this->g(); } }",
            ["A>B", "A>T", "A.f>T.g"]),
        one(
            "properties of constructors",
            "class A { function __construct(private B $b) {} function f() { $this->b->g(); } } class B { function g() {} }",
            ["A.b>B", "A.f>A.b", "receiver A.f>B.g"]),
        one(
            "closures keep the instance",
            "class A { function f() { return fn () => $this->g() . (function () { $this->h(); }); } function g() {} function h() {} }",
            ["A.f>A.g", "A.f>A.h"]),
        one(
            "classes without a name",
            "class B { function g() {} } class A { function f() { new class extends B { function h() { $this->g(); } }; } }",
            ["A.f>B", "A.f>B.g"]),
        one(
            "constructors",
            "class A { function __construct() {} static function f() { new A; new self(); new static(); } }",
            ["A.f>A", "constructor A.f>A.__construct"]),
        one(
            "cases of enums",
            "enum E: string { case One = 'x'; function f() { return self::One; } } function g() { return E::One->f(); }",
            ["E.f>E.One", "g>E", "g>E.One", "receiver g>E.f"]),
        one("constants", "const X = 1; class A { const Y = X, Z = self::Y; }", ["A.Y>X", "A.Z>A.Y"]),
        one(
            "names of classes are no constants", "class A { public $class; function f() { return A::class; } }",
            ["A.f>A"]),
        one("variables are no definitions", "$x = 1; function f() { return $x; } class x {}", []),
        one("names of arguments are no names", "function x() {} function f() { g(x: 1); }", []),
    ]

    static let hiding: [EdgeCase] = [
        one(
            "private members are not inherited, but those of traits are mixed in",
            "class B { private $x; } trait T { private $y; } class A extends B { use T; function f() { $this->x . $this->y; } }",
            ["A>B", "A>T", "A.f>T.y"]),
        one(
            "each catches its own",
            "class A { function f() {} } function g() { try {} catch (A $e) { $e->f(); } catch (B $e) { $e->f(); } }",
            ["g>A", "receiver g>A.f"]),
        EdgeCase(
            "a class and a namespace of one name",
            [
                "a.php": "<?php namespace N; use N\\A\\B as C; class A {} function g() { new A\\B; new C; }",
                "b.php": "<?php namespace N\\A; class B {}",
            ],
            ["a.php:<module>>b.php:B", "a.php:g>b.php:B"]),
    ]

    static let receivers: [EdgeCase] = [
        one(
            "stated types",
            "class A { function f() {} } function g(?A $a) { $a?->f(); } function h() { $b = new A; $b->f(); (new A)->f(); }",
            ["g>A", "receiver g>A.f", "h>A", "receiver h>A.f"]),
        one("several types are none", "class A { function f() {} } function g(A|B $a) { $a->f(); }", ["g>A"]),
        one(
            "results",
            "class A { function f(): static {} function g() {} } function h(): A {} function i() { h()->f()->g(); }",
            ["h>A", "i>h", "receiver i>A.f", "receiver i>A.g"]),
        one(
            "what is assigned otherwise keeps its type",
            "class A { function f() {} } function g(A $a) { $a = h($a); $a->f(); }",
            ["g>A", "receiver g>A.f"]),
    ]

    private static let library = "<?php namespace L\\M; class A { const X = 1; } function f() {} const C = 1;"

    static let namespaces: [EdgeCase] = [
        EdgeCase(
            "the own namespace", ["a.php": "<?php namespace L\\M; function g(A $a) { f(C); }", "l.php": library],
            ["a.php:g>l.php:A", "a.php:g>l.php:f", "a.php:g>l.php:C"]),
        EdgeCase(
            "imports",
            [
                "a.php": "<?php use L\\M\\A; use function L\\M\\f as h; use const L\\M\\C; function g(A $a) { h(C); }",
                "l.php": library,
            ],
            [
                "a.php:<module>>l.php:A", "a.php:<module>>l.php:f", "a.php:<module>>l.php:C", "a.php:g>l.php:A",
                "a.php:g>l.php:f", "a.php:g>l.php:C",
            ]),
        EdgeCase(
            "groups", ["a.php": "<?php use L\\{M\\A as B, N}; function g() { return B::X; }", "l.php": library],
            ["a.php:<module>>l.php:A", "a.php:g>l.php:A", "a.php:g>l.php:A.X"]),
        EdgeCase(
            "paths from imports and namespaces",
            [
                "a.php":
                    "<?php namespace L; use L\\M as Z; function g() { new Z\\A; M\\f(); namespace\\M\\f(); \\L\\M\\C; }",
                "l.php": library,
            ],
            ["a.php:g>l.php:A", "a.php:g>l.php:f", "a.php:g>l.php:C"]),
        EdgeCase(
            "functions and constants of no namespace are seen everywhere, classes are not",
            [
                "a.php": "<?php namespace N; function g() { f(C); new A; }",
                "l.php": "<?php class A {} function f() {} const C = 1;",
            ],
            ["a.php:g>l.php:f", "a.php:g>l.php:C"]),
    ]

    @Test(arguments: members + hiding + receivers + namespaces)
    func edges(of example: EdgeCase) throws {
        #expect(try example.found() == example.edges)
    }
}
