"""How far the messages of a worker on another machine were applied."""

import sqlalchemy as sa
from alembic import op

revision = "0004_applied"
down_revision = "0003_wishes"


def upgrade() -> None:
    """Change workers."""
    op.add_column("workers", sa.Column("applied", sa.Integer(), nullable=False, server_default="0"))
