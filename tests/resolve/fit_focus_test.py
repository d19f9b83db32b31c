#!/usr/bin/env python3
"""The fit of the focus runs on the samples, gives a row for each sign, and agrees with what it is given.

    fit_focus_test.py FOCUS_CHOICES
"""

import pathlib
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "resolve"))
import fit_focus  # noqa: E402

PROGRAM = sys.argv.pop()


class FitFocus(unittest.TestCase):
    def test_table_has_a_row_for_each_sign(self):
        samples = ROOT / "samples"
        for kind in ("club", "person"):
            run = subprocess.run(
                [sys.executable, ROOT / "tests/resolve/fit_focus.py", kind, PROGRAM, ROOT / "rules",
                 samples / "metadata.csv", f"{samples / 'gold'}:{samples / 'articles'}"],
                capture_output=True, text=True, check=True)
            names = subprocess.run([PROGRAM, kind], capture_output=True, text=True, check=True).stdout.split()
            rows = run.stdout.splitlines()
            self.assertEqual([row.split("// ")[1] for row in rows], names)
            path = ROOT / f"pipeline/resolve/focus/{kind}_signs.cc"
            self.assertEqual(len(fit_focus.read_table(path)), len(names))
            self.assertTrue(all(row.count(",") == fit_focus.MATTERS[kind] for row in rows))

    def test_a_sign_of_the_right_ones_gets_weight(self):
        names = ["a", "b"]
        choices = [(0, [[0], [1]], 0, True)] * 40
        table = fit_focus.table_of("person", choices, names)
        self.assertGreater(table[0][0], 0)
        self.assertLess(table[1][0], 0)
        self.assertEqual(fit_focus.count_right(choices, table), 40)

    def test_going_on_keeps_what_new_choices_do_not_speak_of(self):
        matters = fit_focus.MATTERS["person"]
        standing = [[50] * matters, [-20] * matters, [70] * matters]
        table = fit_focus.table_of("person", [(0, [[0], [1]], 1, True)] * 40, ["a", "b", "c"], standing)
        self.assertEqual(table[2], standing[2])
        self.assertLess(table[0][0], 50)
        self.assertGreater(table[1][0], -20)


if __name__ == "__main__":
    unittest.main()
