"""What the studio knows and keeps: subjects, photos, recipes, requests, jobs, pictures, settings. No torch, no gradio."""
