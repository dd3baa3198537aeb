"""Runs the store's measurements, the quick ones first."""

from bench.store import (
    crowd,
    damage,
    faults,
    feed_damage,
    feed_kills,
    feed_speed,
    kills,
    reanchoring,
    speed,
    templated,
)

if __name__ == "__main__":
    for subject in (
        speed,
        feed_speed,
        reanchoring,
        templated,
        damage,
        faults,
        feed_damage,
        crowd,
        kills,
        feed_kills,
    ):
        subject.main()
        print(flush=True)
