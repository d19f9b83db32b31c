#!/usr/bin/env python3
"""Whether `panchina eval` prints the figures of score.py: compare.py PANCHINA SAMPLES

Runs both over events that are made from the gold and then spoilt at random (dropped, changed, invented), so that every
kind of error stands in them, and over what the program itself extracts. Exit 1 where a figure differs.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
import score  # noqa: E402


def choose(rng, value):
    return rng.choice(value) if isinstance(value, list) else value


def spoilt(rng, value):
    """Another value of the same kind, sometimes only written differently."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    text = str(value)
    return rng.choice([text.upper(), "?" + text, text.split()[-1], text + "/..", text[:4], text[:7], "x" + text, None,
                       text.replace("-07/", "/").removesuffix("-06"), text.replace(" ", "-"), text[:1] + ". " + text])


def events_of(articles, rng, spoil):
    for gold in articles:
        doc = gold["doc"]
        for number, mention in enumerate(gold["mentions"]):
            if rng.random() < spoil:
                continue
            start, end = mention["start"], mention["end"]
            slot = "value" if mention["type"] == "date" else "club"
            value = choose(rng, mention[slot])
            if rng.random() < spoil:
                value = spoilt(rng, value)
            if rng.random() < spoil:
                start, end = max(0, start - rng.randrange(12)), end + rng.randrange(12)
            copies = 2 if rng.random() < spoil / 3 else 1
            for copy in range(copies):
                yield {"type": mention["type"], "id": f"m{number}{copy}", "doc": doc, "section": 0,
                       "factuality": rng.choice(["asserted"] * 9 + ["possible"]), "confidence": rng.choice([.9, .8]),
                       "args": {slot: value},
                       "evidence": [{"start": start, "end": end, "text": mention["text"], "rule": "made.up"}]}
        facts = gold["facts"] + [trap for trap in gold.get("traps", []) if rng.random() < spoil]
        for number, fact in enumerate(facts):
            if rng.random() < spoil:
                continue
            args = {}
            for slot in score.SLOTS[fact["type"]]:
                value = choose(rng, fact.get(slot))
                if value is not None and rng.random() < spoil / 2:
                    value = spoilt(rng, value)
                if value is None and rng.random() < spoil / 5:
                    value = rng.choice([1, "2016", "Rossi", True])
                args[slot] = value
            if fact["type"] == "match" and rng.random() < spoil:
                args = score.flip(args)
            for copy in range(2 if rng.random() < spoil / 3 else 1):
                yield {"type": fact["type"], "id": f"f{number}{copy}", "doc": doc, "section": 0,
                       "factuality": rng.choice(["asserted"] * 9 + ["negated"]), "confidence": .7, "args": args,
                       "evidence": [{"start": 0, "end": 1, "text": "x", "rule": "made.up"}]}


def figures(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command}: {done.stderr}")
    return json.loads(done.stdout)


def differences(one, two, path=""):
    if isinstance(one, dict):
        for key in one:
            if key not in two:
                yield f"{path}.{key} is missing"
            else:
                yield from differences(one[key], two[key], f"{path}.{key}")
    elif abs(one - two) > 1e-12:
        yield f"{path}: {one} and {two}"


def main():
    program, samples = sys.argv[1], pathlib.Path(sys.argv[2])
    gold, texts = samples / "gold", samples / "articles"
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "events.jsonl"
        for seed, spoil in enumerate([0, .05, .2, .2, .5, .8, None]):
            rng = random.Random(seed)
            if spoil is None:
                subprocess.run([program, "-q", "extract", str(texts), "--metadata", str(samples / "metadata.csv"),
                                "--factuality", "all", "-o", str(path)], check=True)
            else:
                with open(path, "w", encoding="utf-8") as out:
                    for event in events_of(score.load_gold(gold, texts), rng, spoil):
                        print(json.dumps(event, ensure_ascii=False), file=out)
            theirs = figures([sys.executable, str(HERE / "score.py"), "--gold", str(gold), "--texts", str(texts),
                              "--json", str(path)])
            ours = figures([program, "eval", "--gold", str(gold), "--texts", str(texts), "--events", str(path), "--json"])
            for difference in differences(theirs, ours):
                bad += 1
                print(f"spoilt {spoil}: {difference}")
            print(f"spoilt {spoil}: headline {theirs['headline']:.3f} [{theirs['low']:.3f}, {theirs['high']:.3f}]")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
