"""Sổ CCHC: rules, use cases, documents and file exchange. Knows neither the window nor the storage."""

VERSION = "0.1.0"
