"""The two commands for everyone, on a computer that has only Python."""

import ast
import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts import run
from build_scripts.release import browser_audit
from tests.built import ROOT
from tests.folders import python, write

DEBIAN = Path("/usr/bin/python3")
FAKE = """\
#!{python}
import os, pathlib, sys
log = pathlib.Path({log!r})
told = "CHROMIUM" in os.environ and sys.argv[1] == "-m" and sys.argv[2] != "pip"
browser = " with " + os.environ["CHROMIUM"] if told else ""
with log.open("a", encoding="utf-8") as file:
    file.write(" ".join(sys.argv[1:]) + browser + "\\n")
code = pathlib.Path({log!r} + "." + sys.argv[2])
sys.exit(int(code.read_text()) if code.is_file() else 0)
"""
"""A Python that writes down what it is asked to do, and exits with the code in a file named after the module."""
LOOKS = "-c import sys, pip; sys.exit(sys.version_info < (3, 11))"
PYTEST = " ".join(("-m pytest -n 2 --dist loadfile --no-loadscope-reorder", *run.in_memory()))
VERBS = ("site", "serve", "check", "new", "review-dates", "confirm", "release", "test", "bench")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project folder with run.py and requirements of its own, and nothing else."""
    root = tmp_path / "a project"
    requirements = {"requirements.txt": "one==1\n", "requirements-test.txt": "two==2\n"}
    requirements |= {"requirements-bench.txt": "three==3\n"}
    program = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("run.py", "build_scripts/run.py")}
    write(root, {**program, **requirements})
    return root


@pytest.fixture
def log(root: Path, tmp_path: Path) -> Path:
    """Give the project a virtual environment of a fake Python, and return where that writes what it was asked."""
    log = tmp_path / "log"
    (root / ".venv" / "bin").mkdir(parents=True)
    program(root / ".venv" / "bin" / "python", FAKE.format(python=sys.executable, log=str(log)))
    return log


def start(
    root: Path, *arguments: str, python: str = sys.executable, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Start run.py as an editor does, from any folder."""
    settings = {key: value for key, value in os.environ.items() if key != "CHROMIUM"}
    return subprocess.run(
        [python, str(root / "run.py"), *arguments],
        cwd=root.parent,
        env={**settings, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def program(path: Path, text: str = "#!/bin/sh\n") -> str:
    """Make a program and return its path."""
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def asked(log: Path) -> list[str]:
    """Return what the fake Python was asked since the last look."""
    lines = log.read_text(encoding="utf-8").splitlines()
    log.unlink()
    return lines


def install(root: Path, requirements: str) -> str:
    """Return the call that installs requirements."""
    options = "install --disable-pip-version-check --progress-bar off --require-hashes"
    return f"-m pip {options} -r {root / requirements}"


@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["--help"], 0), (["help"], 0), (["biuld"], 2)])
def test_without_a_known_verb_all_verbs_are_explained(root: Path, arguments: list[str], code: int) -> None:
    """Whoever types anything learns what can be typed; only a slip is an error; nothing is installed."""
    ran = start(root, *arguments)
    assert ran.returncode == code
    assert all(f"  python3 run.py {verb} " in ran.stdout for verb in VERBS)
    assert 'On Windows write "py run.py"' in ran.stdout
    assert not (root / ".venv").exists()


def test_an_older_python_is_told_its_version(root: Path) -> None:
    """Nobody meets a syntax error: what is started is written so that Python 2 and any 3 can read it."""
    text = (ROOT / "run.py").read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 0))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Starred, ast.AsyncFunctionDef, ast.Nonlocal)
    assert [node for node in ast.walk(tree) if isinstance(node, newer)] == [] and text.isascii()
    assert [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "print"] == []
    old = (
        "import sys, runpy; sys.version_info = (2, 7, 18); sys.version = '2.7.18 (default)'; sys.argv = sys.argv[1:]; "
    )
    command = [
        sys.executable,
        "-c",
        f"{old}runpy.run_path(sys.argv[0], run_name='__main__')",
        str(root / "run.py"),
        "site",
    ]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stderr) == (1, "Python 3.11 or newer is needed; this is 2.7.18.\n")


@pytest.mark.parametrize("verb", ["site", "serve", "check", "new", "review-dates", "confirm"])
def test_a_verb_is_handed_on_with_what_follows(root: Path, log: Path, verb: str) -> None:
    """Options after the verb reach the command, and the folder of run.py is the project."""
    ran = start(root, verb, "--quiet")
    assert ran.returncode == 0, ran.stderr
    assert asked(log)[-1] == f"-m build_scripts {verb} --project {root} --quiet"


@pytest.mark.parametrize("code", [1, 2])
def test_the_exit_code_is_handed_back(root: Path, log: Path, code: int) -> None:
    """CI sees the failure."""
    write(log.parent, {"log.build_scripts": str(code)})
    assert start(root, "check").returncode == code


def test_requirements_are_installed_when_they_changed_and_only_then(root: Path, log: Path) -> None:
    """The first start sets up, the next is quick and needs no network, and an update of the project is taken up."""
    hand_on = f"-m build_scripts check --project {root}"
    assert "Installing 1 packages of requirements.txt; " in start(root, "check").stdout
    assert asked(log) == [LOOKS, install(root, "requirements.txt"), hand_on]
    assert start(root, "check").stdout == ""
    assert asked(log) == [hand_on]
    write(root, {"requirements.txt": "one==2\n"})
    start(root, "check")
    assert asked(log) == [LOOKS, install(root, "requirements.txt"), hand_on]


def test_requirements_that_could_not_be_installed_are_tried_again(root: Path, log: Path) -> None:
    """A network that fails is told plainly, and the next start does not think all is done."""
    write(log.parent, {"log.pip": "1"})
    for _ in range(2):
        ran = start(root, "check")
        assert (ran.returncode, asked(log)) == (1, [LOOKS, install(root, "requirements.txt")])
        told = "The requirements could not be installed; see the lines above. Check the network, then try again.\n"
        assert ran.stderr == told


def python_without_venv(tmp_path: Path, lacks: str) -> tuple[str, dict[str, str]]:
    """Return a Python that cannot make a virtual environment, and what it needs to run.

    Args:
        tmp_path: a folder for what stands in the way.
        lacks: the module that is not there; without ensurepip, Debian's Python leaves half a folder behind.
    """
    test = "import sys; sys.version_info < (3, 11) and sys.exit(); import ensurepip"
    if lacks == "ensurepip" and DEBIAN.exists():
        told = subprocess.run([str(DEBIAN), "-c", test], capture_output=True, encoding="utf-8", check=False)
        if "No module named 'ensurepip'" in told.stderr:
            return str(DEBIAN), {}
    half = "import pathlib, sys; p = pathlib.Path(sys.argv[-1]) / 'bin'; p.mkdir(parents=True); (p / 'x').touch()\n"
    write(tmp_path, {"venv.py": (half if lacks == "ensurepip" else "") + f"import {lacks}_that_is_not_there\n"})
    return sys.executable, {"PYTHONPATH": str(tmp_path)}


@pytest.mark.parametrize("lacks", ["venv", "ensurepip"])
def test_a_python_without_venv_names_the_package(root: Path, tmp_path: Path, lacks: str) -> None:
    """On Debian and Ubuntu the one missing package is named, and half a folder does not stand in the way later."""
    python, environment = python_without_venv(tmp_path / "shadow", lacks)
    ran = start(root, "check", python=python, **environment)
    assert ran.returncode == 1
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert "This Python cannot make a virtual environment (its venv or ensurepip is missing)." in ran.stderr
    if python == sys.executable:
        assert f"On Debian or Ubuntu: sudo apt install {package}, then try again." in ran.stderr
    assert not (root / ".venv").exists()


@pytest.mark.parametrize("broken", ["#!/nonexistent/python\n", "#!/bin/sh\nexit 1\n"], ids=["gone", "without pip"])
def test_a_virtual_environment_that_does_not_work_is_made_anew(root: Path, log: Path, broken: str) -> None:
    """After the system's Python was replaced, or the folder came from elsewhere, the next start repairs it."""
    good = (root / ".venv" / "bin" / "python").read_text(encoding="utf-8")
    program(root / ".venv" / "bin" / "python", broken)
    copy = f"import pathlib, sys; (pathlib.Path(sys.argv[-1]) / 'bin' / 'python').write_text({good!r})\n"
    write(log.parent, {"shadow/venv.py": copy})
    ran = start(root, "check", PYTHONPATH=str(log.parent / "shadow"))
    assert ran.returncode == 0, ran.stderr
    assert f"Making a virtual environment in {root / '.venv'} …" in ran.stdout
    assert asked(log) == [install(root, "requirements.txt"), f"-m build_scripts check --project {root}"]


@pytest.mark.parametrize("spoilt", ["an empty folder", "half a file"])
def test_a_package_that_is_broken_is_installed_anew(root: Path, log: Path, spoilt: str) -> None:
    """After a cut or a slip all is mended by the same command: once, and not for ever where that does not help."""
    good = (root / ".venv" / "bin" / "python").read_text(encoding="utf-8")
    copy = "import pathlib, sys\np = pathlib.Path(sys.argv[-1], 'bin', 'python')\np.parent.mkdir(parents=True)\n"
    copy += f"p.write_text({good!r})\np.chmod(0o755)\n"
    start(root, "check")
    asked(log)
    write(log.parent, {"log.build_scripts": str(run.BROKEN), "shadow/venv.py": copy})
    ran = start(root, "check", PYTHONPATH=str(log.parent / "shadow"))
    hand_on = f"-m build_scripts check --project {root}"
    assert "Installing everything anew …" in ran.stdout
    assert (ran.returncode, asked(log)) == (run.BROKEN, [hand_on, install(root, "requirements.txt"), hand_on])
    module = {"an empty folder": ("click/__init__.py", ""), "half a file": ("click.py", "def half(")}[spoilt]
    write(log.parent / "site", {module[0]: module[1]})
    told = python("-m", "build_scripts", "check", cwd=ROOT, PYTHONPATH=str(log.parent / "site"))
    assert (told.returncode, told.stdout) == (run.BROKEN, "")
    assert told.stderr.startswith("A package is not installed, or broken (")
    assert len(told.stderr.splitlines()) == 1


def test_our_own_slip_is_no_broken_package() -> None:
    """Who works on the program sees where it is wrong."""
    with pytest.raises(ImportError):
        run.broken(ImportError("no name", name="build_scripts.content"))
    with pytest.raises(SyntaxError):
        run.broken(SyntaxError("half a line", (str(ROOT / "build_scripts" / "cli.py"), 1, 1, "")))


@pytest.mark.parametrize("held", [".", ".venv"])
def test_a_project_that_may_not_be_written_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], held: str
) -> None:
    """On a disk of another's, or with the environment of another user, one line says what to do."""
    monkeypatch.setattr(run, "ROOT", root)
    monkeypatch.setattr(run, "VENV", root / ".venv")
    monkeypatch.setattr(run, "PYTHON", root / ".venv" / "bin" / "python")
    if held != ".":
        (root / held).mkdir()
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != root / held)
    assert run.main(["check"]) == 1
    told = capsys.readouterr().err
    assert told == f"What the project needs belongs into {root / '.venv'}, where you may not write.\n{run.ELSEWHERE}\n"


def test_an_environment_that_may_not_be_read_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder of another user is named, without a traceback."""
    refused = PermissionError(errno.EACCES, "Permission denied", str(root / ".venv"))

    def refuse(_requirements: str) -> int:
        raise refused

    monkeypatch.setattr(run, "set_up", refuse)
    assert run.main(["check"]) == 1
    assert capsys.readouterr().err == f"{root / '.venv'} cannot be used (Permission denied).\n{run.ELSEWHERE}\n"


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A computer without browsers; programs put into the folder are found."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("CHROMIUM", "")  # so that what run.py sets is taken back
    monkeypatch.setattr(run, "BROWSER_PATHS", (str(tmp_path / "Chromium.app"),))
    return tmp_path / "bin"


def test_the_browser_that_is_set_wins(no_browser: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A technician chooses the browser of the tests, whatever else is installed."""
    program(no_browser / "chromium")
    mine = program(tmp_path / "mine")
    monkeypatch.setenv("CHROMIUM", mine)
    assert run.find_browser() == 0
    assert os.environ["CHROMIUM"] == mine


@pytest.mark.parametrize("name", ["chromium-headless-shell", "chromium", "google-chrome", "msedge"])
def test_a_browser_on_the_path_is_found(no_browser: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any Chromium, Chrome or Edge will do, also when the variable names one that is gone."""
    monkeypatch.setenv("CHROMIUM", str(no_browser / "gone"))
    there = program(no_browser / name)
    assert run.find_browser() == 0
    assert os.environ["CHROMIUM"] == there


@pytest.mark.parametrize("verb", [["test", "--fast"], ["site"]], ids=["test", "site"])
def test_tests_keep_what_python_compiles(verb: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """They start our program hundreds of times, so it is compiled once; other commands do as they are told."""
    seen: list[str | None] = []
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(run, "set_up", lambda _requirements: 0)

    def handed_on(*_: object) -> int:
        seen.append(os.environ.get("PYTHONDONTWRITEBYTECODE"))
        return 0

    for name in ("hand_on", "make"):
        monkeypatch.setattr(run, name, handed_on)
    assert run.main(verb) == 0
    assert seen == [None if verb[0] == "test" else "1"]


@pytest.mark.parametrize(("room", "where"), [(run.MUCH, "memory"), (run.MUCH - 1, None), (None, None)])
def test_tests_write_into_memory_that_has_room(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, room: int | None, where: str | None
) -> None:
    """A small or missing memory is left alone, and tests write to the disk as ever."""
    memory = tmp_path / "memory"
    if room is not None:
        memory.mkdir()
    usage = shutil.disk_usage(tmp_path)._replace(free=room or 0)
    monkeypatch.setattr(run, "MEMORY", memory)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    monkeypatch.delenv("PYTEST_DEBUG_TEMPROOT", raising=False)
    assert run.in_memory() == (run.IN_MEMORY if where else ())
    assert os.environ.pop("PYTEST_DEBUG_TEMPROOT", None) == (str(tmp_path / where) if where else None)


def test_the_quickest_browser_is_taken(no_browser: Path) -> None:
    """Tests and releases take Debian's Chromium without windows where there are two, and benchmarks the other."""
    whole = program(no_browser / "chromium")
    there = program(no_browser / run.WINDOWLESS)
    assert run.existing_browser() == browser_audit.program() == there
    assert run.existing_browser(run.WITH_WINDOWS) == whole


def test_a_browser_outside_the_path_is_found(no_browser: Path) -> None:
    """On Windows and on a Mac browsers stand where no PATH leads."""
    there = program(no_browser.parent / "Chromium.app")
    assert run.existing_browser() == there


@pytest.mark.usefixtures("no_browser")
def test_without_a_browser_the_remedy_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """The tests do not start without a browser, and say what to install."""
    assert run.find_browser() == 1
    assert capsys.readouterr().err == (
        "The tests need a Chromium, Chrome or Edge, and none was found.\n"
        "Install one (Debian: sudo apt install chromium), or set CHROMIUM to the path of yours.\n"
    )
    assert os.environ["CHROMIUM"] == ""


@pytest.mark.parametrize(("user", "code"), [(0, 0), (1000, 1)])
@pytest.mark.parametrize("has", ["chromium-headless-shell", "chromium"])
def test_in_a_container_the_browser_is_installed(
    no_browser: Path, monkeypatch: pytest.MonkeyPatch, user: int, code: int, has: str
) -> None:
    """As root on Debian «run.py test» needs nothing by hand, and takes what a Debian has; nobody else's is changed."""
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    there = no_browser / has
    made = f'#!/bin/sh\ncase "$*" in *install*{has}) echo > "{there}"; /bin/chmod 755 "{there}" ;; esac\n'
    program(no_browser / "apt-get", made)
    assert run.find_browser() == code
    assert there.exists() is (code == 0)


@pytest.mark.parametrize(
    ("verb", "there", "user", "asks"),
    [
        ("site", False, 0, True),
        ("release", False, 0, True),
        ("test", False, 0, True),
        ("bench", False, 0, True),
        ("check", False, 0, False),
        ("site", True, 0, False),
        ("site", False, 1000, False),
    ],
)
def test_what_pdfs_need_is_installed_where_that_is_allowed(
    no_browser: Path, monkeypatch: pytest.MonkeyPatch, verb: str, there: bool, user: int, asks: bool
) -> None:
    """As root on Debian the site has its PDFs without work by hand; else nobody's system is changed, and it goes on."""
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    monkeypatch.setattr(run, "find_library", lambda _: "libpango-1.0.so.0" if there else None)
    monkeypatch.setattr(run, "set_up", lambda _: 7)
    log = no_browser / "asked"
    program(no_browser / "apt-get", f'#!/bin/sh\necho "$*" >> "{log}"\nexit 100\n')
    assert run.main([verb]) == 7
    wanted = ["-qq update", f"-qq install -y --no-install-recommends {' '.join(run.LIBRARIES.values())}"]
    assert (log.read_text(encoding="utf-8").splitlines() if log.exists() else []) == (wanted if asks else [])


def test_a_single_library_that_is_missing_is_installed(no_browser: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with Pango and without HarfBuzz's cutter of fonts makes the same bytes as another."""
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(run, "find_library", lambda name: None if name == "harfbuzz-subset" else "there")
    log = no_browser / "asked"
    program(no_browser / "apt-get", f'#!/bin/sh\necho "$*" >> "{log}"\n')
    run.find_libraries()
    assert log.read_text(encoding="utf-8").endswith("--no-install-recommends libharfbuzz-subset0\n")


@pytest.mark.parametrize(("there", "user", "asks"), [(False, 0, True), (True, 0, False), (False, 1000, False)])
def test_servers_and_browsers_are_installed_and_not_started(
    no_browser: Path, monkeypatch: pytest.MonkeyPatch, there: bool, user: int, asks: bool
) -> None:
    """As root on Debian all is tried without work by hand, and no port is taken; else nothing is changed."""
    held = no_browser / "policy-rc.d"
    monkeypatch.setattr(run, "NO_START", held)
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    programs = run.SERVERS | run.OTHER_BROWSERS
    for name in programs if there else ["nginx"]:
        program(no_browser / name)
    log = no_browser / "asked"
    program(no_browser / "apt-get", f'#!/bin/sh\n"{held}"; echo "$? $*" >> "{log}"\n')
    assert run.find_programs(programs) == 0
    wanted = " ".join(package for name, packages in programs.items() if name != "nginx" for package in packages)
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    assert lines[1:] == ([f"101 -qq install -y --no-install-recommends {wanted}"] if asks else [])
    assert not held.exists()


@pytest.mark.parametrize(("there", "user", "asks"), [(False, 0, True), (True, 0, False), (False, 1000, False)])
def test_viewers_of_pdfs_are_installed(
    no_browser: Path, monkeypatch: pytest.MonkeyPatch, there: bool, user: int, asks: bool
) -> None:
    """As root on Debian forms are tried with every viewer without work by hand; else nothing is changed."""
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    monkeypatch.setattr(run, "find_library", {"poppler-glib": "there" if there else None}.get)
    for name in ("gs", "pdftotext") if there else ():
        program(no_browser / name)
    log = no_browser / "asked"
    program(no_browser / "apt-get", f'#!/bin/sh\necho "$*" >> "{log}"\n')
    run.find_viewers()
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    assert lines[1:] == ([f"-qq install -y --no-install-recommends {' '.join(run.VIEWERS)}"] if asks else [])


@pytest.mark.parametrize(("verb", "asks"), [("test", True), ("bench", False)])
def test_tests_have_every_browser_and_benchmarks_one(
    no_browser: Path, monkeypatch: pytest.MonkeyPatch, verb: str, asks: bool
) -> None:
    """Firefox and WebKit are there for the tests wherever they can be, and are not fetched for a benchmark."""
    monkeypatch.setattr(run, "find_libraries", lambda: None)
    monkeypatch.setattr(run, "set_up", lambda _: 0)
    monkeypatch.setattr(run, "hand_on", lambda *_: 0)
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(run, "NO_START", no_browser / "policy-rc.d")
    program(no_browser / "chromium")
    log = no_browser / "asked"
    program(no_browser / "apt-get", f'#!/bin/sh\necho "$*" >> "{log}"\n')
    assert run.main([verb]) == 0
    browsers = {"firefox-esr", "webkit2gtk-driver", "xvfb"}
    assert browsers & set(log.read_text(encoding="utf-8").split()) == (browsers if asks else set())


def test_tests_start_with_their_requirements_and_the_browser(root: Path, log: Path, tmp_path: Path) -> None:
    """One command runs all tests."""
    browser = program(tmp_path / "browser")
    assert start(root, "test", "-q", CHROMIUM=browser, PATH=str(tmp_path)).returncode == 0
    assert asked(log) == [
        LOOKS,
        install(root, "requirements-test.txt"),
        f"{PYTEST} -q with {browser}",
    ]


def test_the_fast_tests_start_without_a_browser(root: Path, log: Path) -> None:
    """A change is tested within a minute, with what a build needs and nothing more."""
    assert start(root, "test", "--fast", "-q").returncode == 0
    assert asked(log)[-1] == f"{PYTEST} -m not slow -q"


def test_a_release_has_a_browser_to_look_with(root: Path, log: Path, tmp_path: Path) -> None:
    """One command makes a release; one that looks at nothing needs no browser and no requirements of tests."""
    browser = program(tmp_path / "browser")
    made = f"-m build_scripts release --project {root}"
    assert start(root, "release", CHROMIUM=browser).returncode == 0
    assert asked(log) == [LOOKS, install(root, "requirements-test.txt"), f"{made} with {browser}"]
    assert start(root, "release", "--skip-browser").returncode == 0
    assert asked(log) == [LOOKS, install(root, "requirements.txt"), f"{made} --skip-browser"]


def test_benchmarks_start_with_the_browser_too(root: Path, log: Path, tmp_path: Path) -> None:
    """One command runs all benchmarks, or the one that is named, with what they compare with."""
    browser = program(tmp_path / "browser")
    assert start(root, "bench", "first-visit", CHROMIUM=browser, PATH=str(tmp_path)).returncode == 0
    assert asked(log) == [
        LOOKS,
        install(root, "requirements-test.txt"),
        LOOKS,
        install(root, "requirements-bench.txt"),
        f"-m tests.benchmarks first-visit with {browser}",
    ]
