"""How Alembic runs the migrations: on the connection that the database hands it, in one transaction."""

from alembic import context

from studio.store.tables import Base

connection = context.config.attributes["connection"].execution_options(cuddle_writes=True)
context.configure(connection=connection, target_metadata=Base.metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
