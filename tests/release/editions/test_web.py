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
