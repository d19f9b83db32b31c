#!/usr/bin/env python3
"""The order of folders, and what each may include. Usage: layout_test.py SOURCE_DIR

Checks first that its own rules find the mistakes that they are for.
"""
import pathlib
import re
import subprocess
import sys

FOLDERS = ("base text document read lexicon rule scan segment annotate match resolve output store "
           "app").split()
# The rooms of the largest folder, in the same sense; what lies in none of them stands above all.
ROOMS = {"resolve": "fact choice entity time focus game career".split()}
ONLY_IN = {
    "re2/": {"rule", "segment", "annotate"},
    "unicode/": {"text", "scan", "read"},
    "utf8proc.h": {"text", "scan", "read"},
    "sqlite3.h": {"store"},
    "libpq-fe.h": {"store"},
    "postgresql/": {"store"},
    "libxml/": {"read"},
    "CLI/": {"app"},
    "iostream": {"app"},
}
TOP = {".ci", ".clang-format", ".clang-tidy", ".git", ".gitattributes", ".gitignore", "CMakeLists.txt",
       "CMakePresets.json", "LICENSE", "README.md", "panchina", "pipeline", "rules", "samples",
       "tests"}
PRINTS = re.compile(r"\b(?:std::)?(?:printf|puts|putchar|fprintf|fputs|perror)\s*\(|std::c(?:out|err)\b")
ITALIAN = re.compile(
    r'"[^"\n]*\b(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|'
    r'allenatore|tecnico|squadra|campionato|giornata|partita|vittoria|esonerato|della|dello|nella|'
    r'stagione|calcio)\b[^"\n]*"', re.IGNORECASE)
# The scorer holds the rulings of tests/score/score.py on what is one person's name; it judges rules, so it takes
# nothing from them. Help quotes a sentence in its examples.
OWN_WORDS = {"pipeline/app/score_values.cc", "pipeline/app/help.cc"}
MAX_LINES = 600
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT = re.compile(r"//[^\n]*")


def place(folder, path):
    """Where a file stands among the rooms of its folder; `path` from pipeline/: `resolve/time/x.h`."""
    rooms = ROOMS.get(folder, [])
    room = path.split("/")[1]
    return rooms.index(room) if room in rooms else len(rooms)


def check_file(name, text):
    """Mistakes of one file; `name` is its path from the top, `pipeline/x/y.cc`."""
    folder = name.split("/")[1]
    rooms = name.split("/")[2:-1]
    wrong = [f"{name}: {folder}/ has no room {room}/" for room in rooms if room not in ROOMS.get(folder, [])]
    for kind, path in INCLUDE.findall(text):
        other = path.split("/")[0]
        if kind == '"':
            if other not in FOLDERS:
                wrong.append(f"{name}: \"{path}\" is in no folder of pipeline/")
            elif FOLDERS.index(other) > FOLDERS.index(folder):
                wrong.append(f"{name}: {folder}/ may not use {other}/ (\"{path}\")")
            elif other == folder and place(folder, path) > place(folder, name.split("/", 1)[1]):
                wrong.append(f"{name}: \"{path}\" is a room above its own")
            continue
        for start, allowed in ONLY_IN.items():
            if path.startswith(start) and folder not in allowed:
                wrong.append(f"{name}: <{path}> only in {', '.join(sorted(allowed))}")
        if path == "nlohmann/json.hpp" and name.endswith(".h"):
            wrong.append(f"{name}: <{path}> only in .cc files")
    code = COMMENT.sub("", text)
    if folder != "app" and PRINTS.search(code):
        wrong.append(f"{name}: only app/ prints: {PRINTS.search(code).group(0)}")
    if name not in OWN_WORDS and ITALIAN.search(code):
        wrong.append(f"{name}: Italian in C++: {ITALIAN.search(code).group(0)}")
    lines = text.count("\n")
    if lines > MAX_LINES:
        wrong.append(f"{name}: {lines} lines; a file is read in a sitting")
    if name.endswith(".h") and not text.startswith("//"):
        wrong.append(f"{name}: a header opens with its purpose")
    return wrong


def check_uses(folder, cmake, includes):
    """USES of a library names every folder that its files include."""
    named = set(re.findall(r"\w+", " ".join(re.findall(r"USES([^)]*?)(?:LIBRARIES|SOURCES|\))", cmake))))
    missing = {other for other in includes if other != folder} - named
    return [f"pipeline/{folder}/CMakeLists.txt: USES lacks {other}" for other in sorted(missing)]


def self_test():
    cases = [
        ("pipeline/text/a.cc", '#include "resolve/x.h"\n'),
        ("pipeline/text/a.cc", "#include <re2/re2.h>\n"),
        ("pipeline/resolve/time/a.cc", '#include "resolve/game/x.h"\n'),
        ("pipeline/resolve/time/a.cc", '#include "resolve/x.h"\n'),
        ("pipeline/resolve/elsewhere/a.cc", ""),
        ("pipeline/rule/a.h", "// Rules.\n#include <nlohmann/json.hpp>\n"),
        ("pipeline/store/a.cc", 'std::printf("x");\n'),
        ("pipeline/match/a.cc", 'x = "il tecnico";\n'),
        ("pipeline/match/a.cc", "\n" * (MAX_LINES + 1)),
        ("pipeline/match/a.h", "#pragma once\n"),
    ]
    for name, text in cases:
        assert len(check_file(name, text)) == 1, (name, text)
    assert not check_file("pipeline/app/a.cc", '#include "text/x.h"\nstd::printf("x");\n')
    assert not check_file("pipeline/resolve/game/a.cc", '#include "resolve/time/x.h"\n')
    assert not check_file("pipeline/resolve/a.cc", '#include "resolve/game/x.h"\n')
    assert not check_file("pipeline/rule/a.cc", "#include <re2/re2.h>\n// il tecnico\n")
    assert check_uses("rule", "panchina_library(rule SOURCES a.cc USES text)", {"text", "base"})
    assert not check_uses("rule", "panchina_library(rule SOURCES a.cc USES text base)", {"text", "base"})


def tracked(top):
    listing = subprocess.run(["git", "-C", top, "ls-files", "-z"], capture_output=True, check=False)
    if listing.returncode == 0 and listing.stdout:
        return [name for name in listing.stdout.decode().split("\0") if name]
    return [str(p.relative_to(top)) for p in pathlib.Path(top).rglob("*") if p.is_file()]


def main():
    self_test()
    top = pathlib.Path(sys.argv[1])
    wrong = []
    names = tracked(top)
    for name in sorted({name.split("/")[0] for name in names} - TOP):
        if not name.startswith("build"):
            wrong.append(f"{name}: has no place at the top")
    includes = {}
    for name in names:
        path = top / name
        if not path.is_file() or not name.startswith(("pipeline/", "tests/", ".ci/")):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        if "/work/" in text and not name.endswith("layout_test.py"):
            wrong.append(f"{name}: names a folder of one machine")
        if not re.fullmatch(r"pipeline/\w+/[\w./]+\.(h|cc)", name):
            continue
        folder = name.split("/")[1]
        if folder not in FOLDERS:
            wrong.append(f"{name}: no such folder in the order of pipeline/")
            continue
        wrong += check_file(name, text)
        includes.setdefault(folder, set()).update(
            path.split("/")[0] for kind, path in INCLUDE.findall(text) if kind == '"')
    for folder, others in sorted(includes.items()):
        cmake = (top / "pipeline" / folder / "CMakeLists.txt")
        if cmake.is_file():
            wrong += check_uses(folder, cmake.read_text(), others)
    print("\n".join(wrong) if wrong else f"{len(names)} files in order")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
