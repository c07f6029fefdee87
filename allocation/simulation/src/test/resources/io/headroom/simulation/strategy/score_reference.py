#!/usr/bin/env python3
"""Prints score_reference.csv: what score_allocation.py makes of runs drawn from a linear congruential generator.

    cd allocation/simulation/src/test/resources/io/headroom/simulation/strategy      # from the root of the repository
    PYTHONPATH=$OLDPWD/../shared/eval python3 score_reference.py > score_reference.csv

Made with Python 3.11.7. RunScoreTest draws the same runs.
"""
import score_allocation as sa

CASES = [  # seed, steps, spike factor, capacity, beta, step seconds, overload, min units, window minutes
    (1, 400, 5, 9.0, 5.0, 60.0, 1.1111111, 1, 30.0),
    (2, 700, 1, 13.7, 1.0, 300.0, 1.1111111, 1, 30.0),
    (3, 257, 5, 4.25, 15.0, 60.0, 1.0, 3, 10.0),
    (4, 300, 1, 17.0, 2.5, 3600.0, 1.2, 0, 180.0),
    (5, 60, 5, 20.0, 0.0, 40.0, 1.1111111, 1, 30.0),
]
COLUMNS = ('viol', 'unserved', 'cost', 'oracle_cost', 'cost_ratio', 'theta_u', 'theta_o', 'tau_u', 'tau_o', 'moves',
           'oracle_moves', 'moves_ratio', 'reversals')


def draw(seed, n, factor):
    """-> (demand, ready, paid); demand is a level with noise and rare spikes, the fleet is arbitrary."""
    x, demand, ready, paid = seed, [], [], []

    def below(bound):
        nonlocal x
        x = (1103515245 * x + 12345) % 2 ** 31
        return (x >> 8) % bound
    for t in range(n):
        spike = factor if below(40) == 0 else 1
        demand.append((20 + t % 50 + below(30)) * spike / 8 * 3)
        ready.append(1 + below(9))
        paid.append(ready[-1] + below(3))
    return demand, ready, paid


def main():
    print('seed,steps,spike_factor,capacity,beta,step_seconds,overload,min_units,window_minutes,' + ','.join(COLUMNS)
          + ',burst_index,class')
    for case in CASES:
        seed, n, factor, capacity, beta, step_seconds, overload, min_units, window = case
        demand, ready, paid = draw(seed, n, factor)
        m = sa.score(demand, ready, paid, capacity, beta, step_seconds, overload, min_units, window)
        print(','.join(map(repr, case)) + ',' + ','.join(repr(m[c]) for c in COLUMNS)
              + f',{sa.burst_index(demand, step_seconds)!r},{sa.klass(demand, step_seconds)}')


if __name__ == '__main__':
    main()
