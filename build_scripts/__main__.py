"""``python -m build_scripts``."""

from build_scripts.cli import main

main()
