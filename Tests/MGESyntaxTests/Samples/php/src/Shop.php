<?php

declare(strict_types=1);

namespace Store;

use Store\Model\Item;
use Store\Model\{Kind as Sort, Named};
use function Store\Tools\format;
use const Store\Tools\ZERO;

const LIMIT = 10, TWICE = LIMIT * 2;

/** Sells items. */
#[Audited(by: Shop::NAME)]
class Shop extends Base implements Model\Countable
{
    use Logs;

    const NAME = 'shop';
    private static ?Shop $last = null;
    private int $count = LIMIT, $total = self::START;
    private Item $first;

    public function __construct(private Item $chosen, ?Named $named = null)
    {
        parent::__construct(self::NAME);
        $this->first = new Item('first');
        $this->count = ZERO;
        static::$last = $this;
        $named?->label();
    }

    public function run(Sort $kind): static
    {
        $item = new Item('a');
        $item->rename('b')->print();
        $this->first->print();
        $this->chosen->print();
        $this->log('started');
        $this->describe();
        echo format($this->total), \Store\Tools\format(TWICE), strlen(Tools\NAME);
        $later = function (Item $other) use ($item): void {
            $this->close();
            $other->print();
            $item->print();
        };
        $now = fn (Shop $shop): int => $shop->count;
        if ($kind === Sort::Small || $kind instanceof Named) {
            return self::make()->run($kind);
        }
        try {
            $later($item);
        } catch (Model\Failure $failure) {
            $failure->report();
        }
        return $this;
    }

    private function close(): void
    {
        $visitor = new class extends Base implements Named {
            private int $visits = 0;

            public function label(): string
            {
                $this->visits++;
                $this->describe();
                return Shop::NAME . LIMIT;
            }
        };
        $visitor->label();
    }

    public static function make(): self
    {
        return new self(new Item('made'));
    }
}

function helper(Shop $shop, string $name = Shop::NAME): ?Shop
{
    return $shop->run(Sort::Large) ?? Shop::make();
}
