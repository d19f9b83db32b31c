#!/usr/bin/env python3
"""The README's commands run and print what it says.

    readme_test.py SOURCE_DIR PROGRAM [--update]

Of each ```console block, lines that begin with `$ ` are commands; what follows up to the next is their output.
`…` stands for any text within a line, alone on its line for any lines. Times, speeds, numbers of events and rows of
tables are not compared, as they change with every rule; --update keeps the README near.
All blocks run one after the other in one copy of the samples. --update writes what came out, where the README
does not shorten it itself.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
VARYING = [(re.compile(r"in \d+\.\d+ s \([\d.]+ MB/s\)"), "in TIME"),
           (re.compile(r"; \d+\.\d+ s\b"), "; TIME"),
           (re.compile(r"\b[\d,]+ (added|as before|events)\b"), r"N \1")]


def commands(block):
    """[(command, output)]"""
    out = []
    for line in block.splitlines():
        if line.startswith("$ "):
            out.append([line[2:], []])
        elif out and out[-1][0].endswith("\\") and not out[-1][1]:
            out[-1][0] = out[-1][0][:-1] + line.strip()
        elif out:
            out[-1][1].append(line)
    return [(command, "\n".join(lines)) for command, lines in out]


def comparable(text):
    for pattern, word in VARYING:
        text = pattern.sub(word, text)
    lines, head = [], True
    for line in text.strip().splitlines():
        if line.startswith(("┌", "├", "└")):  # a table: its head and the number of its rows
            head, line = line.startswith("┌"), "—"
        elif line.startswith("│"):
            line = " ".join(line.split()) if head else "│ row"
        lines.append(line.rstrip())
    return "\n".join(lines)


def agrees(said, printed):
    pattern = ""
    for line in comparable(said).splitlines():
        if line.strip() == "…":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += re.escape(line).replace("…", ".*") + r"\n"
    return re.fullmatch(pattern, comparable(printed) + "\n" if printed.strip() else "") is not None


def self_test():
    assert commands("$ a \\\n  b\nout\n$ c\n") == [("a b", "out"), ("c", "")]
    assert agrees("x … z", "x y z\n") and not agrees("x … z", "x y\n")
    assert agrees("a\n…\nd", "a\nb\nc\nd") and not agrees("a\nd", "a\nb\nd")
    assert agrees("1 event in 0.1 s (2.0 MB/s)", "1 event in 9.9 s (0.1 MB/s)\n")
    assert agrees("┌─┐\n│ a │\n├─┤\n│ 1 │\n└─┘", "┌──┐\n│ a  │\n├──┤\n│ 22 │\n└──┘")
    assert not agrees("┌─┐\n│ a │\n├─┤\n│ 1 │\n└─┘", "┌─┐\n│ b │\n├─┤\n│ 1 │\n└─┘")
    assert not agrees("", "something\n") and agrees("", "")


def main():
    self_test()
    top, program = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    readme = (top / "README.md").read_text("utf-8")
    blocks = BLOCK.findall(readme)
    if not blocks or "panchina extract" not in readme[:2500]:
        sys.exit("README.md: no command with its output on the first screen")
    wrong = []
    updated = readme
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(top / "samples", folder / "samples")
        (folder / "panchina").symlink_to(program)
        for block in blocks:
            for command, said in commands(block):
                done = subprocess.run(["bash", "-c", command], cwd=folder, stdout=subprocess.PIPE,
                                      stderr=subprocess.STDOUT, text=True, check=False)
                if done.returncode != 0:
                    wrong.append(f"$ {command}\nexit code {done.returncode}\n{done.stdout}")
                elif not agrees(said, done.stdout):
                    wrong.append(f"$ {command}\n--- the README says\n{said}\n--- it prints\n{done.stdout}")
                    if "…" not in said:
                        printed = done.stdout.rstrip("\n") + ("" if said else "\n")
                        updated = updated.replace(f"$ {command}\n{said}", f"$ {command}\n{printed}", 1)
    if "--update" in sys.argv:
        (top / "README.md").write_text(updated, "utf-8")
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", readme):
        if not (top / link).exists():
            wrong.append(f"README.md: link to {link}, which is not there")
    print("\n\n".join(wrong) if wrong else f"{len(blocks)} blocks run as the README says")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
