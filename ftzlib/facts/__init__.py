"""What was read: records, tables, checks, files, the marked article."""
