"""Wishes beside the one to cancel, several workers, and the checkpoints of lessons."""

import sqlalchemy as sa
from alembic import op

revision = "0003_wishes"
down_revision = "0002_base_models"


def upgrade() -> None:
    """Change jobs and workers, make checkpoints."""
    op.add_column("jobs", sa.Column("wish", sa.String()))
    op.execute("UPDATE jobs SET wish = 'cancel' WHERE cancel_requested")
    op.drop_column("jobs", "cancel_requested")
    op.add_column("jobs", sa.Column("slot", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("workers", sa.Column("slot", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "checkpoints",
        sa.Column("job_id", sa.String(), sa.ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("step", sa.Integer(), nullable=False, primary_key=True),
        sa.Column("sample_files", sa.JSON(), nullable=False),
        sa.Column("lora_files", sa.JSON(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
    )
