"""Are the faults of photos found, and good photos left alone? `python -m benchmarks.photos --photos FOLDER`."""
