"""Word, Excel, PDF and JSON, in and out."""
