"""The content model of a printed document and how a plan becomes one."""
