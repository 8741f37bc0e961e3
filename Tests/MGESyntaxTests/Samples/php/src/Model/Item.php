<?php

namespace Store\Model;

class Item implements Named
{
    public function __construct(private string $name)
    {
    }

    public function rename(string $name): self
    {
        $this->name = $name;
        return $this;
    }

    public function print(): void
    {
        $kind = Kind::of($this->label());
        $kind->show();
    }

    public function label(): string
    {
        return $this->name;
    }
}

interface Named
{
    public function label(): string;
}

interface Countable
{
}

final class Failure extends \RuntimeException
{
    public function report(): void
    {
    }
}

enum Kind: string
{
    case Small = 's';
    case Large = 'l';

    public static function of(string $name): self
    {
        return $name === '' ? self::Small : Kind::Large;
    }

    public function show(): void
    {
    }
}
