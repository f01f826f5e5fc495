#!/usr/bin/env python3
# Any Python reads this file, also one that is too old for the rest: keep to the words of Python 2.
"""Starts the project with Python 3.11 or newer; build_scripts/run.py says what can be asked for."""

import sys

if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit("Python 3.11 or newer is needed; this is %s." % sys.version.split()[0])
    from build_scripts.run import main

    sys.exit(main(sys.argv[1:]))
