"""Whatever leads a reader back to a row: values, sentences, tables, figures."""
