#!/usr/bin/env python3
"""Fits the weights by which a club beside a person is told to be a post or a playing spell.

    fit_spells.py SPELL_CHOICES RULES METADATA.csv GOLD:ARTICLES [...] [--cross] [--write]

SPELL_CHOICES is the program of that name in build/*/tests/resolve. It prints every club of running
text that no rule claims, with each person that it may be told of and the signs that speak for and
against it; gold says what the two are to each other: nothing, a post, a playing spell. The model is
a multinomial logit with an L2 penalty (McFadden 1974). Rules are made while gold is read, so what
they leave untold in these articles is little, and not what they leave elsewhere: the pairs are
taken again from rule sets that lack 45 % of the rules of posts and spells, each lot by chance.
`--cross` fits all folders but some, in turn, and prints how many of the others' facts would be
found, and how many wrongly, by threshold; `--write` writes rules/words/spell_signs.toml. Needs only
Python 3.
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

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "score"))
import score  # noqa: E402

LOTS, LACKING = 4, 0.45  # rule sets beside the whole one, the part of the rules that each lacks
WHOLE_WEIGHT = 0.5  # of a pair that the whole rule set leaves; of the others 1 / LOTS
ROUNDS, RATE, PENALTY, LEAST = 20, 0.15, 10.0, 8  # LEAST: pairs that a sign must stand at
FOLDS = 6
THRESHOLDS = (0.3, 0.36, 0.42, 0.5, 0.6, 0.7)
NOTHING, POST, SPELL = range(3)
LABELS = {"tenure": POST, "playing_spell": SPELL}
HEAD = """\
# What speaks for a club of running text being where a person had a post, or played, that no rule tells of:
# [post, playing spell], in hundredths of a logit, against neither. resolve/spell_signs.cc says what each sign is.
# Written by tests/resolve/fit_spells.py, which says how they are fitted; a sign that is not here weighs nothing.
"""


def without_some(rules, lot, folder):
    """A copy of a rule folder that lacks some rules of posts and spells."""
    copy = pathlib.Path(folder) / f"rules{lot}"
    shutil.copytree(rules, copy)
    for path in (copy / "events").glob("*.toml"):
        head, *blocks = re.split(r"(?m)^(?=\[\[rule\]\])", path.read_text(encoding="utf-8"))
        path.write_text(head + "".join(block for block in blocks if not lacks(block, lot)), encoding="utf-8")
    return copy


def lacks(block, lot):
    name = re.search(r'(?m)^id = "([^"]+)"', block).group(1)
    if not name.startswith(("tenure.", "playing_spell.")) or ".w" in name:  # .walk, .weighed
        return False
    return int(hashlib.md5(f"{lot}{name}".encode()).hexdigest(), 16) % 1000 < LACKING * 1000


def read_pairs(program, rules, metadata, gold, articles):
    """(signs, label or None where gold leaves it open, key) of each pair that no rule tells."""
    facts = {article["doc"]: article["facts"] for article in score.load_gold(gold, articles)}
    lines = "".join(f"{pathlib.Path(articles) / doc}\t{metadata.get(doc, '')}\n" for doc in sorted(facts))
    output = subprocess.run([program, rules], input=lines, capture_output=True, text=True, check=True).stdout
    pairs = []
    for text in output.splitlines():
        line = json.loads(text)
        if not line["told"]:
            label, open_ = label_of(line, facts[line["doc"]])
            key = (str(gold), line["doc"], line["person"], line["club"])
            pairs.append((line["signs"], None if open_ else label, key, label))
    return pairs


def label_of(pair, facts):
    """What the two are to each other, and whether gold leaves that open."""
    sure, optional = set(), set()
    for fact in facts:
        if fact["type"] in LABELS and all(
                any(value is not None and score.same_value(slot, pair[slot], value)
                    for value in score.choices(fact.get(slot))) for slot in ("person", "club")):
            (optional if fact.get("optional") else sure).add(LABELS[fact["type"]])
    if len(sure) == 1:
        return sure.pop(), False
    return NOTHING, bool(sure or optional)


def fit(rows):
    """Weights by sign, [nothing, post, spell], of rows (signs, label, weight)."""
    count = collections.Counter(sign for signs, _, _ in rows for sign in signs)
    rows = [([sign for sign in signs if count[sign] >= LEAST], label, weight) for signs, label, weight in rows]
    weights = {sign: [0.0, 0.0, 0.0] for sign, n in count.items() if n >= LEAST}
    squares = {sign: [0.01, 0.01, 0.01] for sign in weights}
    chance = random.Random(1)
    for _ in range(ROUNDS):
        chance.shuffle(rows)
        for signs, label, weight in rows:
            errors = [weight * share for share in shares(weights, signs)]
            errors[label] -= weight
            for sign in signs:
                of, square, pull = weights[sign], squares[sign], PENALTY / count[sign]
                for k in range(3):
                    slope = errors[k] + pull * of[k]
                    square[k] += slope * slope
                    of[k] -= RATE * slope / math.sqrt(square[k])
    return weights


def shares(weights, signs):
    known = [weights[sign] for sign in signs if sign in weights]
    sums = [sum(of[k] for of in known) for k in range(3)]
    powers = [math.exp(one - max(sums)) for one in sums]
    return [one / sum(powers) for one in powers]


def rows_of(lots):
    """Training rows of one folder: the pairs of the whole rule set first, then of the lots."""
    return [(signs, label, WHOLE_WEIGHT if i == 0 else 1 / LOTS)
            for i, pairs in enumerate(lots) for signs, label, _, _ in pairs if label is not None]


def cross(folders):
    """Prints what weights fitted on the other folders find in each, by threshold."""
    best = {}
    loss, asked = 0.0, 0
    names = list(folders)
    for fold in range(FOLDS):
        out = names[fold::FOLDS]
        weights = fit([row for name in names if name not in out for row in rows_of(folders[name])])
        for signs, label, key, right in (pair for name in out for pair in folders[name][0]):
            share = shares(weights, signs)
            if label is not None:
                loss, asked = loss - math.log(max(share[label], 1e-4)), asked + 1
            for kind in (POST, SPELL):
                verdict = "open" if label is None else "right" if right == kind else "wrong"
                best[key, kind] = max(best.get((key, kind), (0, "")), (share[kind], verdict))
    print(f"log loss {loss / max(asked, 1):.4f} over {asked} pairs")
    for kind, name in ((POST, "posts"), (SPELL, "spells")):
        for threshold in THRESHOLDS:
            found = collections.Counter(v for (_, k), (s, v) in best.items() if k == kind and s >= threshold)
            print(f"{name} above {threshold}: {found['right']} right, {found['wrong']} wrong, {found['open']} open")


def table(weights):
    """The weights file: families and their signs by name."""
    families = collections.defaultdict(dict)
    for sign, (nothing, post, spell) in weights.items():
        family, name = sign.split(".", 1)
        pair = [round(100 * (post - nothing)), round(100 * (spell - nothing))]
        if any(pair):
            families[family][name] = pair
    lines = [HEAD]
    for family in sorted(families):
        lines.append(f"[{family}]")
        for name, pair in sorted(families[family].items()):
            lines.append(f"{name if re.fullmatch('[A-Za-z0-9_-]+', name) else json.dumps(name)} = {pair}")
        lines.append("")
    return "\n".join(lines)


def main():
    options = [one for one in sys.argv[1:] if one.startswith("--")]
    arguments = [one for one in sys.argv[1:] if not one.startswith("--")]
    if len(arguments) < 4:
        sys.exit(__doc__)
    program, rules, metadata, *folders = arguments
    with open(metadata, encoding="utf-8") as file:
        published = {row["doc"]: row.get("published", "") for row in csv.DictReader(file)}
    pairs = {}
    with tempfile.TemporaryDirectory() as folder:
        sets = [rules] + [without_some(rules, lot, folder) for lot in range(LOTS)]
        for one in folders:
            gold, articles = one.split(":")
            pairs[one] = [read_pairs(program, which, published, gold, articles) for which in sets]
    if "--cross" in options:
        cross(pairs)
    weights = fit([row for lots in pairs.values() for row in rows_of(lots)])
    if "--write" in options:
        (ROOT / "rules" / "words" / "spell_signs.toml").write_text(table(weights), encoding="utf-8")


if __name__ == "__main__":
    main()
