"""What becomes of the output when something goes wrong: nothing half, nothing lost, nothing silent."""
import csv
import io
import json
import os
import resource
import signal
import sqlite3
import subprocess
import time
import unittest

import program
from program import FolderTest, documents_of, lines_of, run


def start(*arguments, **kwargs):
    kwargs.setdefault("stdout", subprocess.PIPE)
    return subprocess.Popen([program.PROGRAM, *map(str, arguments)], stderr=subprocess.PIPE, **kwargs)


def wait_for(path):
    for _ in range(6000):
        if path.exists():
            return
        time.sleep(0.005)
    raise AssertionError(f"{path} did not appear")


class FullDisk(FolderTest):
    def test_dev_full(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([program.PROGRAM, "extract", self.articles], stdout=full,
                                  stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"No space left on device", done.stderr)

    def test_dev_full_as_output(self):
        done = self.extract("-o", "/dev/full")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"No space left on device", done.stderr)

    def test_every_command_that_writes(self):
        for command in (["schema"], ["schema", "--duckdb"], ["completion", "bash"], ["--help"],
                        ["--version"], ["extract", "--help"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([program.PROGRAM, *command], stdout=full,
                                      stderr=subprocess.PIPE, check=False)
            self.assertEqual(done.returncode, 1, command)

    def test_a_file_that_may_not_grow(self):
        self.many_articles(200)
        out = self.top / "events.jsonl"
        out.write_text("as before\n")

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (16384, 16384))

        done = self.extract("-o", out, preexec_fn=limit)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"File too large", done.stderr)
        self.assertEqual(out.read_text(), "as before\n")
        self.assertEqual(self.left_over(), [])


class ClosedPipe(FolderTest):
    def test_it_ends_quietly(self):
        self.many_articles(400)
        process = start("extract", self.articles)
        process.stdout.read(10)
        process.stdout.close()
        errors = process.stderr.read()
        process.stderr.close()
        self.assertEqual(process.wait(60), 0)
        self.assertEqual(errors, b"")


class Signals(FolderTest):
    def interrupted(self, number, appears, *arguments):
        """Exit code and standard error of a run that gets the signal once `appears` is there."""
        self.many_articles(1500)
        process = start("extract", self.articles, *arguments)
        wait_for(appears)
        process.send_signal(number)
        _, errors = process.communicate(timeout=60)
        return process.returncode, errors.decode()

    def check(self, number, code):
        out = self.top / "events.jsonl"
        out.write_text("as before\n")
        returned, errors = self.interrupted(number, self.top / "events.jsonl.tmp", "-o", out)
        self.assertEqual(returned, code, errors)
        self.assertIn("run the same command again", errors)
        self.assertEqual(out.read_text(), "as before\n")
        self.assertEqual(self.left_over(), [])

    def test_sigint(self):
        self.check(signal.SIGINT, 130)

    def test_sigterm(self):
        self.check(signal.SIGTERM, 143)

    def test_what_is_whole_stays_in_the_database(self):
        database = self.top / "facts.db"
        returned, errors = self.interrupted(signal.SIGINT, database, "--db", database)
        self.assertEqual(returned, 130, errors)
        with sqlite3.connect(database) as connection:
            for doc, events in connection.execute("SELECT doc, events FROM document"):
                held = connection.execute("SELECT count(*) FROM event WHERE doc = ?", (doc,))
                self.assertEqual(held.fetchone()[0], events)


class TwoRuns(FolderTest):
    def test_the_second_is_refused(self):
        out = self.top / "events.jsonl"
        self.many_articles(6000)
        first = start("extract", self.articles, "-o", out)
        wait_for(self.top / "events.jsonl.tmp")
        time.sleep(0.2)  # the lock comes right after the file
        first.send_signal(signal.SIGSTOP)
        second = self.extract("-o", out)
        first.send_signal(signal.SIGCONT)
        first.communicate(timeout=60)
        self.assertEqual(second.returncode, 1)
        self.assert_one_error(second, "events.jsonl", first.pid)
        self.assertEqual(first.returncode, 0)
        self.assertEqual(len(documents_of(out.read_bytes())), 6003)
        self.assertEqual(self.left_over(), [])


class Killed(FolderTest):
    def test_at_many_moments_the_old_state_or_the_new(self):
        self.many_articles(300)
        undisturbed = self.top / "undisturbed.jsonl"
        begin = time.monotonic()
        self.assertEqual(self.extract("-o", undisturbed).returncode, 0)
        seconds = time.monotonic() - begin
        whole = undisturbed.read_bytes()
        out = self.top / "events.jsonl"
        moments = 50
        for moment in range(moments):
            process = start("extract", self.articles, "-o", out, stdout=subprocess.DEVNULL)
            time.sleep(seconds * 1.1 * moment / moments)
            process.kill()
            process.communicate()
            if out.exists():
                self.assertEqual(out.read_bytes(), whole)
                out.unlink()
        self.assertEqual(self.extract("-o", out).returncode, 0)
        self.assertEqual(out.read_bytes(), whole)
        self.assertEqual(self.left_over(), [])


class Forms(FolderTest):
    def test_json_is_one_array_of_the_same_lines(self):
        lines = lines_of(self.extract().stdout)
        self.assertEqual(json.loads(self.extract("--format", "json").stdout), lines)

    def test_csv_has_a_row_for_each_event(self):
        events = [e for e in lines_of(self.extract().stdout) if e["type"] not in ("run", "document")]
        text = self.extract("--format", "csv").stdout.decode()
        rows = list(csv.DictReader(io.StringIO(text)))
        self.assertEqual([row["id"] for row in rows], [event["id"] for event in events])
        for row, event in zip(rows, events):
            self.assertEqual(int(row["start_offset"]), event["evidence"][0]["start"])
            for name, value in event["args"].items():
                shown = {None: "", True: "true", False: "false"}.get(value, str(value)) \
                    if not isinstance(value, int) or isinstance(value, bool) else str(value)
                self.assertEqual(row[name], shown, name)

    def test_csv_safe(self):
        self.put("=1+1.txt", program.ASCOLI)
        rows = csv.DictReader(io.StringIO(self.extract("--format", "csv", "--csv-safe").stdout.decode()))
        self.assertEqual({row["doc"][:2] for row in rows if "1+1" in row["doc"]} - {"'="}, set())

    def test_mentions_can_be_left_out(self):
        types = {e["type"] for e in lines_of(self.extract("--mentions", "none").stdout)}
        self.assertEqual(types & {"date", "club"}, set())

    def test_only_asserted_events_unless_all_are_asked_for(self):
        events = [e for e in lines_of(self.extract().stdout) if "factuality" in e]
        self.assertEqual({e["factuality"] for e in events} - {"asserted"}, set())

    def test_document_lines_count_their_events(self):
        counts = {}
        lines = lines_of(self.extract().stdout)
        for line in lines[1:]:
            if line["type"] == "document":
                counts[line["doc"]] = [line["events"], 0]
            else:
                counts[line["doc"]][1] += 1
        self.assertTrue(all(said == seen for said, seen in counts.values()), counts)

    def test_saved_text_is_what_offsets_count_in(self):
        self.put("a.html", "<html><body><article><h1>Ascoli</h1><p>L&rsquo;Ascoli batte il Treviso "
                 "2-1 &egrave; il 12 marzo 2012, davanti a seimila spettatori, e sale al terzo posto "
                 "della classifica.</p></article></body></html>")
        done = self.extract("--save-text", self.top / "testi")
        self.assertEqual(done.returncode, 0, done.stderr)
        for event in lines_of(done.stdout):
            for evidence in event.get("evidence", []):
                name = event["doc"] + ("" if event["doc"].endswith(".txt") else ".txt")
                with open(self.top / "testi" / name, encoding="utf-8", newline="") as text:
                    self.assertEqual(text.read()[evidence["start"]:evidence["end"]],
                                     evidence["text"])


class Again(FolderTest):
    def summary(self, done):
        return json.loads(done.stderr.decode().splitlines()[-1])

    def test_unchanged_articles_are_skipped_and_the_bytes_are_the_same(self):
        out, fresh = self.top / "events.jsonl", self.top / "fresh.jsonl"
        self.assertEqual(self.summary(self.extract("-o", out, "--json"))["unchanged"], 0)
        self.assertEqual(self.summary(self.extract("-o", out, "--json"))["unchanged"], 3)
        self.put("bari/2021.txt", program.BARI.replace("2022", "2023"))
        self.put("nuovo.txt", program.ASCOLI)
        (self.articles / "tempo.txt").unlink()
        self.assertEqual(self.summary(self.extract("-o", out, "--json"))["unchanged"], 1)
        self.extract("-o", fresh)
        self.assertEqual(out.read_bytes(), fresh.read_bytes())
        self.assertEqual(self.summary(self.extract("-o", out, "--json", "--force"))["unchanged"], 0)
        self.assertEqual(out.read_bytes(), fresh.read_bytes())

    def test_other_options_extract_again(self):
        out = self.top / "events.jsonl"
        self.extract("-o", out)
        for option in (["--mentions", "none"], ["--offsets", "byte"], ["--published", "2020-01-01"]):
            done = self.extract("-o", out, "--json", *option)
            self.assertEqual(self.summary(done)["unchanged"], 0, option)

    def test_a_damaged_output_is_not_taken_over(self):
        out, fresh = self.top / "events.jsonl", self.top / "fresh.jsonl"
        self.extract("-o", fresh)
        whole = fresh.read_bytes()
        for damaged in (whole[:-40], whole[:len(whole) // 2], whole.replace(b'"ok"', b'"error"', 1),
                        b"", b"rubbish\n"):
            out.write_bytes(damaged)
            self.assertEqual(self.extract("-o", out).returncode, 0)
            self.assertEqual(out.read_bytes(), whole)

    def test_the_database_skips_too(self):
        database = self.top / "facts.db"
        self.assertEqual(self.summary(self.extract("--db", database, "--json"))["unchanged"], 0)
        self.assertEqual(self.summary(self.extract("--db", database, "--json"))["unchanged"], 3)
        self.put("tempo.txt", program.ASCOLI)
        self.assertEqual(self.summary(self.extract("--db", database, "--json"))["unchanged"], 2)


class Determinism(FolderTest):
    def test_workers_locale_timezone_and_file_order_change_nothing(self):
        self.many_articles(60)
        reference = self.extract("-j1").stdout
        variants = [(["-j2"], {}), (["-j8"], {}), (["-j1"], {"LC_ALL": "C"}),
                    (["-j3"], {"LC_ALL": "it_IT.UTF-8", "LANG": "it_IT.UTF-8"}),
                    (["-j1"], {"TZ": "Pacific/Kiritimati"}), (["-j1"], {"TZ": "America/Adak"})]
        for options, env in variants:
            self.assertEqual(self.extract(*options, env=env).stdout, reference, (options, env))
        paths = sorted(self.articles.rglob("*.txt"), reverse=True)
        listed = run("extract", "--files-from", "-", "--root", self.articles,
                     input=b"\n".join(os.fsencode(p) for p in paths)).stdout
        self.assertEqual(sorted(listed.splitlines()), sorted(reference.splitlines()))


if __name__ == "__main__":
    unittest.main()
