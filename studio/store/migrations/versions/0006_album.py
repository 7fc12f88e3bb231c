"""Stars, the bin, and a number that tells that a person's pictures changed."""

import sqlalchemy as sa
from alembic import op

revision = "0006_album"
down_revision = "0005_owners"


def upgrade() -> None:
    """Add the columns, indexes in the order in which the album and the bin are read, and the numbers."""
    op.add_column("pictures", sa.Column("starred", sa.Boolean(), nullable=False, server_default="0"))
    op.add_column("pictures", sa.Column("deleted_at", sa.Float()))
    op.drop_index("pictures_by_time", "pictures")
    for name, moment, which in (
        ("pictures_by_time", "created_at", "deleted_at IS NULL"),
        ("pictures_with_star", "created_at", "starred = 1 AND deleted_at IS NULL"),
        ("pictures_in_bin", "deleted_at", "deleted_at IS NOT NULL"),
    ):
        op.create_index(name, "pictures", ["owner", moment], sqlite_where=sa.text(which))
    op.create_table(
        "picture_revisions",
        sa.Column("owner", sa.String(), nullable=False, primary_key=True),
        sa.Column("revision", sa.Integer(), nullable=False),
    )
