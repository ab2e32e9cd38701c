"""Datasets on disk: a folder of Parquet files that is whole, or is not there.

schema.py    columns derived from the classes of the model
arrow.py     records ↔ Arrow ↔ Parquet; the one module that imports pyarrow
folders.py   a folder replaced at once, by one writer at a time
in_place.py  the same for a folder that cannot be renamed, such as a mount point
writing.py   what both need: locks, and waiting for the disk
tables.py    the files of a dataset, their checksums and their manifest
"""
