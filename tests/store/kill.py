#!/usr/bin/env python3
"""kill -9 at 50 random moments of an extraction into a file and a database: kill.py PANCHINA SAMPLES

Afterwards file and database each hold the old state or the new one, whole; and the same command again gives the bytes
and rows of an undisturbed run. Exit 1 where not.
"""
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROUNDS = 50
COPIES = 20


def rows(path):
    if not path.exists():
        return None
    database = sqlite3.connect(path)
    try:
        return {table: database.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall()
                for table in ("run", "document", "event", "evidence")} | {
                    "input": database.execute("SELECT * FROM input ORDER BY 1").fetchall()}
    finally:
        database.close()


def main():
    program, samples = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    rng = random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for copy in range(COPIES):
            shutil.copytree(samples / "articles", folder / "in" / str(copy))
        out, database = folder / "events.jsonl", folder / "facts.db"

        def command(state, events=out, facts=database):
            return [program, "-q", "extract", folder / "in", "-o", events, "--db", facts, "--force",
                    "--factuality", ("asserted", "all")[state], "--metadata", samples / "metadata.csv"]

        wanted, duration = [], 0.0
        for state in (0, 1):
            events, facts = folder / f"wanted{state}.jsonl", folder / f"wanted{state}.db"
            start = time.monotonic()
            subprocess.run(command(state, events, facts), check=True)
            duration = max(duration, time.monotonic() - start)
            wanted.append((events.read_bytes(), rows(facts)))
        if wanted[0] == wanted[1]:
            sys.exit("the two states do not differ")
        subprocess.run(command(1), check=True)
        killed, kept, bad = 0, 0, 0
        for number in range(ROUNDS):
            new, old = wanted[number % 2], wanted[1 - number % 2]
            process = subprocess.Popen(command(number % 2))
            time.sleep(rng.uniform(0, duration))
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
            events, facts = out.read_bytes(), rows(database)
            if events not in (old[0], new[0]):
                bad += 1
                print(f"round {number}: the file is neither the old nor the new one")
            if facts not in (old[1], new[1]):
                bad += 1
                print(f"round {number}: the database is neither the old nor the new one")
            kept += facts == old[1]
            subprocess.run(command(number % 2), check=True)
            if (out.read_bytes(), rows(database)) != new:
                bad += 1
                print(f"round {number}: the run after the kill gives something else")
        left = [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]
        if left:
            bad += 1
            print(f"left behind: {left}")
        print(f"{killed} of {ROUNDS} killed in time, {kept} left the old database")
        sys.exit(1 if bad or not killed or not kept else 0)


if __name__ == "__main__":
    main()
