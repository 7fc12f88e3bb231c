"""Whose jobs, subjects and pictures are: until now everything was one person's."""

import sqlalchemy as sa
from alembic import op

revision = "0005_owners"
down_revision = "0004_applied"

EARLIER = ", ".join(
    (
        "key", "name", "kind", "trigger_word", "base_model", "state", "cover_file", "photo_files", "lora_files",
        "sample_files", "job_id", "created_at", "rank", "alpha", "steps", "family",
    )
)  # fmt: skip


def upgrade() -> None:
    """Add the columns. Subjects get a new table, as their names and trigger words are each owner's own from now on.

    Other tables name jobs and pictures, whose tables therefore stay.
    """
    for table in ("jobs", "pictures"):
        op.add_column(table, sa.Column("owner", sa.String(), nullable=False, server_default="owner"))
    op.create_index("jobs_by_owner", "jobs", ["owner"])
    op.drop_index("pictures_by_time", "pictures")
    op.create_index("pictures_by_time", "pictures", ["owner", "created_at"])
    op.create_table(
        "owned_subjects",
        sa.Column("owner", sa.String(), nullable=False, primary_key=True),
        sa.Column("key", sa.String(), nullable=False, primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("trigger_word", sa.String(), nullable=False),
        sa.Column("base_model", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("cover_file", sa.String()),
        sa.Column("photo_files", sa.JSON(), nullable=False),
        sa.Column("lora_files", sa.JSON(), nullable=False),
        sa.Column("sample_files", sa.JSON(), nullable=False),
        sa.Column("job_id", sa.String()),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("rank", sa.Integer()),
        sa.Column("alpha", sa.Float()),
        sa.Column("steps", sa.Integer()),
        sa.UniqueConstraint("owner", "trigger_word"),
    )
    op.execute(f"INSERT INTO owned_subjects (owner, {EARLIER}) SELECT 'owner', {EARLIER} FROM subjects")
    op.drop_table("subjects")
    op.rename_table("owned_subjects", "subjects")
    op.create_index("ix_subjects_job_id", "subjects", ["job_id"])
