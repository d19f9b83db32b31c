"""Rules folders for the benchmark: the project's own rules, filled up to 300 and to 3,000.

The added rules take their triggers from the corpus at its own frequencies, ask for a club and a number as
real rules do, and fail late: in their `where`.
"""
import dataclasses
import json
import pathlib
import random
import re
import resource
import shutil
import subprocess

TOP = pathlib.Path(__file__).resolve().parents[2]

RULE = """[[rule]]
id = "bench.rule_{number}"
when = '''{trigger} ...4 {{club:club}} ...4 {{number:position}}'''
where = "position == 987654"
emit.type = "standing"
tests = '''
+ {trigger} Roma 987654 => club=roma
- Niente.
'''

"""


@dataclasses.dataclass
class Rules:
    folder: pathlib.Path
    count: int
    startup: float  # seconds of CPU before the first article


def described(program):
    """{"rules": how many, "triggers": [words]} of the project's rules."""
    tool = pathlib.Path(program).parent / "tests" / "bench" / "rule_triggers"
    done = subprocess.run([tool, TOP / "rules"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def triggers(program):
    return described(program)["triggers"]


def startup(program, rules):
    def cpu():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    seconds = []
    for _ in range(3):
        before = cpu()
        subprocess.run([program, "extract", "-q", "--rules", rules, "-"], input=b"", check=True,
                       stdout=subprocess.DEVNULL)
        seconds.append(cpu() - before)
    return sorted(seconds)[1]


def write(folder, program, articles, counts=(300, 3000)):
    """Rules folders below `folder`, one for each count (or as many rules as there are, where more)."""
    rnd = random.Random(3)
    sample = "".join(path.read_text("utf-8") for path in rnd.sample(sorted(articles.rglob("*.txt")), 60))
    words = re.findall(r"\b[a-zàèéìòù]{4,}\b", sample)
    own = described(program)["rules"]
    out = []
    for count in counts:
        rules = folder / f"rules-{count}"
        shutil.copytree(TOP / "rules", rules, ignore=shutil.ignore_patterns(".cache"))
        added = max(0, count - own)
        draw = random.Random(4)
        (rules / "events").mkdir(exist_ok=True)
        (rules / "events" / "zz_bench.toml").write_text(
            "".join(RULE.format(number=i, trigger=draw.choice(words)) for i in range(added)), "utf-8")
        out.append(Rules(rules, own + added, startup(program, rules)))
    return out
