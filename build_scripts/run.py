"""Sets up what the project needs and hands on; needs Python 3.11 or newer and nothing else.

  python3 run.py site     check the content and build the site into site/ (installs what PDFs need where it may)
  python3 run.py serve    preview the site; changes to content_data/ show at once
  python3 run.py check    find every mistake in the content, build nothing
  python3 run.py new      begin something new in the content, such as: new question who-is-told
  python3 run.py review-dates  list what is overdue or not confirmed, and write the review desk into build/
  python3 run.py confirm  show what an entry asks of a reviewer, and write down who has confirmed it
  python3 run.py release  build the site and every edition of it into dist/ (installs a Chromium where it may)
  python3 run.py test     run all tests (installs browsers and web servers where it may);
                          test --fast leaves out those with a browser, a server, a built site or many documents;
                          test --full looks at every page in every state
  python3 run.py bench    measure speed, first visits, search, Lighthouse and more (takes very long;
                          name one: bench speed, bench first-visit, bench search, bench forms, bench decks,
                          bench lighthouse, bench load, bench paper)

On Windows write "py run.py" for "python3 run.py". What follows the verb is handed on:
python3 run.py check --strict-dates
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from ctypes.util import find_library
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUNTIME, TEST, BENCH = "requirements.txt", "requirements-test.txt", "requirements-bench.txt"
WINDOWLESS, WITH_WINDOWS = "chromium-headless-shell", "chromium"
"""Debian's two of Chromium: the first has the same engine, and a page opens in a quarter of the time. Benchmarks take
the second, as readers do."""
BROWSERS = (WINDOWLESS, WITH_WINDOWS, "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
BROWSER_PATHS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
"""What WeasyPrint needs to make PDFs, each with Debian's package; without the last the bytes differ."""
SPREAD = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
"""Tests run side by side, those of one file together, in the order of tests/conftest.py."""
MEMORY, MUCH = Path("/dev/shm"), 4 << 30
"""Where a Linux has files in memory, and how much room in bytes the tests want there."""
IN_MEMORY = ("-o", "tmp_path_retention_policy=failed")
"""What passed leaves nothing in memory."""
SERVERS = {
    "nginx": ("nginx", "libnginx-mod-http-brotli-static"),
    "apache2": ("apache2",),
    "caddy": ("caddy",),
    "lighttpd": ("lighttpd", "lighttpd-mod-deflate"),
    "unzip": ("unzip",),
    "wrk": ("wrk",),
}
"""Programs that releases and the recipes for hosting are tried with, and Debian's packages of each."""
VIEWERS = ("ghostscript", "poppler-utils", "gir1.2-poppler-0.18", "python3-gi")
"""Debian's packages of programs that forms are filled in and printed with."""
OTHER_BROWSERS = {
    WITH_WINDOWS: (WITH_WINDOWS,),
    "firefox-esr": ("firefox-esr",),
    "WebKitWebDriver": ("webkit2gtk-driver",),
    "Xvfb": ("xvfb",),
}
"""Programs that readers' ways are gone with besides the quickest Chromium; WebKit needs a screen."""
NO_START = Path("/usr/sbin/policy-rc.d")
"""Where Debian looks whether a service may start once it is installed."""
VERBS = ("site", "serve", "check", "new", "review-dates", "confirm")
BROKEN = 3
"""The exit code of a command that lacks a package, or meets one that is broken."""
ELSEWHERE = "Copy the project to a folder of your own on a disk with room, then try again."


def main(arguments: list[str]) -> int:
    """Do what the verb asks and return its exit code."""
    try:
        return do(arguments)
    except OSError as error:  # a folder of another user, a disk that is full or may only be read
        return fail(f"{error.filename or ROOT} cannot be used ({error.strerror or error}).\n{ELSEWHERE}")


def do(arguments: list[str]) -> int:
    """Do what the verb asks and return its exit code."""
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if verb in ("site", "release", "test", "bench"):
        find_libraries()
    if verb in VERBS:
        return set_up(RUNTIME) or make(RUNTIME, verb, rest)
    if verb == "release":
        requirements = RUNTIME if "--skip-browser" in rest else TEST
        return set_up(requirements) or (requirements == TEST and find_browser()) or make(requirements, verb, rest)
    if verb in ("test", "bench"):
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # they start this program hundreds of times
        module = ("pytest", *SPREAD, *in_memory()) if verb == "test" else ("tests.benchmarks",)
        if verb == "test" and "--fast" in rest:
            return set_up(TEST) or hand_on(
                "-m", *module, "-m", "not slow", *(word for word in rest if word != "--fast")
            )
        programs = SERVERS | OTHER_BROWSERS if verb == "test" else SERVERS
        wrong = set_up(TEST) or (set_up(BENCH) if verb == "bench" else 0)
        if verb == "test" and not wrong:
            find_viewers()
        browser = WINDOWLESS if verb == "test" else WITH_WINDOWS
        return wrong or find_browser(browser) or find_programs(programs) or hand_on("-m", *module, *rest)
    print(__doc__)
    return 0 if verb in ("", "-h", "--help", "help") else 2


def in_memory() -> tuple[str, ...]:
    """Let tests write their thousands of small files into memory where that has room, and return what they are told.

    On a disk the same files cost the fast tests an eighth of their time, and more where it is busy.
    """
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < MUCH:
        return ()
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
    return IN_MEMORY


def set_up(requirements: str) -> int:
    """Make the virtual environment and install the hashed requirements, only when they changed."""
    wanted = hashlib.sha256((ROOT / requirements).read_bytes()).hexdigest()
    done = VENV / f"{requirements}.sha256"
    if PYTHON.exists() and done.exists() and done.read_text(encoding="utf-8") == wanted:
        return 0
    if not os.access(VENV if VENV.exists() else ROOT, os.W_OK | os.X_OK):
        return fail(f"What the project needs belongs into {VENV}, where you may not write.\n{ELSEWHERE}")
    if not works():
        print(f"Making a virtual environment in {VENV} …", flush=True)
        if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False).returncode:
            shutil.rmtree(VENV, ignore_errors=True)
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            return fail(
                "This Python cannot make a virtual environment (its venv or ensurepip is missing).\n"
                f"On Debian or Ubuntu: sudo apt install python{version}-venv, then try again.\n"
                "Elsewhere: install Python from python.org, or your system's package for venv."
            )
    if install(requirements):
        return fail("The requirements could not be installed; see the lines above. Check the network, then try again.")
    done.write_text(wanted, encoding="utf-8")
    return 0


def install(requirements: str) -> int:
    """Install requirements with pip, tell of each package, and return pip's exit code."""
    lines = (ROOT / requirements).read_text(encoding="utf-8").splitlines()
    count = sum("==" in line for line in lines)
    print(f"Installing {count} packages of {requirements}; the first time this takes a minute or two …", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off"]
    command = [*pip, "--require-hashes", "-r", str(ROOT / requirements)]
    begun = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as running:
        for line in running.stdout or ():
            if line.startswith("Collecting ") and sys.stdout.isatty():
                begun += 1
                print(f"\r\033[K  {begun} of {count}: {line.split()[1]}", end="", flush=True)
    print(end="\n" if begun else "")
    return running.returncode


def works() -> bool:
    """Tell whether the virtual environment is there, whole and recent enough."""
    if not PYTHON.exists():
        return False
    test = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([PYTHON, "-c", test], capture_output=True, check=False).returncode == 0
    except OSError:  # made on another computer, or by a Python that is gone
        return False


def make(requirements: str, verb: str, rest: list[str]) -> int:
    """Hand on to the program; where a package turns out to be broken, install everything anew and try once more."""
    command = ("-m", "build_scripts", verb, "--project", str(ROOT), *rest)
    code = hand_on(*command)
    if code != BROKEN:
        return code
    print("Installing everything anew …", flush=True)
    shutil.rmtree(VENV)
    return set_up(requirements) or hand_on(*command)


def find_libraries() -> None:
    """Install the libraries that PDFs need where that is possible; without them the site is built without PDFs."""
    missing = [package for name, package in LIBRARIES.items() if find_library(name) is None]
    if missing and may_install():
        print("Installing libraries for PDF …", flush=True)
        apt_get(*missing)


def may_install() -> bool:
    """Tell whether this is Debian or alike, and the user may change it."""
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def apt_get(*packages: str) -> None:
    """Install Debian packages; whether it worked shows in what is there afterwards."""
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "-qq", *step], stdout=subprocess.DEVNULL, check=False)


def find_programs(programs: dict[str, tuple[str, ...]]) -> int:
    """Install what is missing, where that is possible, and start no service; the tests say what they lack.

    Args:
        programs: the packages of each program.
    """
    missing = [name for program, names in programs.items() if not shutil.which(program) for name in names]
    if missing and may_install():
        print(f"Installing {', '.join(missing)} …", flush=True)
        ours = not NO_START.exists()
        if ours:
            NO_START.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
            NO_START.chmod(0o755)
        try:
            apt_get(*missing)
        finally:
            if ours:
                NO_START.unlink()
    return 0


def find_viewers() -> None:
    """Install viewers of PDFs where that is possible; the tests say which are missing."""
    if not (shutil.which("gs") and shutil.which("pdftotext") and find_library("poppler-glib")) and may_install():
        print("Installing viewers of PDFs …", flush=True)
        apt_get(*VIEWERS)


def find_browser(wanted: str = WINDOWLESS) -> int:
    """Set CHROMIUM to a browser, installing Debian's where that is possible.

    Args:
        wanted: the program that is taken when there are several, and Debian's package of it.
    """
    is_set = Path(os.environ.get("CHROMIUM", "")).is_file()
    if not is_set and not shutil.which(wanted) and may_install():
        print("Installing Chromium …", flush=True)
        apt_get(wanted)
        if not existing_browser():  # an older Debian has only the whole of it
            apt_get(WITH_WINDOWS)
    browser = existing_browser(wanted)
    if not browser:
        return fail(
            "The tests need a Chromium, Chrome or Edge, and none was found.\n"
            "Install one (Debian: sudo apt install chromium), or set CHROMIUM to the path of yours."
        )
    os.environ["CHROMIUM"] = browser
    return 0


def existing_browser(wanted: str = WINDOWLESS) -> str:
    """Return the path of a browser, or nothing.

    Args:
        wanted: the program that is taken when there are several and none is set.
    """
    given = os.environ.get("CHROMIUM", "")
    found = [given, *(shutil.which(name) or "" for name in (wanted, *BROWSERS)), *BROWSER_PATHS]
    return next((path for path in found if path and Path(path).is_file()), "")


def hand_on(*arguments: str) -> int:
    """Run the project's own Python with these arguments."""
    os.environ["PYTHONUTF8"] = "1"
    try:
        return subprocess.run([PYTHON, *arguments], cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 130


def broken(error: Exception) -> int:
    """Say which package was taken away, cut off or half installed, and return the exit code for it.

    Raises:
        Exception: the error itself, when it is our own code that is wrong.
    """
    name, file = getattr(error, "name", "") or "", getattr(error, "filename", "") or ""
    if name.startswith("build_scripts") or Path(file).is_relative_to(ROOT / "build_scripts"):
        raise error
    fail(f"A package is not installed, or broken ({error}): 'python3 run.py' mends it.")
    return BROKEN


def fail(message: str) -> int:
    """Say what is wrong and return the exit code for it."""
    print(message, file=sys.stderr)
    return 1
