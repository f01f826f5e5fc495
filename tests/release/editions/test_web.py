"""A web server gets the site with its settings, and recipes for other servers beside it."""

from build_scripts.release.editions.web import edition


def test_recipes_lie_where_servers_look_for_them() -> None:
    """Two work by lying beside the first page; all are in a folder of their own, outside what is served."""
    recipes = {"_headers": b"policy", "web.config": b"config", "nginx.conf": b"server"}
    assert edition("1.0", {"index.html": b"home", "index.html.br": b"small"}, recipes).files == {
        "moving-forward/index.html": b"home",
        "moving-forward/index.html.br": b"small",
        "moving-forward/_headers": b"policy",
        "moving-forward/web.config": b"config",
        **{f"hosting/{name}": data for name, data in recipes.items()},
    }


def test_what_is_a_school_s_own_is_copied_once() -> None:
    """A zip that is unpacked over a site never wipes the details that a school has filled in."""
    site = {"index.html": b"home", "local-details.txt": b"neutral", "our-pages/read-me.txt": b"words", "local.js": b""}
    files = edition("1.0", site, {"_headers": b"", "web.config": b""}).files
    own = ("local-details.txt", "our-pages/read-me.txt", "local.js")
    assert {path for path in files if path.endswith(own)} == {f"first-time/{path}" for path in own}
