"""Asks for a password, of a backup or an account: at the terminal, unseen, or as the first line of standard input."""

import getpass
import io
import sys

from app.services.backing_up import must_be_new_password
from app.texts import text


def new_password() -> str:
    """A password for a new backup, asked twice at a terminal. Raises Refused where it is too short, or another the
    second time."""
    password = ask_password("backup_password.ask_new")
    must_be_new_password(password, ask_password("backup_password.ask_again") if _at_terminal() else password)
    return password


def known_password() -> str:
    """The password of a backup that is there."""
    return ask_password("backup_password.ask")


def _at_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def ask_password(key: str) -> str:
    """What was typed after the sentence ``key``; "" for nothing."""
    if _at_terminal():
        try:
            return getpass.getpass(f"{text(key)} ")
        except EOFError:
            return ""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape")
    return sys.stdin.readline().rstrip("\r\n") if sys.stdin is not None else ""
