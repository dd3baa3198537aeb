"""Runs the store's measurements, the quick ones first; what it survives `tests/store` shows."""

from bench.store import feed_speed, reanchoring, speed, templated

if __name__ == "__main__":
    for subject in (speed, feed_speed, reanchoring, templated):
        subject.main()
        print(flush=True)
