"""The family of a subject, the memory of a worker's graphics card, and how much of a download is done."""

import sqlalchemy as sa
from alembic import op

revision = "0002_base_models"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns; a subject from before is of the family that its base model was taken for then."""
    op.add_column("jobs", sa.Column("part", sa.Float()))
    op.add_column("workers", sa.Column("gpu_gb", sa.Float()))
    op.add_column("subjects", sa.Column("family", sa.String(), nullable=False, server_default="sdxl"))
    op.execute("UPDATE subjects SET family = 'pocket' WHERE base_model = 'pocket'")
