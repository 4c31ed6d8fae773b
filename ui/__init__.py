"""The Qt window: holds ids and plain rows only."""
