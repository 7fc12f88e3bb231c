"""What comes of a main job of two people when processes are killed and disks, folders and the database give trouble."""
