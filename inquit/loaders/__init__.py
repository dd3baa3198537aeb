"""Inputs to articles, one kind a module; the only place where text is normalised."""

from inquit.loaders.file_ids import file_id
from inquit.loaders.input_bytes import SIZE_LIMIT, open_regular
from inquit.loaders.kind import Kind
from inquit.loaders.local_documents import load, load_document, load_document_stream
from inquit.loaders.text.corpus import articles_in, load_corpus, load_corpus_stream
from inquit.loaders.text.plain_text import STREAM_NAME, load_bytes, load_file, load_stream

__all__ = [
    "SIZE_LIMIT",
    "STREAM_NAME",
    "Kind",
    "articles_in",
    "file_id",
    "load",
    "load_bytes",
    "load_corpus",
    "load_corpus_stream",
    "load_document",
    "load_document_stream",
    "load_file",
    "load_stream",
    "open_regular",
]
