"""From notebooks to a folder of HTML."""

from ftzlib.text.document import need

need("report", "nbconvert", "ipykernel", "seaborn", "nh3", "filelock", "tqdm")
