"""ComfyUI's graphs: written for our pictures, and read from those of others."""
