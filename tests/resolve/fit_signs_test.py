#!/usr/bin/env python3
"""The fit of signs: what gold says of a pair and of a date, what the model learns, what it writes.

    fit_signs_test.py SIGN_CHOICES
"""

import pathlib
import subprocess
import sys
import tempfile
import tomllib
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "resolve"))
import fit_signs  # noqa: E402

PROGRAM = sys.argv.pop()
FACTS = [{"type": "tenure", "person": "Aldo Rossi", "club": ["fermana", None], "role": "head_coach",
          "start": "1998", "end": ["2001", None]},
         {"type": "playing_spell", "person": "Aldo Rossi", "club": "gubbio", "optional": True}]


class FitSigns(unittest.TestCase):
    def test_gold_says_what_a_club_is(self):
        said = [fit_signs.spell_label({"person": "Aldo Rossi", "club": club}, FACTS)
                for club in ("fermana", "gubbio", "lecco")]
        self.assertEqual(said, [fit_signs.FIRST, None, fit_signs.NOTHING])
        self.assertEqual(fit_signs.spell_label({"person": "Carlo Verdi", "club": "fermana"}, FACTS),
                         fit_signs.NOTHING)

    def test_gold_says_what_a_date_is(self):
        def said(first, last):
            return fit_signs.date_label({"type": "tenure", "person": "Aldo Rossi", "club": "fermana",
                                         "first": first, "last": last}, FACTS)
        self.assertEqual([said("1998", "1998"), said("1999", "2001"), said("2004", "2004")],
                         [fit_signs.FIRST, fit_signs.SECOND, fit_signs.NOTHING])
        self.assertIsNone(fit_signs.date_label({"type": "tenure", "person": "Aldo Rossi", "club": "lecco",
                                                "first": "1998", "last": "1998"}, FACTS))

    def test_a_sign_of_posts_weighs_for_posts(self):
        weights = fit_signs.fit([(["a.b"], fit_signs.FIRST, 1.0), (["a.c"], fit_signs.NOTHING, 1.0)] * 40, 1.0)
        self.assertGreater(weights["a.b"][fit_signs.FIRST], weights["a.b"][fit_signs.NOTHING])
        table = tomllib.loads(fit_signs.table("spells", weights))
        self.assertGreater(table["a"]["b"][0], 0)
        self.assertLess(table["a"]["c"][0], 0)

    def test_going_on_keeps_what_new_rows_do_not_speak_of(self):
        standing = {"a.old": [0.0, 1.5, -1.0], "a.b": [0.0, 1.0, 0.0]}
        rows = [(["a.b"], fit_signs.NOTHING, 1.0)] * 40
        weights = fit_signs.fit(rows, 2.0, standing)
        self.assertEqual(weights["a.old"], standing["a.old"])
        self.assertLess(weights["a.b"][fit_signs.FIRST] - weights["a.b"][fit_signs.NOTHING], 1.0)

    def test_a_lot_lacks_rules_of_posts_and_nothing_else(self):
        with tempfile.TemporaryDirectory() as folder:
            less = fit_signs.without_some(ROOT / "rules", 0, folder)
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
        self.assertIn('"first":"1998"', run.stdout)


if __name__ == "__main__":
    unittest.main()
