"""What a person changes about photos before a lesson: kept beside the photos given, which stay as they are."""
