"""The look of the page."""

from ui.theme import cuddle_theme


def test_the_page_asks_for_the_computers_own_fonts_and_brings_none() -> None:
    css = cuddle_theme()._get_theme_css()
    assert "--font: system-ui, -apple-system, Segoe UI, Roboto, " in css
    assert "--font-mono: ui-monospace, " in css
    for elsewhere in ("@font-face", "url(http", ".woff", "Lexend", "Plex"):
        assert elsewhere not in css
    assert cuddle_theme()._stylesheets == []
