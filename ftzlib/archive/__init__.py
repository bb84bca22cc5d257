"""Many articles as Parquet, over any `concurrent.futures.Executor`."""
