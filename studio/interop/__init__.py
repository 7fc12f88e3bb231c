"""What other programs write and read: A1111's text, ComfyUI's graphs, the texts inside picture files."""
