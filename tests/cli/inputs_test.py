"""Bad and odd input: each with its message, its document line and its exit code."""
import os
import pathlib
import shutil
import socket
import stat
import sys
import unittest

import program
from program import FolderTest, documents_of, lines_of, run


class MissingInput(FolderTest):
    def test_a_folder_that_is_not_there(self):
        done = run("extract", self.top / "niente")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.count(b"\n"), done.stdout.count(b'{"type":"run"'))
        self.assert_one_error(done, "niente", "No such file")

    def test_an_output_is_not_touched(self):
        out = self.top / "events.jsonl"
        out.write_text("as before\n")
        done = run("extract", self.articles, self.top / "niente", "-o", out)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(out.read_text(), "as before\n")
        self.assertEqual(self.left_over(), [])

    def test_no_path(self):
        done = run("extract")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"PATH", done.stderr)

    def test_a_list_that_is_not_there(self):
        done = run("extract", "--files-from", self.top / "niente")
        self.assertEqual(done.returncode, 1)
        self.assert_one_error(done, "niente")


class UnreadableFile(FolderTest):
    def readable_program(self):
        """As root every file can be read: then the program runs as nobody, from a copy."""
        place = self.top / "program"
        program.copy_rules(place / "share/panchina/rules")
        (place / "bin").mkdir()
        shutil.copy(program.PROGRAM, place / "bin/panchina")
        for path in [self.top, *self.top.rglob("*")]:
            path.chmod(path.stat().st_mode | stat.S_IROTH | (stat.S_IXOTH if path.is_dir() else 0))
        (place / "bin/panchina").chmod(0o755)
        return place / "bin/panchina"

    def run_as_nobody(self, *arguments):
        binary = self.readable_program()
        for name in ("chiuso.txt", "chiusa"):
            path = self.articles / name
            if path.exists():
                path.chmod(0)
        options = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        old, program.PROGRAM = program.PROGRAM, str(binary)
        try:
            return run(*arguments, cwd="/", **options)
        finally:
            program.PROGRAM = old
            for name in ("chiuso.txt", "chiusa"):
                if (self.articles / name).exists():
                    (self.articles / name).chmod(0o755)

    def test_a_file_without_permission(self):
        self.put("chiuso.txt", "x")
        done = self.run_as_nobody("extract", self.articles)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assert_one_error(done, "chiuso.txt", "Permission denied")
        documents = documents_of(done.stdout)
        self.assertEqual(documents["chiuso.txt"]["status"], "error")
        self.assertEqual(documents["chiuso.txt"]["error"]["code"], "permission-denied")
        self.assertEqual(documents["ascoli.txt"]["status"], "ok")

    def test_a_folder_without_permission(self):
        (self.articles / "chiusa").mkdir()
        done = self.run_as_nobody("extract", self.articles)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assert_one_error(done, "chiusa", "Permission denied")
        self.assertEqual(len(documents_of(done.stdout)), 3)

    def test_an_output_folder_without_permission(self):
        (self.articles / "chiusa").mkdir()
        done = self.run_as_nobody("extract", self.articles, "-o", self.articles / "chiusa/e.jsonl")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"Permission denied", done.stderr)


class OddContent(FolderTest):
    def test_empty_and_blank_files_are_articles_without_events(self):
        self.put("vuoto.txt", "")
        self.put("bianco.txt", " \n\t\n")
        done = self.extract()
        self.assertEqual(done.returncode, 0, done.stderr)
        for name in ("vuoto.txt", "bianco.txt"):
            document = documents_of(done.stdout)[name]
            self.assertEqual((document["status"], document["events"]), ("ok", 0))

    def test_a_binary_file(self):
        self.put("foto.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
        done = self.extract()
        self.assertEqual(done.returncode, 3)
        self.assert_one_error(done, "foto.txt", "no text", "--text")
        document = documents_of(done.stdout)["foto.txt"]
        self.assertEqual((document["status"], document["error"]["code"]), ("error", "binary"))

    def test_text_forces_a_binary_file(self):
        self.put("foto.txt", b"Il Bari\0 vince")
        done = self.extract("--text")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn(b"\\u0000", done.stdout)
        self.assertNotIn(b"\0", done.stdout)

    def test_invalid_utf8(self):
        self.put("misto.txt", ("Perché l'Ascoli è primo. " * 50).encode() + b"fin\xe9\xff\n")
        self.put("latino.txt", "Perché è già così".encode("windows-1252"))
        done = self.extract("--save-text", self.top / "testi")
        self.assertEqual(done.returncode, 0, done.stderr)
        documents = documents_of(done.stdout)
        self.assertEqual(documents["misto.txt"]["encoding"], "utf-8")
        self.assertEqual(documents["misto.txt"]["replaced"], 2)
        self.assertEqual(documents["latino.txt"]["encoding"], "windows-1252")
        self.assertEqual((self.top / "testi/latino.txt").read_text("utf-8"), "Perché è già così")

    def test_line_ends_marks_and_decomposed_letters_keep_their_offsets(self):
        text = "\ufeffPerche\u0301 l\u2019Ascoli\r\nbatte il Treviso 2-1,\r\nil 12 marzo 2012.\r\n" \
               "\U0001F3C6 Ascoli-Treviso 2-1\r\n"
        self.put("misto.txt", text)
        for unit in ("codepoint", "utf16", "byte"):
            done = self.extract("--save-text", self.top / "testi", "--offsets", unit)
            self.assertEqual(done.returncode, 0, done.stderr)
            saved = (self.top / "testi/misto.txt").read_bytes().decode("utf-8")
            for event in lines_of(done.stdout):
                if event.get("doc") != "misto.txt" or event["type"] == "document":
                    continue
                for evidence in event["evidence"]:
                    start, end = evidence["start"], evidence["end"]
                    sliced = {
                        "codepoint": lambda: saved[start:end],
                        "byte": lambda: saved.encode()[start:end].decode(),
                        "utf16": lambda: saved.encode("utf-16-le")[2 * start:2 * end].decode("utf-16-le"),
                    }[unit]()
                    self.assertEqual(sliced, evidence["text"])


class LargeInput(FolderTest):
    def test_a_file_of_200_mb_is_refused_and_the_rest_goes_on(self):
        with open(self.put("enorme.txt", ""), "wb") as out:
            out.truncate(200 << 20)  # a hole: refused by its size, not read
        done = self.extract()
        self.assertEqual(done.returncode, 3)
        self.assert_one_error(done, "enorme.txt")
        documents = documents_of(done.stdout)
        self.assertEqual(documents["enorme.txt"]["error"]["code"], "too-large")
        self.assertEqual(documents["ascoli.txt"]["status"], "ok")

    def test_the_limit_is_an_option(self):
        done = self.extract("--max-article-size", "100b")
        self.assertEqual(done.returncode, 3)
        self.assertEqual(documents_of(done.stdout)["bari/2021.txt"]["status"], "error")
        self.assertEqual(documents_of(done.stdout)["tempo.txt"]["status"], "ok")

    def test_memory_stays_bounded(self):
        self.put("lungo.txt", (BARI_LINE * 40_000).encode()[:6_000_000])
        code = ("import resource, subprocess, sys\n"
                "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
                "sys.exit(done.returncode)")
        import subprocess
        done = subprocess.run([sys.executable, "-c", code, program.PROGRAM, "extract", self.articles,
                               "-q", "-j1"], capture_output=True, timeout=300, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        if not os.environ.get("PANCHINA_SANITIZED"):
            self.assertLess(int(done.stdout) * 1024, (200 << 20) + 8 * 6_000_000 * 4)


BARI_LINE = "Il Bari ha battuto la Ternana 2-1 il 9 febbraio 2021, davanti a pochi spettatori. \n"


class OddFiles(FolderTest):
    def test_odd_names(self):
        self.put("con spazio.txt", "x")
        self.put("a\nb.txt", "x")
        self.put("\x1b[31mrosso.txt", "")
        self.put("è così.txt", "x")
        raw = os.fsencode(self.articles) + b"/non-utf8-\xff.txt"
        with open(raw, "wb") as out:
            out.write(b"x")
        done = self.extract()
        self.assertEqual(done.returncode, 0, done.stderr)
        documents = documents_of(done.stdout)
        for name in ("con spazio.txt", "a\nb.txt", "\x1b[31mrosso.txt", "è così.txt"):
            self.assertEqual(documents[name]["status"], "ok")
            self.assertNotIn("path_bytes", documents[name])
        odd = [d for d in documents.values() if "path_bytes" in d]
        self.assertEqual(len(odd), 1)
        self.assertTrue(bytes.fromhex(odd[0]["path_bytes"]).endswith(b"non-utf8-\xff.txt"))

    def test_escapes_in_names_do_not_reach_the_terminal(self):
        self.put("\x1b]0;x\x07.txt", b"\0")
        done = self.extract()
        self.assertEqual(done.returncode, 3)
        self.assertNotIn(b"\x1b]", done.stderr)
        self.assertNotIn(b"\x07", done.stderr)

    def test_only_regular_files_are_opened(self):
        os.mkfifo(self.articles / "fifo.txt")
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(str(self.articles / "socket.txt"))
            (self.articles / "rotto.txt").symlink_to("niente")
            done = self.extract(timeout=30)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(documents_of(done.stdout)), 3)

    def test_links_are_followed_when_asked_for(self):
        outside = self.top / "fuori.txt"
        outside.write_text("x")
        (self.articles / "link.txt").symlink_to(outside)
        (self.articles / "giro").symlink_to(self.articles)
        self.assertEqual(len(documents_of(self.extract().stdout)), 3)
        done = self.extract("-L", timeout=30)
        self.assertIn("link.txt", documents_of(done.stdout))
        self.assertLess(len(documents_of(done.stdout)), 10)

    def test_paths_from_a_list(self):
        paths = [self.articles / "ascoli.txt", self.articles / "bari/2021.txt"]
        for separator, options in ((b"\n", []), (b"\0", ["-0"])):
            done = run("extract", "--files-from", "-", "--root", self.articles, *options,
                       input=separator.join(os.fsencode(p) for p in paths) + separator)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(set(documents_of(done.stdout)), {"ascoli.txt", "bari/2021.txt"})

    def test_include_and_exclude(self):
        self.assertEqual(set(documents_of(self.extract("--exclude", "bari").stdout)),
                         {"ascoli.txt", "tempo.txt"})
        self.assertEqual(set(documents_of(self.extract("--include", "a*.txt").stdout)),
                         {"ascoli.txt"})


class Records(FolderTest):
    def test_standard_input(self):
        done = run("extract", "-", input=program.ASCOLI.encode())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(documents_of(done.stdout)), 1)

    def test_json_lines(self):
        record = b'{"id":"x1","title":"Ascoli","date":"2012-03-12","text":"Ascoli-Treviso 2-1"}\n'
        done = run("extract", "-", "--stdin", "jsonl", input=record)
        document = documents_of(done.stdout)["x1"]
        self.assertEqual((document["title"], document["published"], document["published_from"]),
                         ("Ascoli", "2012-03-12", "record"))

    def test_a_bad_record_does_not_end_the_run(self):
        self.put("r.jsonl", '{"id":"a","text":"x"}\n{"id":\n' + '{"id":"c","text":' + "[" * 10_000 +
                 '\n{"id":"d","text":"y"}\n')
        done = self.extract()
        self.assertEqual(done.returncode, 3, done.stderr)
        documents = documents_of(done.stdout)
        self.assertEqual(sum(d["status"] == "error" for d in documents.values()), 2)
        self.assertEqual(sum(d["status"] == "ok" for d in documents.values()), 5)

    def test_duplicate_ids_name_both(self):
        self.put("r.jsonl", '{"id":"a","text":"x"}\n{"id":"a","text":"y"}\n')
        done = self.extract()
        self.assertEqual(done.returncode, 1)
        self.assert_one_error(done, "r.jsonl:1", "r.jsonl:2")
        done = self.extract("--on-duplicate", "suffix")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("a#2", documents_of(done.stdout))
        done = self.extract("--on-duplicate", "last")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(documents_of(done.stdout)["a"]["chars"], 1)

    def test_one_text_twice_is_two_articles(self):
        self.put("copia.txt", program.ASCOLI)
        documents = documents_of(self.extract().stdout)
        self.assertEqual(documents["copia.txt"]["sha256"], documents["ascoli.txt"]["sha256"])

    def test_a_bomb_is_refused(self):
        import gzip
        self.put("bomba.txt.gz", gzip.compress(b"\0" * (300 << 20), 9))
        done = self.extract(timeout=120)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(sum(d["status"] == "error" for d in documents_of(done.stdout).values()), 1)

    def test_metadata_gives_publication_dates(self):
        table = self.top / "meta.csv"
        table.write_text("doc,published,title\ntempo.txt,2020-05-01,Il tempo\nassente.txt,2020-05-02,\n")
        document = documents_of(self.extract("--metadata", table).stdout)["tempo.txt"]
        self.assertEqual((document["published"], document["published_from"], document["title"]),
                         ("2020-05-01", "metadata", "Il tempo"))


class HostileText(FolderTest):
    def test_repetition_stays_linear(self):
        import time
        for name, piece in {"punti": "2-1 ", "virgolette": '"«(', "cifre": "9", "trattini": "Bari-",
                            "maiuscole": "Mario Rossi ", "date": "il 9 febbraio 2021 e "}.items():
            seconds = []
            for size in (200_000, 400_000):
                path = self.put(f"{name}.txt", (piece * size)[:size])
                start = time.monotonic()
                done = run("extract", path, "-q", "-j1", timeout=300)
                seconds.append(time.monotonic() - start)
                self.assertEqual(done.returncode, 0, (name, done.stderr))
                path.unlink()
            # Twice the text; ten times the time would be quadratic growth even on a busy machine.
            self.assertLess(seconds[1], 6 * seconds[0] + 2, name)


if __name__ == "__main__":
    unittest.main()
