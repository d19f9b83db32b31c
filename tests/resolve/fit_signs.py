#!/usr/bin/env python3
"""Fits what the signs of a passage weigh for a post or a playing spell that no rule tells, and for their dates.

    fit_signs.py spells|posts|dates SIGN_CHOICES RULES METADATA.csv GOLD:ARTICLES [...] [--onward] [--cross] [--write]

SIGN_CHOICES is the program of that name in build/*/tests/resolve. It prints every club of running text
that no rule claims, with each person that it may be told of, every person with the club that his
passage is about, every date beside what is told of a post or a playing spell, and the signs that speak for and against each. Gold says what the club is to the
person: nothing, where there was a post, where there was a playing spell; and what the date is to what
is told: nothing, its start, its end. The model is a multinomial logit with an L2 penalty (McFadden
1974). Rules are made while gold is read, so what they leave untold in these articles is little, and not
what they leave elsewhere: all is taken again from rule sets that lack 45 % of the rules of posts and
spells, each lot by chance. `--cross` fits all folders but some, in turn, and prints how much of the
others would be found, and how much wrongly, by threshold; `--onward` pulls weights toward those that
stand instead of toward nothing, so that articles that are no longer at hand keep their say; `--write` writes
rules/words/{spell,post,date}_signs.toml. Needs only Python 3.
"""

import collections
import csv
import hashlib
import json
import math
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "score"))
import score  # noqa: E402

LOTS, LACKING = 4, 0.45  # rule sets beside the whole one, the part of the rules that each lacks
WHOLE_WEIGHT = 0.5  # of a choice that the whole rule set leaves; of the others 1 / LOTS
ROUNDS, RATE, LEAST = 20, 0.15, 8  # LEAST: choices that a sign must stand at
PENALTY = {"spells": 10.0, "posts": 10.0, "dates": 2.0}
FOLDS = 6
NO_WEIGHTS = (0.0, 0.0, 0.0)
THRESHOLDS = (0.3, 0.36, 0.42, 0.5, 0.6, 0.7)
NOTHING, FIRST, SECOND = range(3)
CASES = {"spells": ("post", "playing spell"), "posts": ("post", "playing spell"), "dates": ("start", "end")}
TYPES = {"tenure": FIRST, "playing_spell": SECOND}
HEAD = {"spells": """\
# What speaks for a club of running text being where a person had a post, or played, that no rule tells of:
# [post, playing spell], in hundredths of a logit, against neither. resolve/career/spell_signs.cc says what each sign is.
""", "posts": """\
# What speaks for a person of running text having had a post, or played, at the club that the passage is about, where no
# rule tells it: [post, playing spell], in hundredths of a logit, against neither. resolve/career/weighed_posts.cc says what
# each sign is.
""", "dates": """\
# What speaks for a date beside what is told of a post or a playing spell being its start, or its end: [start, end], in
# hundredths of a logit, against neither. resolve/career/weighed_dates.cc says what each sign is.
"""}
WRITTEN = """\
# Written by tests/resolve/fit_signs.py, which says how they are fitted; a sign that is not here weighs nothing.
"""


def without_some(rules, lot, folder):
    """A copy of a rule folder that lacks some rules of posts and spells."""
    copy = pathlib.Path(folder) / f"rules{lot}"
    shutil.copytree(rules, copy, ignore=shutil.ignore_patterns(".cache"))
    for path in (copy / "events").glob("*.toml"):
        head, *blocks = re.split(r"(?m)^(?=\[\[rule\]\])", path.read_text(encoding="utf-8"))
        path.write_text(head + "".join(block for block in blocks if not lacks(block, lot)), encoding="utf-8")
    return copy


def lacks(block, lot):
    name = re.search(r'(?m)^id = "([^"]+)"', block).group(1)
    if not name.startswith(("tenure.", "playing_spell.")) or ".w" in name:  # .walk, .weighed
        return False
    return int(hashlib.md5(f"{lot}{name}".encode()).hexdigest(), 16) % 1000 < LACKING * 1000


def read_choices(what, program, rules, metadata, gold, articles):
    """(signs, label or None where gold leaves it open, key, whether it is told) of each choice."""
    facts = {article["doc"]: article["facts"] for article in score.load_gold(gold, articles)}
    lines = "".join(f"{pathlib.Path(articles) / doc}\t{metadata.get(doc, '')}\n" for doc in sorted(facts))
    output = subprocess.run([program, rules], input=lines, capture_output=True, text=True, check=True).stdout
    choices = []
    for text in output.splitlines():
        line = json.loads(text)
        kind = line.get("what", "date") + "s"
        if kind != what or line.get("told"):
            continue
        label = date_label(line, facts[line["doc"]]) if what == "dates" else spell_label(line, facts[line["doc"]])
        told = (False, line.get("has_start"), line.get("has_end"))
        choices.append((line["signs"], label, (str(gold), *(line[k] for k in line if k not in ("signs", "told"))), told))
    return choices


def agrees(choice, fact):
    return all(any(value is not None and score.same_value(slot, choice[slot], value)
                   for value in score.choices(fact.get(slot))) for slot in ("person", "club"))


def spell_label(pair, facts):
    """What a club is to a person; None: gold leaves that open."""
    sure, optional = set(), set()
    for fact in facts:
        if fact["type"] in TYPES and agrees(pair, fact):
            (optional if fact.get("optional") else sure).add(TYPES[fact["type"]])
    if len(sure) == 1:
        return sure.pop()
    return None if sure or optional else NOTHING


def date_label(choice, facts):
    """What a date is to what is told; None: gold tells of no such post or spell."""
    label = None
    for fact in facts:
        if fact["type"] == choice["type"] and agrees(choice, fact):
            starts, ends = (any(value is not None and score.same_value(slot, choice[point], value)
                                for value in score.choices(fact.get(slot)))
                            for slot, point in (("start", "first"), ("end", "last")))
            label = label or (FIRST if starts else SECOND if ends else NOTHING)
    return label


def fit(rows, penalty, standing=None):
    """Weights by sign, [nothing, first, second], of rows (signs, label, weight), pulled toward the standing ones."""
    standing = standing or {}
    count = collections.Counter(sign for signs, _, _ in rows for sign in signs)
    known = {sign for sign, n in count.items() if n >= LEAST} | set(standing)
    rows = [([sign for sign in signs if sign in known], label, weight) for signs, label, weight in rows]
    weights = {sign: list(standing.get(sign, NO_WEIGHTS)) for sign in sorted(known)}
    squares = {sign: [0.01, 0.01, 0.01] for sign in weights}
    chance = random.Random(1)
    for _ in range(ROUNDS):
        chance.shuffle(rows)
        for signs, label, weight in rows:
            errors = [weight * share for share in shares(weights, signs)]
            errors[label] -= weight
            for sign in signs:
                of, square, pull = weights[sign], squares[sign], penalty / count[sign]
                toward = standing.get(sign, NO_WEIGHTS)
                for k in range(3):
                    slope = errors[k] + pull * (of[k] - toward[k])
                    square[k] += slope * slope
                    of[k] -= RATE * slope / math.sqrt(square[k])
    return weights


def shares(weights, signs):
    known = [weights[sign] for sign in signs if sign in weights]
    sums = [sum(of[k] for of in known) for k in range(3)]
    powers = [math.exp(one - max(sums)) for one in sums]
    return [one / sum(powers) for one in powers]


def rows_of(lots):
    """Training rows of one folder: the choices of the whole rule set first, then of the lots."""
    return [(signs, label, WHOLE_WEIGHT if i == 0 else 1 / LOTS)
            for i, choices in enumerate(lots) for signs, label, _, _ in choices if label is not None]


def read_standing(what):
    """The weights that stand, by sign: [0, first, second]."""
    with open(path_of(what), "rb") as file:
        families = tomllib.load(file)
    return {f"{family}.{name}": [0.0, first / 100, second / 100]
            for family, signs in families.items() for name, (first, second) in signs.items()}


def path_of(what):
    return ROOT / "rules" / "words" / f"{what[:-1]}_signs.toml"


def cross(what, folders, standing):
    """Prints what weights fitted on the other folders find in each, by threshold."""
    best = {}
    loss, asked = 0.0, 0
    names = list(folders)
    for fold in range(FOLDS):
        out = names[fold::FOLDS]
        rows = [row for name in names if name not in out for row in rows_of(folders[name])]
        weights = fit(rows, PENALTY[what], standing)
        for signs, label, key, told in (choice for name in out for choice in folders[name][0]):
            share = shares(weights, signs)
            if label is not None:
                loss, asked = loss - math.log(max(share[label], 1e-4)), asked + 1
            for case in (FIRST, SECOND):
                verdict = "open" if label is None else "right" if label == case else "wrong"
                if not told[case]:
                    best[key, case] = max(best.get((key, case), (0, "")), (share[case], verdict))
    print(f"log loss {loss / max(asked, 1):.4f} over {asked} choices")
    for case, name in zip((FIRST, SECOND), CASES[what]):
        for threshold in THRESHOLDS:
            found = collections.Counter(v for (_, k), (s, v) in best.items() if k == case and s >= threshold)
            print(f"{name} above {threshold}: {found['right']} right, {found['wrong']} wrong, {found['open']} open")


def table(what, weights):
    """The weights file: families and their signs by name."""
    families = collections.defaultdict(dict)
    for sign, (nothing, first, second) in weights.items():
        family, name = sign.split(".", 1)
        pair = [round(100 * (first - nothing)), round(100 * (second - nothing))]
        if any(pair):
            families[family][name] = pair
    lines = [HEAD[what] + WRITTEN]
    for family in sorted(families):
        lines.append(f"[{family}]")
        for name, pair in sorted(families[family].items()):
            lines.append(f"{name if re.fullmatch('[A-Za-z0-9_-]+', name) else json.dumps(name)} = {pair}")
        lines.append("")
    return "\n".join(lines)


def main():
    options = [one for one in sys.argv[1:] if one.startswith("--")]
    arguments = [one for one in sys.argv[1:] if not one.startswith("--")]
    if len(arguments) < 5 or arguments[0] not in CASES:
        sys.exit(__doc__)
    what, program, rules, metadata, *folders = arguments
    with open(metadata, encoding="utf-8") as file:
        published = {row["doc"]: row.get("published", "") for row in csv.DictReader(file)}
    choices = {}
    with tempfile.TemporaryDirectory() as folder:
        sets = [rules] + [without_some(rules, lot, folder) for lot in range(LOTS)]
        for one in folders:
            choices[one] = [read_choices(what, program, which, published, *one.split(":")) for which in sets]
    standing = read_standing(what) if "--onward" in options else {}
    if "--cross" in options:
        cross(what, choices, standing)
    weights = fit([row for lots in choices.values() for row in rows_of(lots)], PENALTY[what], standing)
    if "--write" in options:
        path_of(what).write_text(table(what, weights), encoding="utf-8")


if __name__ == "__main__":
    main()
