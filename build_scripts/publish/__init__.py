"""A project becomes a site folder."""
