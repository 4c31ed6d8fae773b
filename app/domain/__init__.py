"""Pure rules over dataclasses: standard library only."""
