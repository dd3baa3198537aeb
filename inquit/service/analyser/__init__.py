"""The analyser: a process that analyses articles for others, and how to reach it.

spaCy holds the interpreter's lock while it is imported, loaded and run; in the reader's own
process that would freeze the keys. Whoever asks uses an `AnalyserClient`. The program is
`python -m inquit.service.analyser`; client and process exchange messages over a stream socket.
"""
