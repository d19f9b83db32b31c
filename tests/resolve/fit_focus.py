#!/usr/bin/env python3
"""Fits the weights by which the focus chooses a club or a person, and prints their table.

    fit_focus.py club|person FOCUS_CHOICES RULES METADATA.csv GOLD:ARTICLES [...] [--cross] [--last] [--half] [--onward] [--new] [--write]

FOCUS_CHOICES is the program of that name in build/*/tests/resolve. A choice counts where gold says
which of its candidates is right: the one with which the statement agrees with most slots of a
fact. The model is a conditional logit (McFadden 1974) with an L2 penalty; a sign has one weight
for all matters, and those that hang on the matter one more for each. `--cross` fits all folders
but one, for each in turn, and prints how many choices of that one come out right, and how many the
program chose right as it is; `--last` fits the last column of the table only;
`--half` goes half the way from the table that stands to the fitted one: the choices come from a pass that the
standing weights steer, and whole steps swing; `--onward` pulls weights toward those that stand instead of toward
nothing, so that articles that are no longer at hand keep their say; `--new` fits those signs
only whose weights are all 0 yet; `--write` puts the table into pipeline/resolve/focus/{club,person}_signs.cc.
Needs only Python 3.
"""

import collections
import csv
import json
import math
import pathlib
import random
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "score"))
import score  # noqa: E402

PENALTY, RATE, ROUNDS, BATCH = 0.001, 0.3, 15, 50
ONWARD_PENALTY = 0.01
MATTERS = {"club": 4, "person": 6}
# The matters with few choices are fitted apart, each weight pulled to half of that of another matter.
APART = {"club": (3, 2), "person": (5, 3)}  # matches by deeds, births by what no verb tells
APART_PENALTY, APART_ROUNDS = 0.1, 8
# Signs with a weight of their own for each matter.
BY_MATTER = {
    "club": ("near:", "side:", "after:", "last:", "tied", "first_tied", "main", "clear_main", "headed",
             "last_post", "post_here", "beside_person", "newcomer", "most", "near_plain", "near_verb"),
    "person": ("near:", "focus", "beside_club"),
}


def read_choices(kind, program, rules, metadata, gold, articles):
    """(matter, candidates' signs, index of the right one) of each choice that gold decides."""
    facts = {article["doc"]: article["facts"] for article in score.load_gold(gold, articles)}
    lines = "".join(f"{pathlib.Path(articles) / doc}\t{metadata.get(doc, '')}\n" for doc in sorted(facts))
    output = subprocess.run([program, rules], input=lines, capture_output=True, text=True, check=True).stdout
    choices = []
    for text in dict.fromkeys(output.splitlines()):
        line = json.loads(text)
        if line["kind"] != kind or (kind == "club") != (line["arg"] in ("club", "home", "away", "against")):
            continue
        wanted = [fact for fact in facts[line["doc"]] if fact["type"] == line["type"]]
        degrees = [degree(line, value, wanted) for value, _ in line["candidates"]]
        best = max((d for d in degrees if d is not None), default=None)
        if best is not None and degrees.count(best) == 1:
            chosen = [line["args"].get(arg) for arg in ("home", "away")] if line["type"] == "match" else [
                line["args"].get(line["arg"])]
            now = line["candidates"][degrees.index(best)][0] in chosen
            choices.append((line["matter"], [signs for _, signs in line["candidates"]], degrees.index(best), now))
    return choices


def degree(line, value, wanted):
    """How well the statement agrees with gold if its arg has this value; None: with no fact."""
    best = None
    arg = line["arg"]
    if line["type"] == "match" and line["kind"] == "club":
        return side_degree(line["args"], value, wanted)
    for fact in wanted:
        if not any(c is not None and score.same_value(arg, value, c) for c in score.choices(fact.get(arg))):
            continue
        args = dict(line["args"], **{arg: value})
        if score.agrees(line["type"], args, fact):
            right, wrong, _ = score.slot_verdicts(line["type"], args, fact)
            fit = len(right) - 2 * len(wrong)
            best = fit if best is None else max(best, fit)
    return best


def side_degree(args, club, wanted):
    """The same for one side of a match: the other side and the goals are those of a fact."""
    goals = {int(args["home_goals"]), int(args["away_goals"])}
    for fact in wanted:
        for one, two in (("home", "away"), ("away", "home")):
            if {str(score.choices(fact[side])[0]) for side in ("home_goals", "away_goals")} == {str(goal) for goal in goals} and club in score.choices(fact[one]) and any(
                    args.get(side) in score.choices(fact[two]) for side in ("home", "away")):
                return 1
    return None


def features(kind, matter, signs, names):
    """A weight's key is its sign, or (matter, sign)."""
    if matter == APART[kind][0]:
        return [(matter, sign) for sign in signs]
    return list(signs) + [(matter, sign) for sign in signs if names[sign].startswith(BY_MATTER[kind])]


def fit(kind, choices, names, prior=None, penalty=PENALTY, rounds=ROUNDS, only=None):
    """Weights by key, by AdaGrad on batches, averaged over the later rounds; the same for the same
    choices. `prior` has by sign and matter what its weight is pulled to, else 0; `only`: the signs to fit.
    """

    def known(signs, matter):
        return sum(prior[sign][matter] for sign in signs) / 100 if prior else 0.0

    data = [([(features(kind, matter, [sign for sign in signs if only is None or sign in only], names), known(signs, matter))
              for signs in candidates], right)
            for matter, candidates, right, _ in choices]
    weights, squares = collections.defaultdict(float), collections.defaultdict(lambda: 1e-8)
    sums_of_weights = collections.defaultdict(float)
    later = range(rounds // 3, rounds)
    rng = random.Random(1)
    for number in range(rounds):
        rng.shuffle(data)
        for start in range(0, len(data), BATCH):
            slope = collections.defaultdict(float)
            for candidates, right in data[start:start + BATCH]:
                sums = [given + sum(weights[key] for key in keys) for keys, given in candidates]
                powers = [math.exp(value - max(sums)) for value in sums]
                for i, (keys, _) in enumerate(candidates):
                    error = (i == right) - powers[i] / sum(powers)
                    for key in keys:
                        slope[key] += error / BATCH
            for key in sorted(set(slope) | set(weights), key=str):
                step = slope.get(key, 0.0) - penalty * weights[key]
                squares[key] += step * step
                weights[key] += RATE * step / math.sqrt(squares[key])
        for key in weights if number in later else ():
            sums_of_weights[key] += weights[key]
    return {key: value / len(later) for key, value in sums_of_weights.items()}


def table_of(kind, choices, names, standing=None):
    """Hundredths of a logit, by sign and matter, pulled toward the standing ones, or toward none."""
    penalty = ONWARD_PENALTY if standing else PENALTY
    weights = fit(kind, [choice for choice in choices if choice[0] != APART[kind][0]], names, standing, penalty)
    table = [[round(standing[sign][matter] if standing else 0) + round(100 * (weights.get(sign, 0.0) + weights.get((matter, sign), 0.0)))
              for matter in range(MATTERS[kind])] for sign in range(len(names))]
    return fit_apart(kind, choices, names, table, standing)


def table_of_new(kind, choices, names, standing):
    """The standing table, with weights for those signs that have none in it."""
    new = {sign for sign, row in enumerate(standing) if not any(row)}
    apart, _ = APART[kind]
    weights = fit(kind, [choice for choice in choices if choice[0] != apart], names, standing, PENALTY, only=new)
    last = fit(kind, [choice for choice in choices if choice[0] == apart], names, standing, APART_PENALTY, APART_ROUNDS, new)
    return [[value + round(100 * (last.get((apart, sign), 0.0) if matter == apart else
                                  weights.get(sign, 0.0) + weights.get((matter, sign), 0.0)))
             for matter, value in enumerate(row)] for sign, row in enumerate(standing)]


def fit_apart(kind, choices, names, table, standing=None):
    """The last column."""
    apart, like = APART[kind]
    prior = standing or [[row[like] / 2] * MATTERS[kind] for row in table]
    weights = fit(kind, [choice for choice in choices if choice[0] == apart], names, prior, APART_PENALTY, APART_ROUNDS)
    return [row[:apart] + [round(prior[sign][apart] + 100 * weights.get((apart, sign), 0.0))] for sign, row in enumerate(table)]


def read_table(path):
    """The table as it stands."""
    text = path.read_text(encoding="utf-8").split("begin of the fitted table")[1].split("end of the fitted table")[0]
    return [[int(value) for value in row.split(",")] for row in re.findall(r"\{([-0-9, ]+)\}", text)]


def count_right(choices, table):
    right = 0
    for matter, candidates, wanted, _ in choices:
        sums = [sum(table[sign][matter] for sign in signs) for signs in candidates]
        right += sums.index(max(sums)) == wanted
    return right


def main():
    flags = {"--write", "--cross", "--last", "--half", "--onward", "--new"} & set(sys.argv[1:])
    kind, program, rules, metadata_path, *folders = [a for a in sys.argv[1:] if a not in flags]
    with open(metadata_path, encoding="utf-8") as stream:
        metadata = {row["doc"]: row["published"] for row in csv.DictReader(stream)}
    names = subprocess.run([program, kind], capture_output=True, text=True, check=True).stdout.split()
    path = ROOT / "pipeline" / "resolve" / "focus" / f"{kind}_signs.cc"
    standing = read_table(path) if flags & {"--onward", "--new"} else None
    table_for = table_of_new if "--new" in flags else table_of
    sets = [read_choices(kind, program, rules, metadata, *folder.split(":")) for folder in folders]
    if "--cross" in flags:
        total = 0
        for i, (folder, one) in enumerate(zip(folders, sets)):
            others = [choice for j, other in enumerate(sets) if j != i for choice in other]
            right = count_right(one, table_for(kind, others, names, standing))
            total += right
            print(f"{folder}: {right} of {len(one)}, now {sum(c[3] for c in one)}", file=sys.stderr)
        print(f"all: {total} of {sum(map(len, sets))}, now {sum(c[3] for one in sets for c in one)}", file=sys.stderr)
    choices = [choice for one in sets for choice in one]
    table = fit_apart(kind, choices, names, read_table(path)) if "--last" in flags else table_for(kind, choices, names, standing)
    if "--half" in flags:
        table = [[round((a + b) / 2) for a, b in zip(*rows)] for rows in zip(table, read_table(path))]
    print(f"fitted: {count_right(choices, table)} of {len(choices)}", file=sys.stderr)
    rows = [f"    {{{', '.join(str(value) for value in row)}}},  // {name}" for row, name in zip(table, names)]
    if "--write" not in flags:
        print("\n".join(rows))
        return
    text = path.read_text(encoding="utf-8").splitlines()
    begin = next(i for i, line in enumerate(text) if "begin of the fitted table" in line)
    end = next(i for i, line in enumerate(text) if "end of the fitted table" in line)
    path.write_text("\n".join(text[:begin + 1] + rows + text[end:]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
