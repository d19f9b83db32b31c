#!/usr/bin/env python3
"""The fit of posts and spells: what gold says of a pair, what the model learns, what it writes.

    fit_spells_test.py SPELL_CHOICES
"""

import pathlib
import subprocess
import sys
import tempfile
import tomllib
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "resolve"))
import fit_spells  # noqa: E402

PROGRAM = sys.argv.pop()
FACTS = [{"type": "tenure", "person": "Aldo Rossi", "club": ["fermana", None], "role": "head_coach"},
         {"type": "playing_spell", "person": "Aldo Rossi", "club": "gubbio", "optional": True}]


class FitSpells(unittest.TestCase):
    def test_gold_says_what_a_pair_is(self):
        said = [fit_spells.label_of({"person": "Aldo Rossi", "club": club}, FACTS)
                for club in ("fermana", "gubbio", "lecco")]
        self.assertEqual(said, [(fit_spells.POST, False), (fit_spells.NOTHING, True), (fit_spells.NOTHING, False)])
        self.assertEqual(fit_spells.label_of({"person": "Carlo Verdi", "club": "fermana"}, FACTS)[0],
                         fit_spells.NOTHING)

    def test_a_sign_of_posts_weighs_for_posts(self):
        weights = fit_spells.fit([(["a.b"], fit_spells.POST, 1.0), (["a.c"], fit_spells.NOTHING, 1.0)] * 40)
        self.assertGreater(weights["a.b"][fit_spells.POST], weights["a.b"][fit_spells.NOTHING])
        table = tomllib.loads(fit_spells.table(weights))
        self.assertGreater(table["a"]["b"][0], 0)
        self.assertLess(table["a"]["c"][0], 0)

    def test_a_lot_lacks_rules_of_posts_and_nothing_else(self):
        with tempfile.TemporaryDirectory() as folder:
            less = fit_spells.without_some(ROOT / "rules", 0, folder)
            for name in ("in_post.toml", "honours.toml"):
                whole, part = ((rules / "events" / name).read_text(encoding="utf-8").count("[[rule]]")
                               for rules in (ROOT / "rules", less))
                self.assertEqual(part < whole, name == "in_post.toml")

    def test_pairs_have_known_signs(self):
        with tempfile.TemporaryDirectory() as folder:
            article = pathlib.Path(folder) / "a.txt"
            article.write_text("L'allenatore Aldo Rossi ha guidato il Lecco nel 1998.\n"
                               "Rossi tornò nel 2003, contro la Fermana.\n", encoding="utf-8")
            run = subprocess.run([PROGRAM, ROOT / "rules"], input=f"{article}\t\n", capture_output=True,
                                 text=True, check=True)
        self.assertIn('"club":"fermana"', run.stdout)
        self.assertIn("before.CONTRO", run.stdout)
        self.assertIn("person.focus", run.stdout)


if __name__ == "__main__":
    unittest.main()
