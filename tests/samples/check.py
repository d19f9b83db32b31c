#!/usr/bin/env python3
"""Runs the built program over the samples.

    check.py PANCHINA invariants   every span gives the text that the event quotes, slots nest in their passage, ...
    check.py PANCHINA slots        each slot's slice, looked up or parsed alone, gives the slot's value
    check.py PANCHINA workers      1 and 8 workers, other locales, time zones and orders of files: the same bytes
    check.py PANCHINA mess         what pages put around and between paragraphs changes no date, club or fact
    check.py PANCHINA golden       the output equals samples/events, file by file
    check.py PANCHINA update       writes samples/events anew (look at the difference before committing it)

`invariants` and `slots` take more folders of articles behind them: check.py PANCHINA slots FOLDER...
"""
import collections
import difflib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
import unicodedata

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
ARTICLES, EVENTS, METADATA = SAMPLES / "articles", SAMPLES / "events", SAMPLES / "metadata.csv"
CUES = {"appointment", "in_post", "departure", "renewal", "confirmation"}
SOURCES = {"focus", "previous", "published", "story", "heading", "reciprocal", "title", "rule"}


def extract(program, *arguments, environment=None):
    command = [program, "-q", "extract", *map(str, arguments), "--metadata", str(METADATA)]
    done = subprocess.run(command, capture_output=True, env={**os.environ, **(environment or {})})
    if done.returncode != 0:
        sys.exit(f"{command} gave {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def inside(inner, outer):
    return outer[0] <= inner[0] <= inner[1] <= outer[1]


def problems_of_event(event, text):
    spans = collections.defaultdict(list)
    told = set()
    if not event["evidence"]:
        yield "no evidence"
    for passage in event["evidence"]:
        start, end = passage["start"], passage["end"]
        if not 0 <= start < end <= len(text):
            yield f"span [{start}, {end}) of a text of {len(text)}"
        elif text[start:end] != passage["text"]:
            yield f"[{start}, {end}) is {text[start:end]!r}, the event says {passage['text']!r}"
        for slot, span in passage.get("slots", {}).items():
            told.add(slot)
            spans[slot].append(text[span[0]:span[1]])
            if not inside(span, (start, end)):
                yield f"slot {slot} {span} is not inside [{start}, {end})"
            if slot not in event["args"]:
                yield f"slot {slot} is no arg"
        for slot, source in passage.get("inferred", {}).items():
            told.add(slot)
            if slot in passage["slots"]:
                yield f"slot {slot} is both read and inferred"
            if source not in SOURCES or slot not in event["args"]:
                yield f"inferred {slot}: {source}"
        if passage.get("cue") not in CUES | {None}:
            yield f"cue {passage['cue']}"
    if [p["start"] for p in event["evidence"]] != sorted(p["start"] for p in event["evidence"]):
        yield "evidence out of text order"
    for name, value in event["args"].items():
        if value is None or value is False or name.endswith(("_earliest", "_latest", "_key")):
            continue
        if event["type"] not in ("date", "club") and name not in told:
            yield f"{name} = {value!r} stands neither in slots nor in inferred"
        if value == "" or "\0" in str(value):
            yield f"{name} = {value!r}"
        if isinstance(value, int) and not isinstance(value, bool) and value < 0:
            yield f"{name} = {value}"
    if not 0 < event["confidence"] <= 1:
        yield f"confidence {event['confidence']}"


def problems(program, folder, arguments):
    document, order, ids = None, [], set()
    left, events = 0, 0
    for number, line in enumerate(extract(program, folder, *arguments).decode().splitlines()):
        event = json.loads(line)
        if event["type"] == "run":
            if number != 0 or event["schema"] != 1:
                yield "run line", line
            continue
        if event["type"] == "document":
            if left:
                yield document["doc"], f"{left} events are missing"
            document, left, order = event, event["events"], []
            if document["status"] != "ok":
                yield document["doc"], document["error"]
                continue
            text = (folder / document["doc"]).read_bytes().decode("utf-8", "replace")
            if document["chars"] != len(text):
                yield document["doc"], f"chars {document['chars']}, not {len(text)}"
            continue
        left -= 1
        events += 1
        where = f"{event['doc']} {event['type']} {event['id']}"
        if event["doc"] != document["doc"]:
            yield where, "stands below another document"
        if (event["doc"], event["id"]) in ids:
            yield where, "the id stands twice"
        ids.add((event["doc"], event["id"]))
        for problem in problems_of_event(event, text):
            yield where, problem
        order.append((event["evidence"][0]["start"], event["evidence"][0]["end"], event["type"], event["id"]))
        if len(order) > 1 and order[-2] > order[-1]:
            yield where, "out of order"
    if left:
        yield document["doc"], f"{left} events are missing"
    print(f"{folder}: {events} events looked at")
    if not events:
        yield folder, "no events at all"


def words(text):
    text = text.replace("\xad", "")
    text = unicodedata.normalize("NFKD", text).casefold()
    return re.findall(r"[a-z0-9]+", "".join(c for c in text if not unicodedata.combining(c)))


NUMBERS = {word: n for n, word in enumerate(
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici".split())}


def peoples():
    """The words for the people of each place: `emiliani` of Emilia-Romagna."""
    forms = collections.defaultdict(set)
    tables = tomllib.loads((SAMPLES.parent / "rules" / "words" / "demonyms.toml").read_text(encoding="utf-8"))
    for table in tables.values():
        for place, adjectives in table.items():
            for stem in (word[:-1] for adjective in adjectives for word in words(adjective)):
                forms[place.casefold()].update(stem + ending for ending in "aeio")
    return forms


def lexicon_words():
    """The words of all forms of each club, and of the people of its town, region and country."""
    forms = collections.defaultdict(set)
    people = peoples()
    for name in ("clubs.jsonl", "national_teams.jsonl"):
        for line in (SAMPLES.parent / "rules" / "lexicon" / name).read_text(encoding="utf-8").splitlines():
            club = json.loads(line)
            for value in [club["id"], club["name"], club.get("city"), *(
                    form for key in ("official", "aliases", "nicknames", "epithets", "weak") for form in club.get(key, []))]:
                forms[club["id"]].update(words(value or ""))
            for place in ("city", "region", "country"):
                forms[club["id"]] |= people[(club.get(place) or "").casefold()]
    return forms


def parsed_alone(program, texts):
    """What the program reads in each text alone, without a publication date: the value of a date that covers it."""
    if not texts:
        return {}
    records = "".join(json.dumps({"id": str(i), "text": text}, ensure_ascii=False) + "\n" for i, text in enumerate(texts))
    done = subprocess.run([program, "-q", "extract", "-", "--stdin", "jsonl"], input=records.encode(), capture_output=True,
                          check=True)
    found = {}
    for line in done.stdout.decode().splitlines():
        event = json.loads(line)
        if event["type"] == "date" and event["evidence"][0]["text"] == texts[int(event["doc"])]:
            found[texts[int(event["doc"])]] = event["args"]["value"]
    return found


def slot_problems(program, folder):
    clubs, dates, looked_at = lexicon_words(), [], 0
    for line in extract(program, folder, "--factuality", "all").decode().splitlines():
        event = json.loads(line)
        if event["type"] in ("run", "document"):
            continue
        for passage in event["evidence"]:
            for slot, (start, end) in passage["slots"].items():
                text = passage["text"][start - passage["start"]:end - passage["start"]]
                value = event["args"][slot]
                where = f"{event['doc']} {event['type']}.{slot} {text!r} = {value!r}"
                looked_at += 1
                if slot in ("club", "home", "away", "against"):
                    how = event["args"].get("how")
                    known = set(words(value)) if value.startswith("?") else clubs[value]
                    if how not in ("epithet", "descriptor") and not known & set(words(text)):
                        yield where, "no form of that club"
                elif slot in ("person", "replaces", "replaced_by"):
                    if event["type"] == "tenure" and not set(words(text)) <= set(words(value)):
                        yield where, "other words than the name's"
                elif slot == "value" or f"{slot}_earliest" in event["args"]:
                    dates.append((where, text, value, event["type"] == "date"))
                elif isinstance(value, int) and not isinstance(value, bool):
                    numbers = {int(n) for n in re.findall(r"\d+", text)}
                    numbers |= {NUMBERS[word] for word in words(text) if numbers and word in NUMBERS}
                    if numbers and value not in numbers:
                        yield where, "another number"
    # A year of four digits, or two in an interval, makes an expression one that needs no context; seasons by numbers
    # alone may be months.
    whole = [d for d in dates if re.search("[a-zA-Z]", d[1]) and
             len(re.findall(r"\b(?:1[89]|20)\d\d\b", d[1])) > ("/" in d[2] and not d[2].endswith("-06"))]
    alone = parsed_alone(program, sorted({d[1] for d in whole}))
    for where, text, value, mention in whole:
        if text in alone and alone[text] != value and (mention or value not in alone[text].split("/")):
            yield where, f"alone it is {alone[text]}"
    print(f"{folder}: {looked_at} slots looked at, {len(whole)} of {len(dates)} dates parsed alone")


def by_document(output):
    files = {}
    for line in output.decode().splitlines(keepends=True):
        entry = json.loads(line)
        if entry["type"] != "run":
            files.setdefault(pathlib.Path(entry["doc"]).with_suffix(".jsonl").name, []).append(line)
    return {name: "".join(lines) for name, lines in files.items()}


# By name: what stands above the article, between its paragraphs, below it.
MESS = {
    "a menu with an item a line": ("Home\nNews\nSerie A\nCalciomercato\nVideo\nContatti\n\n", "", ""),
    "advertisements": ("", "Pubblicità", ""),
    "links": ("", "LEGGI ANCHE: Le pagelle della domenica", ""),
    "no comments": ("", "0 commenti", ""),
    "a foot": ("", "", "\n\nCondividi su Facebook\nWhatsApp\n\n© RIPRODUZIONE RISERVATA\n\nTAG: calcio, panchine\n"),
}


def with_mess(text, name):
    above, between, below = MESS[name]
    paragraphs = text.split("\n\n")
    if between:
        paragraphs = [p + ("\n\n" + between if len(p) > 200 else "") for p in paragraphs[:-1]] + paragraphs[-1:]
    return above + "\n\n".join(paragraphs) + below


def told(output):
    facts = collections.defaultdict(list)
    for line in output.decode().splitlines():
        event = json.loads(line)
        if "args" in event:
            facts[event["doc"]].append((event["type"], json.dumps(event["args"], sort_keys=True, ensure_ascii=False)))
    return {doc: collections.Counter(events) for doc, events in facts.items()}


def mess_problems(program):
    clean = told(extract(program, ARTICLES))
    for name in MESS:
        with tempfile.TemporaryDirectory() as folder:
            for path in ARTICLES.iterdir():
                messy = with_mess(path.read_bytes().decode(), name)
                (pathlib.Path(folder) / path.name).write_bytes(messy.encode())
            found = told(extract(program, folder))
        for doc in sorted(clean):
            now = found.get(doc, collections.Counter())
            for sign, events in (("-", clean[doc] - now), ("+", now - clean[doc])):
                for kind, args in events:
                    yield f"{name}, {doc}", f"{sign} {kind} {args}"


def main():
    program, what, *folders = sys.argv[1:]
    program = str(pathlib.Path(program).resolve())
    bad = 0
    if what == "invariants":
        for folder in [ARTICLES, *map(pathlib.Path, folders)]:
            for arguments in ([], ["--factuality", "all"]):
                for where, problem in problems(program, folder, arguments):
                    bad += 1
                    print(f"{where}: {problem}")
    elif what == "slots":
        for folder in [ARTICLES, *map(pathlib.Path, folders)]:
            for where, problem in slot_problems(program, folder):
                bad += 1
                print(f"{where}: {problem}")
    elif what == "mess":
        for where, problem in mess_problems(program):
            bad += 1
            print(f"{where}: {problem[:200]}")
    elif what == "workers":
        first = extract(program, ARTICLES, "-j", 1)
        files = sorted(ARTICLES.iterdir(), reverse=True)
        others = {
            "8 workers": extract(program, ARTICLES, "-j", 8),
            "C locale": extract(program, ARTICLES, environment={"LC_ALL": "C", "TZ": "Asia/Tokyo"}),
            "Italian locale": extract(program, ARTICLES, environment={"LC_ALL": "it_IT.UTF-8"}),
            "files the other way round": extract(program, "--root", ARTICLES, *files),
        }
        for name, output in others.items():
            if name.startswith("files"):
                equal = by_document(output) == by_document(first)
            else:
                equal = output == first
            if not equal:
                bad += 1
                print(f"{name}: another output")
    elif what in ("golden", "update"):
        now = by_document(extract(program, ARTICLES))
        if what == "update":
            EVENTS.mkdir(exist_ok=True)
            for path in EVENTS.glob("*.jsonl"):
                path.unlink()
            for name, text in now.items():
                (EVENTS / name).write_bytes(text.encode())
            return
        golden = {path.name: path.read_bytes().decode() for path in EVENTS.glob("*.jsonl")}
        for name in sorted(now.keys() | golden.keys()):
            old, new = golden.get(name, ""), now.get(name, "")
            if old != new:
                bad += 1
                difference = difflib.unified_diff(old.splitlines(), new.splitlines(), f"samples/events/{name}", "now",
                                                  lineterm="", n=0)
                print("\n".join(line[:400] for line in difference))
    else:
        sys.exit(__doc__)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
