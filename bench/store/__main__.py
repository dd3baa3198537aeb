"""Runs the store's benchmarks, quick ones first; `tests/store` shows what the store survives."""

from bench.store import feed_speed, reanchoring, speed, templated

if __name__ == "__main__":
    for subject in (speed, feed_speed, reanchoring, templated):
        subject.main()
        print(flush=True)
