"""Raw values of the page to what the studio takes, and its rows back to plain values. No gradio here."""
