#!/usr/bin/env python3
"""Prints baseline_reference.csv: the baselines in plain Python over a synthetic series, scored by score_allocation.py.

    cd allocation/simulation/src/test/resources/io/headroom/simulation/strategy      # from the root of the repository
    PYTHONPATH=$OLDPWD/../shared/eval python3 baseline_reference.py > baseline_reference.csv

Made with Python 3.11.7. Written from the protocol's text, apart from the Java code. BaselineReferenceTest draws the same
series: a triangular day, weekends at half, a little noise, and rare bursts that last a few minutes.
"""
import math

import score_allocation as sa

CASES = [  # step seconds, days, lead steps, target
    (60, 9, 1, 0.7), (60, 9, 5, 0.5), (60, 9, 5, 0.7), (60, 9, 15, 0.9), (300, 14, 1, 0.6), (300, 14, 3, 0.7),
]


def draw(step, days):
    x, out, burst = 7, [], 0

    def below(bound):
        nonlocal x
        x = (1103515245 * x + 12345) % 2 ** 31
        return (x >> 8) % bound
    for t in range(days * 86400 // step):
        second = t * step
        of_day = second % 86400
        level = 200 + min(of_day, 86400 - of_day) // 108
        if second // 86400 % 7 >= 5:
            level //= 2
        if burst == 0 and below(86400 // step // 4) == 0:
            burst = 1 + 900 // step
        factor = 2 if burst else 1
        burst = max(0, burst - 1)
        out.append((level + below(level // 4)) * factor / 8)
    return out


def steps(seconds, step):
    return max(1, -(-seconds // step))


def hpa(demand, c, target, step, lead):
    past, keep = [], steps(300, step) + 1

    def total(t, ready, booting):
        now, y = ready + booting, demand[t - 1]
        ratio = y / (ready * c) / target
        if not (ratio > 1 and booting):
            n = now if abs(1 - ratio) <= 0.1 else math.ceil(ratio * ready)
        else:
            again = y / (now * c) / target
            n = now if abs(1 - again) <= 0.1 or again < 1 else max(now, math.ceil(again * now))
        past.append(n)
        return min(now, max(past[-keep:])) if n < now else min(n, 16 * now)
    return total


def tracking(demand, c, target, step, lead):
    high = low = 0

    def total(t, ready, booting):
        nonlocal high, low
        u = demand[t - 1] / (ready * c)
        high = high + 1 if u > target else 0
        low = low + 1 if u < 0.9 * target else 0
        want = ready + booting
        if high >= steps(180, step):
            want = max(want, math.ceil(demand[t - 1] / (target * c)))
        if low >= steps(900, step):
            want, low = min(want, math.ceil(demand[t - 1] / (target * c))), 0
        return want
    return total


def tracking_predictive(demand, c, target, step, lead):
    inner = tracking(demand, c, target, step, lead)
    per_hour = 3600 // step
    hourly = [sum(demand[i:i + per_hour]) / per_hour for i in range(0, len(demand), per_hour)]

    def floor(t, hour):
        known = t // per_hour // 6 * 6
        pairs = [(0.8 ** (k - 1), hourly[hour - 24 * k]) for k in range(1, 15) if 0 <= hour - 24 * k < known]
        return sum(w * m for w, m in pairs) / sum(w for w, _ in pairs) if pairs else 0

    def total(t, ready, booting):
        f = max(floor(t, (t + lead) // per_hour), floor(t, t // per_hour))
        return max(inner(t, ready, booting), math.ceil(f / (target * c)))
    return total


def replay(controller, demand, t0, lead, fleet):
    ready, orders, out_ready, out_paid = fleet, [], [], []      # orders: [step, units], oldest first
    for t in range(t0, len(demand)):
        ready += sum(n for s, n in orders if s <= t - lead)
        orders = [[s, n] for s, n in orders if s > t - lead]
        booting = sum(n for _, n in orders)
        more = max(1, controller(t, ready, booting)) - ready - booting
        if more > 0:
            orders.append([t, more])
        while more < 0:
            if orders:
                orders[-1][1] -= 1
                if orders[-1][1] == 0:
                    orders.pop()
            else:
                ready -= 1
            more += 1
        out_ready.append(ready)
        out_paid.append(ready + sum(n for _, n in orders))
    return out_ready, out_paid


def main():
    print('step_seconds,days,lead_steps,target,strategy,demand_sum,unit,viol,unserved,cost,oracle_cost,moves,oracle_moves,'
          'reversals')
    for step, days, lead, target in CASES:
        demand = draw(step, days)
        t0 = max(4 * 86400 // step, len(demand) // 2 * step // 3600 * 3600 // step)
        evaluated = demand[t0:]
        unit = sa.quantile(evaluated, 0.999) / 100
        start = math.ceil(demand[t0] / (target * unit))
        peak = math.ceil(max(demand[:t0]) / (target * unit))
        for name, make in (('hpa', hpa), ('tracking', tracking), ('tracking-predictive', tracking_predictive),
                           ('static-peak', None)):
            if make:
                ready, paid = replay(make(demand, unit, target, step, lead), demand, t0, lead, start)
            else:
                ready = paid = [peak] * len(evaluated)
            m = sa.score(evaluated, ready, paid, 0.9 * unit, lead, step, 1.1111111)
            print(','.join(map(repr, (step, days, lead, target))) + f',{name},{sum(demand)!r},{unit!r},'
                  + ','.join(repr(m[k]) for k in ('viol', 'unserved', 'cost', 'oracle_cost', 'moves', 'oracle_moves',
                                                  'reversals')))


if __name__ == '__main__':
    main()
