"""SQLite storage: the only package that opens a session."""
