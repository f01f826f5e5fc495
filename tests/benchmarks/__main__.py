"""Runs the benchmarks: all of them, or the one that is named, with its options."""

import sys

from tests.benchmarks import decks, first_visit, forms, lighthouse, load, paper, search, speed

BENCHMARKS = {
    "speed": speed.main,
    "first-visit": first_visit.main,
    "search": search.main,
    "forms": forms.main,
    "lighthouse": lighthouse.main,
    "decks": decks.main,
    "load": load.main,
    "paper": paper.main,
}


def main(arguments: list[str]) -> int:
    """Run what is asked for and return the worst exit code."""
    if not arguments:
        return max(benchmark([]) for benchmark in BENCHMARKS.values())
    name, *rest = arguments
    if name not in BENCHMARKS:
        print(f"There is no benchmark {name!r}; choose from {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    return BENCHMARKS[name](rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
