"""The analyst's commands: what is wrong with rules, why and why not, what an edit changes."""
import json
import pathlib
import re
import shutil
import subprocess
import time
import unittest

import program
from program import BARI, FolderTest, SOURCES, run

TENURE = "emit.type = \"tenure\"\nemit.role = \"head_coach\"\n"
TESTS = "tests = '''\n+ Rossi.\n- Niente.\n'''\n"

# `⟦code⟧` stands right before the place where a mistake of that code is told.
MISTAKES = {
    "events/a.toml": [
        ["⟦unknown-key⟧wenn = 'x'", "when = '''{person:person} <esonerare>'''"],
        ["when = '''{⟦unknown-slot-type⟧persn:person} <esonerare>'''"],
        ["when = '''{person:⟦slot-name⟧Person} <esonerare>'''"],
        ["when = '''{person:person} <⟦unknown-verb⟧esonerrare>'''"],
        ["when = '''{person:person} <⟦unknown-class⟧@dismis>'''"],
        ["when = '''{person:person} <esonerare.⟦verb-feature⟧passiv>'''"],
        ["when = '''{person:person} ⟦unclosed⟧(<esonerare>'''"],
        ["when = '''{person:person} <esonerare>⟦bracket⟧)'''"],
        ["when = '''⟦no-trigger⟧... (ieri)?'''"],
        ["when = '''{person:person} {date:end kind=⟦slot-feature⟧dai} <esonerare>'''"],
        ["when = '''{person:person} ⟦gap-length⟧...99 <esonerare>'''"],
        ["when = '''{person:person} ⟦unknown-preposition⟧DAL <esonerare>'''"],
        ["when = '''{person:person} <esonerare> ⟦repeated-slot⟧{person:person}'''"],
        ["when = '''{person:person} <esonerare>'''", "emit.⟦unknown-arg⟧rolle = \"x\""],
        ["when = '''{person:person} <esonerare>'''", "emit.end_cause = ⟦unknown-value⟧\"dismised\""],
        ["when = '''{person:person} <esonerare>'''", "missing.end = \"⟦unknown-missing⟧fokus\""],
        ["when = '''{person:person} <esonerare>'''", "where = '''person != ⟦unknown-slot⟧pirson'''"],
        ["when = '''{person:person} <esonerare>'''",
         "with.end = '''⟦adjunct-slot⟧{date:start}'''"],
    ],
    "tables/a.toml": """[[table]]
id = "t"
block = ["table", "⟦unknown-block⟧tabel"]
separator = "line|⟦unknown-separator⟧lin"
row = '''{club:club} {number:points}'''
emit.type = "standing"
emit.position = "rank()"
tests = '''
+ a
- b
'''
""",
    "blocks/zz.toml": """[[block]]
id = "zz"
label = ⟦unknown-label⟧"relate"
begins = ["zz"]
tests = '''
+ a
- b
'''
""",
    "mentions/zz.toml": """[[mention]]
id = "zz"
type = ⟦unknown-type⟧"dat"
match = '''zz {year:year}'''
value = "{year}"
tests = '''
+ l'anno [zz 1999] => 1999
- zz venti
'''
""",
}


def rule(number, lines):
    return f"[[rule]]\nid = \"r{number}\"\n" + "".join(f"{l}\n" for l in lines) + TENURE + TESTS + "\n"


def unmarked(text):
    """The text without marks, and (line, column, code) of each."""
    places = []
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        while mark := re.search("⟦([^⟧]*)⟧", line):
            places.append((number, mark.start() + 1, mark.group(1)))
            line = line[:mark.start()] + line[mark.end():]
        lines[number - 1] = line
    return "\n".join(lines), places


class RulesFolder(FolderTest):
    def setUp(self):
        super().setUp()
        self.rules = self.copy("rules")

    def copy(self, name, events=None):
        """A copy of the project's rules; with `events` no event or table rules but these."""
        folder = self.top / name
        program.copy_rules(folder)
        if events is not None:
            for kind in ("events", "tables"):
                shutil.rmtree(folder / kind)
                (folder / kind).mkdir()
            (folder / "events/a.toml").write_text(events, "utf-8")
        return folder

    def write(self, name, text):
        (self.rules / name).write_text(text, "utf-8")


class Check(RulesFolder):
    def test_the_projects_own_rules_are_well(self):
        done = run("check")
        self.assertEqual((done.returncode, done.stderr), (0, b""), done.stderr.decode())
        self.assertRegex(done.stdout.decode(), r"^\d+ rules, \d+ tests: all is well\n$")

    def test_all_mistakes_at_their_places_in_one_run(self):
        expected = set()
        for name, content in MISTAKES.items():
            if isinstance(content, list):
                content = "".join(rule(i, lines) for i, lines in enumerate(content))
            text, places = unmarked(content)
            expected |= {(name, *place) for place in places}
            self.write(name, text)
        self.assertGreaterEqual(len({place[3] for place in expected}), 20)
        done = run("check", "--rules", self.rules)
        self.assertEqual(done.returncode, 2)
        output = done.stderr.decode()
        found = {(m[1], int(m[2]), int(m[3]), m[4])
                 for m in re.finditer(r"^(\S+):(\d+):(\d+): ([a-z-]+): ", output, re.M)}
        self.assertEqual(found, expected)
        # Each with its line and a caret below the place.
        for name, line, column, code in expected:
            part = output[output.index(f"{name}:{line}:{column}: {code}: "):].split("\n")
            source = (self.rules / name).read_text("utf-8").split("\n")[line - 1]
            self.assertEqual(part[1], "  " + source)
            self.assertTrue(part[2].startswith("  " + " " * (column - 1) + "^"), part[:3])
        self.assertIn("did you mean «esonerare»?", output)
        listed = json.loads(run("check", "--rules", self.rules, "--json").stdout)
        self.assertEqual({(d["file"], d["line"], d["column"], d["code"]) for d in listed}, expected)

    def test_a_noun_that_no_list_inflects(self):
        self.write("events/a.toml", "[[rule]]\nid = \"r\"\nwhen = '''{person:person} (~cavallo|~esonero)'''\n" +
                   TENURE + "tests = '''\n+ Paolo Rossi, cavallo.\n- Niente.\n'''\n")
        done = run("check", "--rules", self.rules)
        self.assertEqual(done.returncode, 2)
        self.assertIn("events/a.toml:3:29: unknown-noun: ", done.stderr.decode())
        self.assertTrue(done.stderr.decode().endswith("\n"))

    def test_mistakes_of_words_do_not_hide_those_of_rules(self):
        words = self.rules / "words/nouns.toml"
        words.write_text(words.read_text("utf-8") + "\n[[", "utf-8")
        self.write("events/a.toml", rule(1, ["when = '''{persn:person} <esonerare>'''"]))
        output = run("check", "--rules", self.rules).stderr.decode()
        self.assertIn("words/nouns.toml", output)
        self.assertIn("events/a.toml:3:", output)
        self.assertIn("unknown-slot-type", output)

    def test_a_failing_test_is_told_with_what_was_found(self):
        self.write("events/a.toml", "[[rule]]\nid = \"r\"\nwhen = '''{person:person} <@dismiss.passive>'''\n" +
                   TENURE + "tests = '''\n+ Paolo Rossi saluta. => person=Paolo Rossi\n- Niente.\n'''\n")
        done = run("check", "--rules", self.rules)
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr.decode(), r"events/a.toml:7:1: test-failed: .*found nothing")
        done = run("test", "r", "--rules", self.rules)
        self.assertEqual(done.returncode, 2)
        self.assertIn("because:  nothing in the sentence is <@dismiss.passive>", done.stdout.decode())

    def test_no_such_folder(self):
        done = run("check", "--rules", self.top / "niente")
        self.assertEqual(done.returncode, 2)
        self.assert_one_error(done, "no such rules folder")


class Test(RulesFolder):
    def test_one_rule_and_all(self):
        done = run("test", "--json")
        report = json.loads(done.stdout)
        self.assertEqual((done.returncode, report["failed"]), (0, 0), done.stdout.decode())
        self.assertGreater(report["tests"], 1000)
        self.assertEqual(len(json.loads(run("test", "--json", "--gaps").stdout)["gaps"]),
                         report["known_gaps"])
        one = json.loads(run("test", "date.day_month_year", "--json").stdout)
        self.assertEqual(one["rules"], 1)
        done = run("test", "date.day_month_yaer")
        self.assertEqual(done.returncode, 2)
        self.assert_one_error(done, "did you mean «date.day_month_year»?")


SACKED = """[[rule]]
id = "sacked"
when = '''{person:person} ... <@dismiss.passive>'''
with.club = '''DA {club:club}'''
emit.type = "tenure"
emit.cue = "departure"
emit.role = "head_coach"
tests = '''
+ Paolo Rossi è stato esonerato dalla Roma. => person=Paolo Rossi; club=roma
- Paolo Rossi saluta la Roma.
'''
"""


class Edits(RulesFolder):
    """What an edited rule changes."""

    def setUp(self):
        super().setUp()
        for path in self.articles.rglob("*.txt"):
            path.unlink()
        self.put("uno.txt", "Roma, cambia tutto\n\nPaolo Rossi è stato esonerato dalla Roma. Ugo Verdi "
                            "è stato nominato allenatore della Lazio.\n")
        self.put("due.txt", "Bari, cambia tutto\n\nMario Neri è stato esonerato dal Bari dopo un anno.\n")
        self.old = self.copy("old", SACKED)
        # Another verb, and no club any more.
        self.edited = SACKED.replace("@dismiss.passive", "@appoint.passive").replace("esonerato", "nominato")
        self.new = self.copy("new", self.edited)
        self.slots = self.copy("slots", SACKED.replace("DA {club:club}", "CON {club:club}").replace(
            "esonerato dalla", "esonerato con la"))

    def diff(self, *arguments):
        done = run("diff", *arguments)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout.decode()

    def test_two_rule_sets_over_all_articles(self):
        text = self.diff("--rules", self.old, "--rules", self.new, self.articles)
        self.assertIn("sacked: 1 gained 2 lost\n", text)
        self.assertIn("1 gained, 2 lost, 0 changed\n", text)
        self.assertIn("+ uno.txt: tenure", text)
        self.assertIn("person=Ugo Verdi", text)
        self.assertIn("- due.txt: tenure", text)
        # The articles may stand before the rules, too.
        self.assertEqual(self.diff(self.articles, "--rules", self.old, "--rules", self.new), text)
        changes = json.loads(self.diff("--json", "--rules", self.old, "--rules", self.new, self.articles))
        self.assertEqual(sorted((c["change"], c["rule"], c["doc"]) for c in changes),
                         [("gained", "sacked", "uno.txt"), ("lost", "sacked", "due.txt"),
                          ("lost", "sacked", "uno.txt")])

    def test_two_runs(self):
        for name, rules in (("a", self.old), ("b", self.new)):
            self.assertEqual(self.extract("-o", self.top / name, "--rules", rules).returncode, 0)
        self.assertIn("1 gained, 2 lost, 0 changed\n", self.diff(self.top / "a", self.top / "b"))
        self.assertEqual(self.diff(self.top / "a", self.top / "a"), "0 gained, 0 lost, 0 changed\n")

    def test_wrong_use(self):
        for arguments in ([self.articles], ["--rules", self.old, self.articles],
                          ["--rules", self.old, "--rules", self.new],
                          ["--rules", self.old, "--rules", self.new, self.top / "niente"]):
            done = run("diff", *arguments)
            self.assertIn(done.returncode, (1, 2), arguments)
            self.assertIn(b"error:", done.stderr)

    def test_watch_tells_what_each_save_changes(self):
        watch = subprocess.Popen([program.PROGRAM, "watch", self.articles, "--rules", self.old,
                                  "--changes", "3"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            self.assertIn(b"watching", watch.stderr.readline())
            saved = []
            for text in (self.edited, "[[rule]]\n", SACKED):
                (self.old / "events/a.toml").write_text(text, "utf-8")
                if text == "[[rule]]\n":  # a bad edit: the last good rules stay
                    saved.append(watch.stderr.readline().decode())
                    continue
                lines = []
                while not lines or not lines[-1].startswith("("):
                    lines.append(watch.stdout.readline().decode())
                saved.append("".join(lines))
            watch.communicate(timeout=60)
        finally:
            watch.kill()
            watch.wait()
        self.assertEqual(watch.returncode, 0)
        self.assertIn("1 gained, 2 lost, 0 changed\n", saved[0])
        self.assertIn("events/a.toml:1:1: no-id", saved[1])
        self.assertIn("2 gained, 1 lost, 0 changed\n", saved[2])

    def test_watch_tells_what_a_run_from_the_start_would(self):
        """Saves that change one rule, take one away, let one win: the others are not matched again."""
        named = self.edited.replace("sacked", "named")
        saves = [{"b.toml": named},
                 {"b.toml": named.replace("DA {club:club}", "DI {club:club}").replace("dalla", "della")},
                 {"a.toml": None},
                 {"a.toml": SACKED, "b.toml": None},
                 {"0.toml": SACKED.replace("sacked", "first")},
                 {"a.toml": SACKED.replace("[[rule]]", "[[rule]]\npriority = 5")}]
        folders = [self.old]
        for i, files in enumerate(saves):
            folders.append(shutil.copytree(folders[-1], self.top / f"save{i}"))
            self.save(folders[-1], files)
        live = shutil.copytree(self.old, self.top / "live")
        watch = subprocess.Popen([program.PROGRAM, "watch", self.articles, "--rules", live, "--examples", "1",
                                  "--changes", str(len(saves))], stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE)
        told = set()
        try:
            watch.stderr.readline()
            for before, after, files in zip(folders, folders[1:], saves):
                self.save(live, files)
                lines = [watch.stdout.readline().decode()]
                while lines[-1] and not lines[-1].startswith("("):
                    lines.append(watch.stdout.readline().decode())
                wanted = self.diff("--rules", before, "--rules", after, self.articles)
                self.assertIn(wanted, "".join(lines[:-1]), files)
                told.add(wanted)
            watch.communicate(timeout=60)
        finally:
            watch.kill()
            watch.wait()
        self.assertGreater(len(told), 3)

    @staticmethod
    def save(rules, files):
        for name, text in files.items():
            if text is None:
                (rules / "events" / name).unlink()
            else:
                (rules / "events" / name).write_text(text, "utf-8")


class LexiconCache(RulesFolder):
    """What a start keeps of the lexicon for the next one."""

    def setUp(self):
        super().setUp()
        self.cache = self.rules / ".cache" / "lexicon"

    def events(self):
        done = run("extract", SOURCES / "samples/articles", "--rules", self.rules, "-o", "-", "-q")
        self.assertEqual(done.returncode, 0, done.stderr)
        return [line for line in done.stdout.splitlines() if b'"type":"run"' not in line]

    def test_gives_the_same_events(self):
        first = self.events()
        written = self.cache.stat().st_mtime_ns
        self.assertEqual(self.events(), first)
        self.assertEqual(self.cache.stat().st_mtime_ns, written)  # it was read

    def test_is_no_part_of_the_rules(self):
        def rules_of_run():
            done = run("extract", self.articles, "--rules", self.rules, "-q")
            return json.loads(done.stdout.splitlines()[0])["rules"]

        first = rules_of_run()
        self.cache.with_suffix(".tmp").write_bytes(b"half a lexicon, as another start writes it")
        self.assertEqual(rules_of_run(), first)

    def test_sees_every_edit(self):
        self.events()
        before = self.cache.read_bytes()
        with open(self.rules / "lexicon/clubs.jsonl", "a", encoding="utf-8") as clubs:
            clubs.write('{"id": "zugliano", "name": "Zugliano", "country": "IT"}\n')
        self.put("zugliano.txt", "Lo Zugliano ha esonerato ieri l'allenatore Ugo Verdi.\n")
        done = run("extract", self.articles, "--rules", self.rules, "-q")
        self.assertIn(b'"club":"zugliano"', done.stdout)
        self.assertNotEqual(self.cache.read_bytes(), before)

    def test_spoilt_is_written_anew(self):
        first = self.events()
        good = self.cache.read_bytes()
        self.cache.write_bytes(good[:len(good) // 2])
        self.assertEqual(self.events(), first)
        self.assertEqual(self.cache.stat().st_size, len(good))


class Why(RulesFolder):
    def test_of_an_event(self):
        events = [json.loads(line) for line in self.extract().stdout.splitlines()]
        tenure = next(e for e in events if e["type"] == "tenure")
        text = run("why", tenure["id"], self.articles).stdout.decode()
        self.assertIn(f"{tenure['doc']} {tenure['id']} tenure, asserted\n", text)
        self.assertRegex(text, r"rule tenure\.\S+ \(events/\w+\.toml:\d+\)")
        self.assertIn("   from «", text)
        told = json.loads(run("why", tenure["id"], self.articles, "--json").stdout)
        self.assertEqual(told[0]["id"], tenure["id"])
        self.assertTrue(told[0]["evidence"][0]["slots"])
        done = run("why", "ffffffffffff", self.articles)
        self.assertEqual(done.returncode, 1)
        self.assert_one_error(done, "no event «ffffffffffff»")

    def test_not(self):
        rules = self.copy("sacked", SACKED)
        done = run("why-not", "sacked", "Paolo Rossi ha lasciato la Roma.", "--rules", rules)
        self.assertIn("nothing in the sentence is <@dismiss.passive>", done.stdout.decode())
        told = json.loads(run("why-not", "sacked", "Ieri è stato esonerato.", "--rules", rules,
                              "--json").stdout)
        self.assertEqual(told[0]["wanted"], "{person:person}")
        done = run("why-not", "sackd", "Ieri.", "--rules", rules)
        self.assertEqual(done.returncode, 2)
        self.assert_one_error(done, "did you mean «sacked»?")


if __name__ == "__main__":
    unittest.main()
