"""Replacing the program by a newer one from a file, and going back where that does not start.

Every version keeps its parts in a folder of its own beside the program file, so that the step from one version to the
other is the replacement of one file, which a power cut leaves either old or new, and each of them whole.
"""
