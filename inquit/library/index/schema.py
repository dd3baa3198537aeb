"""The tables of the index.

The full-text tables have external content: the words stand once, in the tables that they index.
Shingles have none, for their words are made again from the text where they have to be removed.
"""

from __future__ import annotations

SCHEMA_VERSION = 3
"""The version of the tables; an index of another version is made anew."""

_TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"

TABLES = f"""
CREATE TABLE home (name TEXT PRIMARY KEY, seen INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE known (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id TEXT NOT NULL UNIQUE,
    text_digest TEXT NOT NULL,
    title TEXT NOT NULL,
    site TEXT NOT NULL,
    place TEXT NOT NULL,
    byline TEXT NOT NULL,
    day TEXT,
    remembered TEXT NOT NULL,
    home TEXT NOT NULL,
    engine TEXT,
    model TEXT,
    corrections TEXT NOT NULL,
    word_count INTEGER NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX article_home ON article (home);
CREATE INDEX article_day ON article (day);
CREATE INDEX article_digest ON article (text_digest);

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    source_id TEXT NOT NULL,
    key TEXT NOT NULL,
    last_word TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    role TEXT NOT NULL
);
CREATE INDEX source_article ON source (article);
CREATE INDEX source_key ON source (key);
CREATE INDEX source_last_word ON source (last_word);

CREATE TABLE quote (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    source INTEGER,
    quote_id TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    speaker TEXT NOT NULL,
    role TEXT NOT NULL,
    confidence REAL NOT NULL,
    corrected INTEGER NOT NULL,
    denied INTEGER NOT NULL
);
CREATE INDEX quote_article ON quote (article);
CREATE INDEX quote_source ON quote (source);

CREATE VIRTUAL TABLE article_words USING fts5(
    title, text, content = 'article', content_rowid = 'id', {_TOKENS});
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
    INSERT INTO article_words (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
    INSERT INTO article_words (article_words, rowid, title, text)
    VALUES ('delete', old.id, old.title, old.text);
    DELETE FROM source WHERE article = old.id;
    DELETE FROM quote WHERE article = old.id;
END;

CREATE VIRTUAL TABLE quote_words USING fts5(
    words, speaker, role, content = 'quote', content_rowid = 'id', {_TOKENS});
CREATE TRIGGER quote_added AFTER INSERT ON quote BEGIN
    INSERT INTO quote_words (rowid, words, speaker, role)
    VALUES (new.id, new.words, new.speaker, new.role);
END;
CREATE TRIGGER quote_removed AFTER DELETE ON quote BEGIN
    INSERT INTO quote_words (quote_words, rowid, words, speaker, role)
    VALUES ('delete', old.id, old.words, old.speaker, old.role);
END;

CREATE VIRTUAL TABLE shingles USING fts5(
    runs, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
"""

FULL_TEXT = ("article_words", "quote_words", "shingles")
"""The tables whose removed words stay in the file until they are optimised."""
