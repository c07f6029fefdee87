#!/usr/bin/env python3
"""Prints bootstrap_reference.csv: what score_allocation.py's paired bootstrap makes of figures from a linear congruential generator.

    cd allocation/simulation/src/test/resources/io/headroom/simulation/strategy/frontier      # from the root of the repository
    PYTHONPATH=$OLDPWD/../shared/eval python3 bootstrap_reference.py > bootstrap_reference.csv

Made with Python 3.11.7. PairedBootstrapTest draws the same figures. A column "draw" holds random.Random(seed).random() number 1000.
"""
import random
import score_allocation as sa

CASES = [  # seed, series, resamples, statistic
    (1, 1, 100, 'mean'),
    (1, 2, 10000, 'mean'),
    (1, 2, 10000, 'median'),
    (1, 7, 10000, 'mean'),
    (1, 8, 10000, 'median'),
    (1, 16, 10000, 'mean'),
    (1, 16, 10000, 'median'),
    (12345678901, 33, 2000, 'median'),
    (0, 132, 1000, 'mean'),
    (1, 132, 1000, 'median'),
]


def draw(seed, n):
    """-> (a, b): b is a with noise; some are equal."""
    x, a, b = seed % 2 ** 31, [], []

    def below(bound):
        nonlocal x
        x = (1103515245 * x + 12345) % 2 ** 31
        return (x >> 8) % bound
    for _ in range(n):
        a.append(below(1000) / 64)
        b.append(a[-1] if below(5) == 0 else a[-1] + (below(400) - 150) / 64)
    return a, b


def main():
    print('seed,series,resamples,statistic,a,b,low,high,draw')
    for seed, n, resamples, name in CASES:
        statistic = getattr(sa, name)
        a, b = draw(seed, n)
        _, low, high = sa.bootstrap(a, b, statistic, resamples, seed)
        rng = random.Random(seed)
        number = [rng.random() for _ in range(1000)][-1]
        print(f'{seed},{n},{resamples},{name},{statistic(a)!r},{statistic(b)!r},'
              f'{"" if low is None else repr(low)},{"" if high is None else repr(high)},{number!r}')


if __name__ == '__main__':
    main()
