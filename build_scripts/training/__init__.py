"""Sessions: slides, pages, decks and packages from one plan."""
