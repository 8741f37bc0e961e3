<!DOCTYPE html>
<?php
declare(strict_types=1);
namespace App\Sample;

use App\Other\{Base, Tools as T, function help, const LIMIT};
use function strlen;

const A = 1, B = 'ñ 日本';
define('C', 2);

/**
 * Documented.
 */
#[Attribute(1)]
abstract class Box extends Base implements \Countable, Shape
{
    use One, Two { One::f insteadof Two; Two::f as protected g; }
    public const X = self::Y . 'a';
    protected static ?array $items = [1, 'a' => 2, ...A];
    public readonly int|string $id;

    public function __construct(private T $tools, int &$b = 1, string ...$rest) { parent::__construct($b); }

    final public static function make(): static
    {
        foreach (static::$items as $key => [$a, 'b' => $c]) { if ($a): continue; elseif ($c): break; else: endif; }
        $f = fn(int $x): int => $x + $this->id;
        $g = function () use (&$f, $key) { yield from $f(1); yield $key => 2; };
        try { throw new \Exception("a {$this->tools->name[0]} $b[1] ${c}"); } catch (E | F $e) { } finally { goto end; }
        $t = <<<"TEXT"
            heredoc {$f(1)} $key
            TEXT . <<<'RAW'
raw
RAW;
        end:
        return match (true) { $a instanceof self, false => new class(1) extends Box { }, default => $a?->b()::C ?? null };
    }
    abstract protected function area(): float;
}
interface Shape { const D = 1; public function area(): float; }
trait One { private $p = __CLASS__; }
enum Suit: string { case Hearts = 'H'; public static function f() { return self::Hearts->value; } }
function helper(?Box $box = null, callable $c = null) { global $x; static $n = 0; return help($box, c: 1) <=> LIMIT; }
?>
<p><?= $title ?></p>
<?php namespace\helper(); include 'other.php';
