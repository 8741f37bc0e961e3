"""A megabyte of prose, read and queued."""

import random

from .compiler import Compiler
from .peers import Peers
from .report import Report

BYTES = 1_000_000
LIMIT_SECONDS = 2.0

KINDS = "garden river harbour winter summer night school city county market orchard forest repair rescue seed".split()
THINGS = (
    "order visit ticket report member crew route vehicle course lesson room booth permit contract invoice parcel batch "
    "sample inspection plot tool machine sensor meter station depot client volunteer teacher driver farmer curator "
    "editor author player coach team match song crate pump valve roof window router claim payment"
).split()
FIELDS = (
    "name,code,title,start date,end date,price,weight,height,phone number,email address,postal address,serial number,"
    "colour,capacity,opening time,city,country,website,short description,reason,expiry date,daily rate,floor,surname"
).split(",")
STATES = "open closed held planned running finished cancelled draft sent paid refused waiting lent archived".split()


def with_article(words: str) -> str:
    """`an order` of `order`."""
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def plural(words: str) -> str:
    """`batches` of `batch`."""
    return words + ("es" if words.endswith(("ch", "x", "s")) else "s")


def listed(words: list[str]) -> str:
    """`a name, a code and a title`."""
    *first, last = map(with_article, words)
    return f"{', '.join(first)} and {last}"


def sentence(pick: random.Random, entity: str, other: str) -> str:
    """One of many forms in which people say what they keep, and why."""

    def some(count: int) -> str:
        return listed(pick.sample(FIELDS, count))

    field, others = pick.choice(FIELDS), plural(other)
    states = pick.sample(STATES, 4)
    return pick.choice([
        f"Each {entity} has {some(4)}.",
        f"Every {entity} belongs to one {other} and carries {some(2)}.",
        f"{plural(entity).capitalize()} have {some(3)}; the {field} is unique.",
        f"For each {entity} we record {some(3)}, and if known {with_article(field)}.",
        f"One {entity} can have many {others}, and the same {other} turns up in lots of {plural(entity)}.",
        f"We never delete {plural(entity)} that have {others}.",
        f"When {with_article(entity)} is deleted, its {others} go with it.",
        f"The status of {with_article(entity)} is {', '.join(states[:3])} or {states[3]}.",
        f"No two {plural(entity)} of the same {other} share their {field}.",
        f"{plural(entity).capitalize()} can be searched by {field}.",
        f"The capacity of {with_article(entity)} must be at least {pick.randint(1, 20)}.",
        f"Half of last year's {plural(entity)} were noted on paper, which none of the {others} could find again.",
        f"Once finished, {with_article(entity)} is filed under its {other} together with {some(2)}.",
        f"It also has {with_article(field)}, which is optional, and a weight between 1 and {pick.randint(6, 99)}.",
    ])


def prose(size: int) -> str:
    """So many bytes of paragraphs about six hundred entities; the same at each call."""
    pick = random.Random(1)
    entities = [f"{kind} {thing}" for kind in KINDS for thing in THINGS]
    paragraphs: list[str] = []
    length = 0
    while length < size:
        entity = pick.choice(entities)
        paragraphs.append(" ".join(sentence(pick, entity, pick.choice(entities)) for _ in range(pick.randint(3, 7))))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)[:size]


def measure(compiler: Compiler, peers: Peers, report: Report, runs: int) -> None:
    """Submits it without building it."""
    seconds = compiler.read(prose(BYTES), runs=runs)
    report.add(
        f"{BYTES:,} bytes of prose, submit --detach", f"{seconds:.2f} s wall", f"≤ {LIMIT_SECONDS:g} s",
        seconds <= LIMIT_SECONDS,
    )
