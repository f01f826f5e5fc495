"""Forms: which documents exist, their pages, and how they are set out for paper and Word."""
