"""One format a module; none knows a subject."""
