"""The site is replaced together with the list of its files."""

from build_scripts.publish.site_folder import MANIFEST, NEXT, SITE_FOLDER


def test_the_list_lies_outside_the_site_and_the_next_one_beside_it() -> None:
    """Neither the list nor a site that is being made is ever published."""
    assert SITE_FOLDER.listed == MANIFEST
    assert not MANIFEST.startswith(f"{SITE_FOLDER.folder}/") and not NEXT.startswith(f"{SITE_FOLDER.folder}/")
