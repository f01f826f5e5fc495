"""The whole guide, as one page and as a document."""
