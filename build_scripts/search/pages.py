"""The page on which the search stands by itself."""

from __future__ import annotations

from build_scripts.pages.index_page import IndexPageKind

INDEX_PAGES = (IndexPageKind("search", "search/templates/search.html", meta={"search_page": True}),)
