"""The files of a data folder: where they lie, how they are written, who may read them, and who holds a lock."""
