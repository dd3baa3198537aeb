"""Runs the store's measurements, the quick ones first."""

from bench.store import crowd, damage, faults, feed_kills, kills, reanchoring, speed

if __name__ == "__main__":
    for subject in (speed, reanchoring, damage, faults, crowd, kills, feed_kills):
        subject.main()
        print(flush=True)
