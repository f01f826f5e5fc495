"""How a piece of prose looks in one format; renderers never import one another."""
