"""Help, usage, colours, schema, completion, installation."""
import json
import os
import pathlib
import pty
import shutil
import subprocess
import tempfile
import unittest

import program
from program import FolderTest, SOURCES, lines_of, run


class Usage(FolderTest):
    def test_unknown_options_and_commands(self):
        for arguments in (["--nope"], ["nope"], ["extract", "--nope", "x"], [],
                          ["extract", self.articles, "--format", "xml"],
                          ["extract", self.articles, "--published", "ieri"],
                          ["extract", self.articles, "-j", "-3"]):
            done = run(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertEqual(done.stdout, b"")
            self.assertIn(b"--help", done.stderr)

    def test_every_command_has_help_with_examples(self):
        commands = [line.split()[0] for line in
                    run("--help").stdout.decode().split("Subcommands:")[1].split("\n\n")[0].splitlines()
                    if line.startswith("  ") and not line.startswith("   ")]
        self.assertIn("extract", commands)
        for command in commands:
            done = run(command, "--help")
            self.assertEqual(done.returncode, 0)
            self.assertIn(b"Example", done.stdout, command)

    def test_version(self):
        self.assertRegex(run("--version").stdout.decode(), r"^panchina \d+\.\d+\.\d+\n$")

    def test_data_on_stdout_all_else_on_stderr(self):
        done = self.extract()
        self.assertTrue(all(line.startswith(b"{") for line in done.stdout.splitlines()))
        self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertEqual(self.extract("--quiet").stderr, b"")
        self.assertEqual(self.extract("--db", self.top / "f.db").stdout, b"")

    def test_json_summary(self):
        summary = json.loads(self.extract("--json").stderr)
        self.assertEqual((summary["articles"], summary["failed"], summary["exit_code"]), (3, 0, 0))


class Colours(FolderTest):
    def errors(self, *options, env=None):
        """Standard error of a failing run on a terminal."""
        mine, theirs = pty.openpty()
        environment = {**os.environ, "TERM": "xterm", **(env or {})}
        subprocess.run([program.PROGRAM, "extract", self.top / "niente", *options], stderr=theirs,
                       stdout=subprocess.DEVNULL, env=environment, check=False)
        os.close(theirs)
        text = os.read(mine, 10000)
        os.close(mine)
        return text

    def test_only_on_a_terminal(self):
        self.assertIn(b"\x1b[", self.errors())
        self.assertNotIn(b"\x1b[", run("extract", self.top / "niente").stderr)
        self.assertIn(b"\x1b[", run("--color", "always", "extract", self.top / "niente").stderr)

    def test_can_be_switched_off(self):
        self.assertNotIn(b"\x1b[", self.errors(env={"NO_COLOR": "1"}))
        self.assertNotIn(b"\x1b[", self.errors(env={"TERM": "dumb"}))
        self.assertNotIn(b"\x1b[", self.errors("--color", "never"))


class Schema(FolderTest):
    def test_every_line_is_as_the_schema_says(self):
        try:
            import jsonschema
        except ImportError:
            self.skipTest("python3-jsonschema is not installed")
        schema = json.loads(run("schema").stdout)
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        self.put("rotto.txt", b"\0")
        lines = lines_of(self.extract("--factuality", "all").stdout)
        self.assertGreater(len(lines), 4)
        for line in lines:
            errors = list(validator.iter_errors(line))
            self.assertEqual(errors, [], json.dumps(line))
        for wrong in ({"type": "run"}, {**lines[1], "chars": -1}, {**lines[1], "extra": 1}):
            self.assertFalse(validator.is_valid(wrong))

    def test_duckdb_views_name_every_type(self):
        sql = run("schema", "--duckdb").stdout.decode()
        for view in ("match", "tenure", "balance", "honour", "standing", "playing_spell", "birth",
                     "date_mention", "club_mention"):
            self.assertIn(f'VIEW "{view}"', sql)
        self.assertIn('"contract_end_latest"', sql)


class Completion(unittest.TestCase):
    def test_bash(self):
        script = run("completion", "bash").stdout.decode()
        done = subprocess.run(
            ["bash", "-c", script + "\nCOMP_WORDS=(panchina ex); COMP_CWORD=1; _panchina; "
             'echo "${COMPREPLY[@]}"; COMP_WORDS=(panchina extract --format ""); COMP_CWORD=3; '
             '_panchina; echo "${COMPREPLY[@]}"; COMP_WORDS=(panchina extract --ou); COMP_CWORD=2; '
             '_panchina; echo "${COMPREPLY[@]}"'], capture_output=True, text=True, check=True)
        self.assertEqual(done.stdout.splitlines(), ["extract", "jsonl json csv", "--output"])

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
    def test_zsh(self):
        script = run("completion", "zsh").stdout
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "_panchina").write_bytes(script)
            done = subprocess.run(
                ["zsh", "-fc", f"fpath=({folder} $fpath); autoload -Uz compinit; compinit -u -D; "
                 "autoload +X _panchina && zsh -n " + folder + "/_panchina && echo ok"],
                capture_output=True, text=True, check=False)
        self.assertEqual(done.stdout, "ok\n", done.stderr)

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_fish(self):
        script = run("completion", "fish").stdout.decode()
        done = subprocess.run(
            ["fish", "--no-config", "-c", script + '\ncomplete -C "panchina ex"\n'
             'complete -C "panchina extract --format "'],
            capture_output=True, text=True, check=False)
        words = [line.split("\t")[0] for line in done.stdout.splitlines()]
        self.assertEqual(words, ["extract", "csv", "json", "jsonl"], done.stderr)


class Rules(FolderTest):
    def test_a_folder_without_rules(self):
        done = self.extract("--rules", self.top / "niente")
        self.assertEqual(done.returncode, 2)
        self.assert_one_error(done, "niente")

    def test_three_mistakes_are_told_at_once_before_any_article_is_read(self):
        rules = self.top / "rules"
        program.copy_rules(rules)
        (rules / "mentions" / "zz_wrong.toml").write_text(
            '[[mention]]\nid = "zz.one"\ntype = "nope"\nmatch = "a"\n\n'
            '[[mention]]\nid = "zz.two"\ntype = "date"\nmatch = "(a"\nvalue = "{x}"\n\n'
            '[[mention]]\ntype = = "date"\n')
        done = self.extract("--rules", rules)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertEqual(done.stdout, b"")
        text = done.stderr.decode()
        places = {line.split(": ")[0] for line in text.splitlines() if "zz_wrong.toml:" in line}
        self.assertGreaterEqual(len(places), 3, text)
        self.assertIn("^", text)

    def test_the_environment_names_the_rules(self):
        done = self.extract(env={"PANCHINA_RULES": str(self.top / "niente")})
        self.assertEqual(done.returncode, 2)

    def test_the_rules_are_hashed_into_the_run_line(self):
        rules = self.top / "rules"
        program.copy_rules(rules)
        first = lines_of(self.extract("--rules", rules).stdout)[0]["rules"]
        self.assertRegex(first, "^[0-9a-f]{16,64}$")
        self.assertEqual(first, lines_of(self.extract().stdout)[0]["rules"])
        with open(rules / "words" / "lists.toml", "a") as out:
            out.write("\n# a comment\n")
        self.assertNotEqual(first, lines_of(self.extract("--rules", rules).stdout)[0]["rules"])


class Installed(FolderTest):
    def test_the_installed_program_finds_its_rules(self):
        build = pathlib.Path(program.PROGRAM).parent
        place = self.top / "usr"
        done = subprocess.run(["cmake", "--install", build, "--prefix", place],
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        for name in ("bin/panchina", "share/panchina/rules/lexicon/clubs.jsonl",
                     "share/man/man1/panchina.1", "share/doc/panchina/LICENSE",
                     "share/bash-completion/completions/panchina",
                     "share/zsh/site-functions/_panchina",
                     "share/fish/vendor_completions.d/panchina.fish"):
            self.assertTrue((place / name).is_file(), name)
        moved = self.top / "altrove"
        place.rename(moved)
        done = subprocess.run([moved / "bin/panchina", "extract", self.articles], cwd="/",
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout, self.extract().stdout)
        page = (moved / "share/man/man1/panchina.1").read_text()
        for option in ("extract", "--files-from", "--on-duplicate", "EXIT STATUS", "EXAMPLES"):
            self.assertIn(option.replace("-", "\\-"), page)


if __name__ == "__main__":
    unittest.main()
