"""Law, helplines, glossary, corrections and changes as pages."""
