"""How people share one queue and one disk: whose turn it is, what was worked for whom, and what each may have."""
