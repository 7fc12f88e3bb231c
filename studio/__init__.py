"""What the studio knows and keeps: subjects, photos, recipes, jobs, pictures, settings. No torch, no gradio."""
