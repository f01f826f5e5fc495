"""A school unzips the site, puts its own details in, and keeps them over an update."""

from build_scripts.release.editions.offline import editions

SITE = {
    "index.html": b"home",
    "local-details.txt": b"neutral",
    "our-pages/read-me.txt": b"words",
    "intranet/put-this-on-your-intranet.pdf": b"%PDF",
}


def test_the_first_zip_has_everything_and_the_sheet_beside_it() -> None:
    """A technician who opens the zip sees the sheet and one folder."""
    first, _ = editions("1.0", SITE, b"config")
    assert first.files == {
        "put-this-on-your-intranet.pdf": b"%PDF",
        **{f"moving-forward/{path}": data for path, data in SITE.items()},
        "moving-forward/web.config": b"config",
    }


def test_the_update_is_the_same_without_what_is_the_school_s_own() -> None:
    """Names and numbers that a school has filled in stay, and so do its own pages."""
    first, update = editions("1.0", SITE, b"config")
    assert set(first.files) - set(update.files) == {
        "moving-forward/local-details.txt",
        "moving-forward/our-pages/read-me.txt",
    }
    assert set(update.files.items()) <= set(first.files.items())
    assert (first.name, update.name) == ("moving-forward-1.0-first-install.zip", "moving-forward-1.0-update.zip")
