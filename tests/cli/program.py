"""What the tests of the command line have in common: the program, and folders of articles.

The program is $PANCHINA_PROGRAM, the sources are $PANCHINA_SOURCES.
"""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["PANCHINA_PROGRAM"]
SOURCES = pathlib.Path(os.environ["PANCHINA_SOURCES"])

BARI = """Bari, ufficiale: Carrera è il nuovo allenatore

BARI, 9 febbraio 2021 - Il Bari ha affidato la panchina a Massimo Carrera, che prende il posto
dell'esonerato Gaetano Auteri. Il tecnico ha firmato un contratto fino al giugno 2022.

Domenica scorsa il Bari ha perso in casa con la Ternana: Bari-Ternana 1-3.
"""
ASCOLI = """Ascoli-Treviso 2-1

ASCOLI, 12 marzo 2012 - L'Ascoli batte il Treviso 2-1 al «Del Duca» e sale al terzo posto.
"""
WEATHER = "Piove da tre giorni sulla costa; domani torna il sole.\n"


def run(*arguments, input=None, env=None, timeout=120, **kwargs):
    """The finished process, outputs as bytes."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PANCHINA_RULES", "NO_COLOR")}
    environment.update(env or {})
    return subprocess.run([PROGRAM, *map(str, arguments)], input=input, env=environment,
                          capture_output=True, timeout=timeout, check=False, **kwargs)


def lines_of(output):
    """The objects of JSON lines given as bytes."""
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def documents_of(output):
    return {line["doc"]: line for line in lines_of(output) if line["type"] == "document"}


def copy_rules(folder):
    """The project's rules at another place, without what runs keep there."""
    shutil.copytree(SOURCES / "rules", folder, ignore=shutil.ignore_patterns(".cache"))


class FolderTest(unittest.TestCase):
    """A test with a folder of its own, `self.top`, and three articles in `self.articles`."""

    def setUp(self):
        self.top = pathlib.Path(tempfile.mkdtemp(prefix="panchina-test-"))
        self.addCleanup(shutil.rmtree, self.top, True)
        self.articles = self.top / "articles"
        self.put("bari/2021.txt", BARI)
        self.put("ascoli.txt", ASCOLI)
        self.put("tempo.txt", WEATHER)

    def put(self, name, content):
        path = self.articles / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def extract(self, *arguments, **kwargs):
        return run("extract", self.articles, *arguments, **kwargs)

    def many_articles(self, count):
        """Enough work to be interrupted."""
        for i in range(count):
            self.put(f"molti/{i:05}.txt", (BARI + "\n" + ASCOLI) * 4)

    def assert_one_error(self, done, *words):
        """One line on standard error that holds all of the words."""
        lines = [line for line in done.stderr.decode().splitlines() if "error:" in line]
        self.assertEqual(len(lines), 1, done.stderr.decode())
        for word in words:
            self.assertIn(str(word), lines[0])

    def left_over(self):
        """Temporary files that a run has left behind."""
        return [p.name for p in self.top.rglob("*.tmp")]
