"""Who must do what: clauses and their bodies, headings and lists, block by block."""
