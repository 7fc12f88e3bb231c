"""People with accounts, their invitations, sessions and tokens; which subjects guests may use."""

import sqlalchemy as sa
from alembic import op

revision = "0007_people"
down_revision = "0006_album"


def upgrade() -> None:
    """Add the tables. Everything that is there stays the owner's, who needs no account."""
    op.create_table(
        "people",
        sa.Column("id", sa.String(), nullable=False, primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False, unique=True),
        sa.Column("password_hash", sa.String()),
        sa.Column("hub_user", sa.String(), unique=True),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("limits", sa.JSON(), nullable=False),
    )
    op.create_table(
        "invitations",
        sa.Column("key", sa.String(), nullable=False, primary_key=True),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("expires_at", sa.Float(), nullable=False),
    )
    op.create_table(
        "sessions",
        sa.Column("key", sa.String(), nullable=False, primary_key=True),
        sa.Column("person", sa.String(), nullable=False, index=True),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("used_at", sa.Float(), nullable=False),
    )
    op.create_table(
        "api_tokens",
        sa.Column("key", sa.String(), nullable=False, primary_key=True),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        sa.Column("person", sa.String(), nullable=False, index=True),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("used_at", sa.Float()),
    )
    op.add_column("subjects", sa.Column("guests_may_use", sa.Boolean(), nullable=False, server_default="0"))
