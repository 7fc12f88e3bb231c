"""How the page is served: who may reach it, with how much at once, with which headers, and behind which login."""

from ui.serving.launch import MAX_UPLOAD, launch_settings, serve

__all__ = ["MAX_UPLOAD", "launch_settings", "serve"]
