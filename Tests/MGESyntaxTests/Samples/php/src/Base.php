<?php

namespace Store;

abstract class Base
{
    protected const START = 1;

    public function __construct(protected readonly string $title)
    {
    }

    public function describe(): void
    {
        echo $this->title, namespace\helper(new Shop(new Model\Item('x')))::class;
    }
}

#[\Attribute]
final class Audited
{
    public function __construct(public string $by = 'nobody')
    {
    }
}

trait Logs
{
    public function log(string $text): void
    {
        echo $text, $this->prefix();
    }

    private function prefix(): string
    {
        return static::class;
    }
}
