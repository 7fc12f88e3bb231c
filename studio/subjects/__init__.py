"""Who or what is taught: subjects, their names and kinds, and how they were taught."""
