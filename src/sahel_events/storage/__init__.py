"""Datasets on disk: a folder of Parquet files that is whole, or is not there.

schema.py    columns derived from the classes of the model
arrow.py     records ↔ Arrow ↔ Parquet; the one module that imports pyarrow
folders.py   a folder replaced at once, by one writer at a time
tables.py    the files of a dataset, their checksums and their manifest
"""
