"""Files, YAML and front matter, read with the place of everything kept."""
