"""Draws and makes each file to download once, in one process that does nothing else."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from build_scripts.publish.downloads import available_shapes, downloads
from build_scripts.publish.project import open_project
from tests.benchmarks.measured import SETTINGS, Run
from tests.built import ROOT


def documents_once(root: Path) -> Run:
    """Return what drawing and making the documents of a project takes, without reading its content.

    Args:
        root: the project folder.
    """
    start = time.monotonic()
    command = [sys.executable, "-m", "tests.benchmarks.documents_once", str(root)]
    ran = subprocess.run(command, cwd=ROOT, env=os.environ | SETTINGS, stdout=subprocess.PIPE, check=True)
    return Run(float(ran.stdout), time.monotonic() - start)


def main(root: Path) -> None:
    """Do it without looking for rubbish meanwhile, as a build does; print the CPU seconds."""
    project = open_project(root, date.today(), shapes=available_shapes())
    gc.disable()
    start = time.process_time()
    tasks = [download.job(project.build_info) for download in downloads(project.content, available_shapes())]
    for task in tasks:
        task.make(*task.arguments)
    print(time.process_time() - start)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
