<?php

namespace Store\Tools;

use Store\Shop;

const ZERO = 0;
const NAME = 'tools';

function format(int $amount): string
{
    return NAME . $amount;
}

class Item
{
}

$shop = Shop::make();
