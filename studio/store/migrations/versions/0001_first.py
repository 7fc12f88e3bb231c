"""The first tables: jobs, losses, subjects, pictures and workers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "jobs",
        sa.Column("id", sa.String(), nullable=False, primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("request", sa.JSON(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("steps", sa.Integer(), nullable=False),
        sa.Column("seconds_left", sa.Float()),
        sa.Column("loss", sa.Float()),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("result", sa.JSON()),
        sa.Column("error_type", sa.String()),
        sa.Column("error_message", sa.String()),
        sa.Column("error_traceback", sa.String()),
        sa.Column("cancel_requested", sa.Boolean(), nullable=False),
        sa.Column("preview_file", sa.String()),
        sa.Column("created_at", sa.Float()),
        sa.Column("started_at", sa.Float()),
        sa.Column("ended_at", sa.Float()),
        sa.Column("heartbeat_at", sa.Float()),
        sa.Column("worker_id", sa.String()),
        sa.Column("claimed_step", sa.Integer(), nullable=False),
        sa.Column("vain_claims", sa.Integer(), nullable=False),
    )
    op.create_index("jobs_by_state", "jobs", ["state", "place"])
    op.create_table(
        "losses",
        sa.Column("job_id", sa.String(), sa.ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("step", sa.Integer(), nullable=False, primary_key=True),
        sa.Column("loss", sa.Float(), nullable=False),
    )
    op.create_table(
        "subjects",
        sa.Column("key", sa.String(), nullable=False, primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("trigger_word", sa.String(), nullable=False, unique=True),
        sa.Column("base_model", sa.String(), nullable=False),
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
    )
    op.create_index("ix_subjects_job_id", "subjects", ["job_id"])
    op.create_table(
        "pictures",
        sa.Column("id", sa.String(), nullable=False, primary_key=True),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("thumbnail_file", sa.String()),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.String(), nullable=False),
        sa.Column("request", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.Float(), nullable=False),
        sa.Column("seconds", sa.Float()),
        sa.Column("search_text", sa.String(), nullable=False),
    )
    op.create_index("pictures_by_time", "pictures", ["created_at"])
    op.create_table(
        "picture_subjects",
        sa.Column("picture_id", sa.String(), sa.ForeignKey("pictures.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("subject_key", sa.String(), nullable=False, primary_key=True),
    )
    op.create_index("picture_subjects_by_subject", "picture_subjects", ["subject_key"])
    op.create_table(
        "workers",
        sa.Column("id", sa.String(), nullable=False, primary_key=True),
        sa.Column("pid", sa.Integer(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("base_model", sa.String()),
        sa.Column("started_at", sa.Float(), nullable=False),
        sa.Column("heartbeat_at", sa.Float(), nullable=False),
    )
