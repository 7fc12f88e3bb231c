"""When workers were at which job, for fair turns and for limits of the minutes a day."""

import sqlalchemy as sa
from alembic import op

revision = "0008_work"
down_revision = "0007_people"


def upgrade() -> None:
    """Add the table. What was worked before is nobody's turn, and counts for no limit."""
    op.create_table(
        "work",
        sa.Column("id", sa.Integer(), nullable=False, primary_key=True),
        sa.Column("job_id", sa.String(), sa.ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("owner", sa.String(), nullable=False, index=True),
        sa.Column("began_at", sa.Float(), nullable=False),
        sa.Column("ended_at", sa.Float()),
    )
