"""The page and its HTTP API, made with Gradio: what a person sees, over what the studio knows."""
