"""From words to records: one subject a module; `ftzlib.reader.read` alone knows the order."""
