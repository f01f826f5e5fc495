"""The young person's pages and printed sheets."""
