#!/usr/bin/env python3
"""The benchmark's corpus is the same every time and as varied as it should be."""
import hashlib
import pathlib
import tempfile
import unittest

import corpus


def digest(folder):
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*.txt")):
        total.update(path.read_bytes())
    return total.hexdigest()


class Corpus(unittest.TestCase):
    def test_the_seed_decides(self):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two, \
                tempfile.TemporaryDirectory() as three:
            folders = [pathlib.Path(f) for f in (one, two, three)]
            for folder, seed in zip(folders, (1, 1, 2)):
                corpus.generate(folder, 0.3, seed)
            self.assertEqual(digest(folders[0]), digest(folders[1]))
            self.assertNotEqual(digest(folders[0]), digest(folders[2]))
            texts = [path.read_text("utf-8") for path in folders[0].rglob("*.txt")]
            self.assertGreater(len(texts), 50)
            self.assertTrue(all(2500 < len(text) < 9000 for text in texts))
            lines = [line for text in texts for line in text.split("\n") if len(line) > 60]
            self.assertGreater(len(set(lines)) / len(lines), 0.7)


if __name__ == "__main__":
    unittest.main()
