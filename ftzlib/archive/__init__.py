"""Many articles as Parquet, over any `concurrent.futures.Executor`."""

from ftzlib.text.document import need

need("archive", "pyarrow", "filelock", "tqdm")
