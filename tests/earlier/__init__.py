"""Data folders that earlier versions made, which later ones open."""
