#!/usr/bin/env python3
"""A corpus of Italian football articles for the benchmark: as many bytes as asked for, always the same.

    corpus.py FOLDER [--megabytes 100] [--seed 1]

Articles of 3 to 6 KB, made of the paragraphs of samples/articles: the order of paragraphs and sentences
varies, and names, clubs, dates, years and scores are drawn anew in each article (one name stays one name
within it), so that no cache of a replicated text flatters.
"""
import argparse
import json
import pathlib
import random
import re

TOP = pathlib.Path(__file__).resolve().parents[2]
MONTHS = ("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
          "dicembre").split()
SLOT = re.compile(
    r"(?P<day>\b\d{1,2}°? (?:" + "|".join(MONTHS) + r")\b)"
    r"|(?P<month>\b(?:" + "|".join(MONTHS) + r")\b)"
    r"|(?P<year>\b(?:19|20)\d\d\b)"
    r"|(?P<numeric>\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b)"
    r"|(?P<score>\b\d-\d\b)"
    r"|(?P<name>\b[A-Z][a-zàèéìòù']{2,}(?: [A-Z][a-zàèéìòù']{2,}){0,2}\b)")
SENTENCE_END = re.compile(r"(?<=[.!?»\"])\s+(?=[A-ZÈ«\"])")


def words_of(path):
    return [line.split("\t")[0].strip() for line in path.read_text("utf-8").splitlines()
            if line.strip() and not line.startswith("#")]


class Words:
    def __init__(self):
        lexicon = TOP / "rules" / "lexicon"
        clubs = [json.loads(line) for line in (lexicon / "clubs.jsonl").read_text("utf-8").splitlines()]
        # Clubs of the upper leagues are named far more often than the rest.
        self.clubs = [c["name"] for c in clubs if c.get("country", "IT") in ("IT", "Italy", None)]
        self.clubs = self.clubs or [c["name"] for c in clubs]
        self.club_names = {c["name"] for c in clubs}
        for club in clubs:
            self.club_names.update(a if isinstance(a, str) else a.get("form", "")
                                   for a in club.get("aliases", []))
        self.given = [w.title() for w in words_of(lexicon / "names_it_core.txt")]
        self.surnames = [w.title() for w in words_of(lexicon / "surnames_it.txt")]


class Template:
    """A sentence as literal text and slots."""

    def __init__(self, text, words, known_surnames):
        self.pieces = []
        at = 0
        for match in SLOT.finditer(text):
            kind, value = match.lastgroup, match.group()
            if kind == "name":
                if value in words.club_names:
                    kind = "club"
                elif " " not in value and value not in known_surnames:
                    continue
            self.pieces += [text[at:match.start()], (kind, value)]
            at = match.end()
        self.pieces.append(text[at:])


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.words = Words()
        given = set(self.words.given)
        self.articles = []
        for path in sorted((TOP / "samples" / "articles").glob("*.txt")):
            text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
            surnames = {m.group().split()[-1] for m in SLOT.finditer(text)
                        if m.lastgroup == "name" and m.group().split()[0] in given}
            paragraphs = []
            for paragraph in text.split("\n"):
                sentences = SENTENCE_END.split(paragraph) if len(paragraph) > 200 else [paragraph]
                paragraphs.append([Template(s, self.words, surnames) for s in sentences])
            self.articles.append(paragraphs)

    def value(self, kind, old, drawn):
        """What stands for `old`, the same all over one article where that is a name."""
        rnd = self.random
        if kind == "day":
            return f"{rnd.randint(1, 28)} {rnd.choice(MONTHS)}"
        if kind == "month":
            return rnd.choice(MONTHS)
        if kind == "year":
            return str(rnd.randint(1960, 2024))
        if kind == "numeric":
            return f"{rnd.randint(1, 28):02}.{rnd.randint(1, 12):02}.{rnd.randint(1990, 2024)}"
        if kind == "score":
            return f"{rnd.randint(0, 4)}-{rnd.randint(0, 3)}"
        if (kind, old) not in drawn:
            if kind == "club":
                # Half of all from two hundred names, as in a season.
                pool = self.words.clubs
                at = rnd.randrange(200 if rnd.random() < 0.5 else len(pool)) % len(pool)
                drawn[kind, old] = pool[at]
            else:
                surname = drawn.setdefault(("surname", old.split()[-1]),
                                           rnd.choice(self.words.surnames))
                first = rnd.choice(self.words.given)
                drawn[kind, old] = f"{first} {surname}" if " " in old else surname
        return drawn[kind, old]

    def article(self):
        rnd = self.random
        size = rnd.randint(3000, 6000)
        drawn, out, length = {}, [], 0
        while length < size:
            paragraphs = rnd.choice(self.articles)
            start = rnd.randrange(max(1, len(paragraphs) // 2)) if out else 0
            for paragraph in paragraphs[start:]:
                sentences = list(paragraph)
                if len(sentences) > 2 and rnd.random() < 0.5:
                    rnd.shuffle(sentences)
                text = " ".join("".join(p if isinstance(p, str) else self.value(*p, drawn)
                                        for p in sentence.pieces) for sentence in sentences)
                out.append(text)
                length += len(text) + 1
                if length >= size:
                    break
        return "\n".join(out) + "\n"


def generate(folder, megabytes, seed=1, start=0):
    """Writes the corpus below `folder`, a thousand articles a folder; returns bytes and articles."""
    generator = Generator(seed)
    total, count = 0, start
    while total < megabytes * 1e6:
        path = folder / f"{count // 1000:03}" / f"{count % 1000:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        data = generator.article().encode("utf-8")
        path.write_bytes(data)
        total += len(data)
        count += 1
    return total, count - start


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print("%d bytes in %d articles" % generate(options.folder, options.megabytes, options.seed))
