"""LibreOffice, which sets Word files and decks as another program than the one they are meant for."""

import os
import subprocess
from pathlib import Path


def as_pdf(path: Path) -> Path:
    """Return the PDF that LibreOffice makes of a file, beside it; ``SOFFICE`` names the command when not ``soffice``.

    Raises:
        SystemExit: when there is no LibreOffice, or it cannot read such files.
    """
    command = [os.environ.get("SOFFICE", "soffice"), "--headless", f"-env:UserInstallation={path.parent.as_uri()}/user"]
    try:
        subprocess.run(
            [*command, "--convert-to", "pdf", "--outdir", path.parent, path], capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise SystemExit(f"LibreOffice cannot be run: {error}") from error
    pdf = path.with_suffix(".pdf")
    if not pdf.is_file():
        raise SystemExit(f"LibreOffice cannot read {path.name}: install libreoffice-writer and libreoffice-impress")
    return pdf
