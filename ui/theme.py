"""The colours, the font and the shapes of the page."""

from pathlib import Path

from gradio.themes import Base, Soft
from gradio.themes.utils import colors, sizes
from gradio.themes.utils.colors import Color

ASSETS = Path(__file__).resolve().parent / "assets"
CSS_FILES = sorted(ASSETS.rglob("*.css"))  # of the page as a whole, and of its parts
FAVICON = ASSETS / "logo.svg"

# White text on 600 has a contrast of 6.3 to 1, on 500 of 4.7 to 1; WCAG AA asks for 4.5.
RASPBERRY = Color(
    name="raspberry",
    c50="#fdf2f5",
    c100="#fbe4ea",
    c200="#f6c8d4",
    c300="#eda0b4",
    c400="#e07a97",
    c500="#c74468",
    c600="#ae2f55",
    c700="#922546",
    c800="#79213d",
    c900="#671f38",
    c950="#3a0d1c",
)


# What the computer's own programs are written in: it has every letter of its owner's language, and nothing is fetched.
# The names after the first are for browsers that do not know the word.
FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "sans-serif")
FONTS_OF_ONE_WIDTH = ("ui-monospace", "SFMono-Regular", "Consolas", "monospace")


def cuddle_theme() -> Base:
    """The theme for launch(). Its fonts are the computer's own."""
    theme = Soft(
        primary_hue=RASPBERRY,
        secondary_hue=colors.amber,
        neutral_hue=colors.stone,
        font=FONTS,
        font_mono=FONTS_OF_ONE_WIDTH,
        radius_size=sizes.radius_lg,
    )
    return theme.set(
        body_background_fill="#fbf6f1",
        body_background_fill_dark="#1a1617",
        block_background_fill="#ffffff",
        block_background_fill_dark="#252021",
        block_border_width="1px",
        block_border_color="#ece3da",
        block_border_color_dark="#3a3233",
        block_shadow="none",
        block_shadow_dark="none",
        input_background_fill="#fffdfb",
        input_background_fill_dark="#1d191a",
        input_border_color="#d9ccc0",
        input_border_color_dark="#544a4b",
        input_border_width="1px",
        input_shadow="none",
        input_placeholder_color="*neutral_500",
        block_title_background_fill="transparent",
        block_title_background_fill_dark="transparent",
        block_title_text_color="*neutral_800",
        block_title_text_color_dark="*neutral_100",
        block_title_padding="0",
        block_label_background_fill="#f7eee8",
        block_label_background_fill_dark="#3a3032",
        block_label_text_color="*neutral_700",
        block_label_text_color_dark="*neutral_200",
        block_info_text_color="*neutral_600",
        block_info_text_color_dark="*neutral_400",
        button_primary_background_fill="*primary_600",
        button_primary_background_fill_hover="*primary_700",
        button_primary_background_fill_dark="*primary_500",
        button_primary_background_fill_hover_dark="*primary_600",
        button_primary_text_color="white",
        button_primary_text_color_dark="white",
        button_primary_shadow="none",
        button_primary_shadow_hover="none",
        button_secondary_background_fill="#f4ebe4",
        button_secondary_background_fill_hover="#eadfd5",
        button_secondary_background_fill_dark="#3a3233",
        button_secondary_background_fill_hover_dark="#4a4041",
        button_secondary_shadow="none",
        button_secondary_shadow_hover="none",
        link_text_color="*primary_700",
        link_text_color_dark="*primary_300",
        slider_color="*primary_600",
        slider_color_dark="*primary_400",
        checkbox_label_shadow="none",
        checkbox_background_color_selected="*primary_600",
        checkbox_background_color_selected_dark="*primary_500",
        checkbox_label_background_fill="#fbf6f1",
        checkbox_label_background_fill_dark="#1d191a",
        checkbox_label_background_fill_selected="*primary_50",
        checkbox_label_background_fill_selected_dark="*primary_950",
        checkbox_label_text_color_selected="*neutral_900",
        checkbox_label_text_color_selected_dark="*neutral_50",
    )
