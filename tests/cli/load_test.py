"""What `load`, `eval` and `report` do with what they are given."""
import json
import re
import sqlite3
import subprocess
import unittest

import program
from program import SOURCES, FolderTest, run

RUN = '{"type":"run","schema":1,"program":"panchina 0","rules":"r","options":{}}\n'


def document(doc, events):
    return json.dumps({"type": "document", "doc": doc, "status": "ok", "published": None, "published_from": None,
                       "title": None, "sha256": "00", "encoding": "utf-8", "replaced": 0, "chars": 9,
                       "events": events, "error": None}) + "\n"


def tenure(doc, id, person="Massimo Carrera", text="Carrera", **args):
    return json.dumps({"type": "tenure", "id": id, "doc": doc, "section": 0, "factuality": "asserted",
                       "confidence": 0.9, "args": {"person": person, "person_key": "massimo-carrera", "club": "bari",
                                                   "role": "head_coach", **args},
                       "evidence": [{"start": 0, "end": 7, "text": text, "sentence": 0, "rule": "tenure.x",
                                     "cue": "in_post", "slots": {"person": [0, 7]}, "inferred": {}}]}) + "\n"


class Load(FolderTest):
    def setUp(self):
        super().setUp()
        self.events, self.database = self.top / "events.jsonl", self.top / "facts.db"

    def load(self, text, *arguments, **kwargs):
        self.events.write_text(text)
        return run("load", self.events, "--db", self.database, *arguments, **kwargs)

    def rows(self, query):
        connection = sqlite3.connect(self.database)
        self.addCleanup(connection.close)
        return connection.execute(query).fetchall()

    def test_twice_is_once(self):
        text = RUN + document("a", 1) + tenure("a", "1")
        first = self.load(text, "--json")
        self.assertEqual(first.returncode, 0, first.stderr)
        summary = re.search(rb"{.*}", first.stderr).group()
        self.assertEqual(json.loads(summary)["events"], {"added": 1, "changed": 0, "deleted": 0, "unchanged": 0})
        self.assertIn(b"1 unchanged", self.load(text).stderr)
        self.assertEqual(self.rows("SELECT person, club FROM tenure"), [("Massimo Carrera", "bari")])
        self.assertGreater(self.rows("SELECT COUNT(*) FROM club")[0][0], 100)

    def test_standard_input(self):
        done = run("load", "-", "--db", f"sqlite:{self.database}", input=(RUN + document("a", 0)).encode())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.rows("SELECT doc FROM document"), [("a",)])

    def test_dry_run_says_what_would_change(self):
        done = self.load(RUN + document("a", 1) + tenure("a", "1"), "--dry-run")
        self.assertEqual((done.returncode, done.stdout), (0, b"new      a +1\n"))
        self.assertFalse(self.database.exists())
        self.load(RUN + document("a", 1) + tenure("a", "1") + document("b", 0))
        done = self.load(RUN + document("a", 1) + tenure("a", "2") + document("b", 0), "-n")
        self.assertEqual(done.stdout, b"changed  a +1 -1\n")
        self.assertEqual(self.rows("SELECT id FROM event"), [("1",)])

    def test_a_document_that_lacks_events_is_refused(self):
        done = self.load(RUN + document("a", 2) + tenure("a", "1") + document("b", 0))
        self.assertEqual(done.returncode, 3)
        self.assertIn(f"{self.events}:2: missing-events".encode(), done.stderr)
        self.assertEqual(self.rows("SELECT doc FROM document"), [("b",)])

    def test_what_is_no_output_of_a_run(self):
        for text, words in ((RUN + document("a", 1) + "rubbish\n", f"{self.events}:3: malformed"),
                            (document("a", 0), f"{self.events}:1: no-run"),
                            (RUN.replace('"schema":1', '"schema":2'), f"{self.events}:1: unknown-schema"),
                            (RUN + document("a", 1) + tenure("a", "1", interim="yes"), "`interim` should be true")):
            done = self.load(text)
            self.assertEqual(done.returncode, 1)
            self.assert_one_error(done, words)
            self.assertEqual(self.rows("SELECT COUNT(*) FROM sqlite_schema"), [(0,)])

    def test_files_that_are_not_there(self):
        self.assert_one_error(run("load", self.top / "none.jsonl", "--db", self.database), "none.jsonl")
        self.assert_one_error(run("load", self.top, "--db", self.database), self.top)
        self.events.write_text(RUN)
        for database in (self.top / "no" / "facts.db", "postgresql://x:secret@/y?host=/no/such/folder"):
            done = run("load", self.events, "--db", database)
            self.assertEqual(done.returncode, 1)
            self.assertNotIn(b"secret", done.stderr)
        self.assertEqual(run("load", self.events).returncode, 2)

    def test_a_full_output_of_a_dry_run(self):
        self.events.write_text(RUN + document("a", 0))
        with open("/dev/full", "wb") as full:
            done = subprocess.run([program.PROGRAM, "load", self.events, "--db", self.database, "-n"], stdout=full,
                                  stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 1)

    def test_what_extract_writes_is_what_extract_loads(self):
        self.assertEqual(self.extract("-o", self.events, "--db", self.top / "direct.db").returncode, 0)
        self.assertEqual(run("load", self.events, "--db", self.database).returncode, 0)
        again = run("load", self.events, "--db", self.top / "direct.db", "--dry-run")
        self.assertEqual((again.returncode, again.stdout), (0, b""))


class Report(FolderTest):
    HOSTILE = "</script><img src=x onerror=alert(1)>\u2028&\"'"

    def page(self, *arguments):
        out = self.top / "report.html"
        done = run("report", *arguments, "-o", out)
        self.assertEqual(done.returncode, 0, done.stderr)
        return out.read_text(encoding="utf-8")

    def data(self, page):
        return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S).group(1))

    def test_is_self_contained_and_escaped(self):
        events = self.top / "events.jsonl"
        events.write_text(RUN + document("a.txt", 1) + tenure("a.txt", "1", self.HOSTILE, self.HOSTILE))
        page = self.page(events)
        self.assertNotIn("<img", page)
        self.assertNotIn("\u2028", page)
        self.assertEqual(page.count("</script>"), 2)
        self.assertNotIn("http", page.replace("http-equiv", "").replace("http://www.w3.org/2000/svg", ""))
        self.assertIn("default-src 'none'", page)
        self.assertNotIn("unsafe", page)
        event = self.data(page)["articles"][0]["events"][0]
        self.assertEqual((event["args"]["person"], event["evidence"][0]["text"]), (self.HOSTILE, self.HOSTILE))

    def test_policy_names_the_script_and_style_that_stand_there(self):
        import base64
        import hashlib
        events = self.top / "events.jsonl"
        events.write_text(RUN + document("a", 0))
        page = self.page(events)
        policy = re.search(r'content="(default-src[^"]*)"', page).group(1)
        for kind, content in (("style", re.search(r"<style>(.*?)</style>", page, re.S).group(1)),
                              ("script", re.search(r"<script>(.*?)</script>", page, re.S).group(1))):
            digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
            self.assertIn(f"{kind}-src 'sha256-{digest}'", policy)

    def test_shows_articles_and_gold_and_the_same_from_a_database(self):
        samples = SOURCES / "samples"
        events, database = self.top / "events.jsonl", self.top / "facts.db"
        done = run("extract", samples / "articles", "-o", events, "--db", database)
        self.assertEqual(done.returncode, 0, done.stderr)
        one = self.data(self.page(events, "--texts", samples / "articles", "--gold", samples / "gold"))
        two = self.data(self.page("--db", database, "--texts", samples / "articles"))
        self.assertTrue(one.pop("errors"))
        self.assertEqual(one, two)
        for article in one["articles"]:
            text = (samples / "articles" / article["doc"]).read_bytes().decode()
            self.assertEqual(article["text"], text)

    def test_an_id_does_not_lead_out_of_the_folder(self):
        (self.top / "secret").write_text("secret words")
        events = self.top / "events.jsonl"
        events.write_text(RUN + document("../secret", 0) + document(str(self.top / "secret"), 0))
        self.assertNotIn("secret words", self.page(events, "--texts", self.articles))

    def test_mistakes(self):
        self.assertEqual(run("report", "-o", self.top / "x").returncode, 2)
        self.assertEqual(run("report", self.top / "none", "-o", self.top / "x").returncode, 1)
        self.assertEqual(run("report", "--db", self.top / "none.db", "-o", self.top / "x").returncode, 1)
        self.assertFalse((self.top / "x").exists())


class Eval(FolderTest):
    def test_names_errors_with_rule_and_passage(self):
        gold = self.top / "gold"
        gold.mkdir()
        (gold / "ascoli.json").write_text(json.dumps({
            "doc": "ascoli.txt", "mentions": [{"type": "club", "text": "Ascoli", "club": "ascoli"}],
            "facts": [], "traps": [{"type": "tenure", "person": "Massimo Carrera", "club": "bari", "role": "head_coach"}]}))
        events = self.top / "events.jsonl"
        events.write_text(RUN + document("ascoli.txt", 1) + tenure("ascoli.txt", "1"))
        done = run("eval", "--gold", gold, "--texts", self.articles, "--events", events, "--errors")
        text = done.stdout.decode()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(text, "ascoli.txt  tenure false assertion: .*by tenure.x  from 'Carrera'")
        self.assertIn("ascoli.txt  club missed: 'Ascoli' = ascoli", text)
        self.assertIn("false assertions: 1 of 1", text)

    def test_mistakes(self):
        self.assertEqual(run("eval", self.articles).returncode, 2)
        self.assertEqual(run("eval", "--gold", self.top / "none", self.articles).returncode, 1)
        self.assertEqual(run("eval", "--gold", self.articles, self.articles).returncode, 1)


if __name__ == "__main__":
    unittest.main()
