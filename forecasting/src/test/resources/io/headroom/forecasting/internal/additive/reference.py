"""Exact mode of Prophet's posterior on three made series, by coordinate descent: writes reference.csv beside it.

python3 reference.py     (numpy 2.4.6)

-log posterior, constants dropped, y over max|y|, t in [0, 1]:
  n log s + SSE/(2 s^2) + k^2/50 + m^2/50 + sum|delta|/scale + sum beta^2/200 + 2 s^2
"""
import csv, os
import numpy as np

def noise(n):
    """Uniform in [-1, 1) by a linear congruential generator, the same in any language."""
    x, out = 12345, []
    for _ in range(n):
        x = (1103515245 * x + 12345) % 2147483648; out.append(x / 1073741824.0 - 1)
    return np.array(out)

def made(name):
    """Series, its seasons as (numerator, denominator, order), and the steps that are missing."""
    if name == "hourly":
        i = np.arange(960); y = 200 + 0.1 * i + np.where(i > 400, -0.25 * (i - 400), 0) + 30 * np.sin(2 * np.pi * i / 24) + 12 * np.cos(2 * np.pi * i / 168) + 9 * noise(960)
        return i, y, [(24, 1, 4), (168, 1, 3)], i % 97 == 5
    if name == "daily":
        i = np.arange(1500); y = 8 + 0.001 * i + np.where(i > 600, 0.002 * (i - 600), 0) + 0.5 * np.sin(2 * np.pi * i / 365.25) + 0.2 * np.cos(2 * np.pi * i / 7) + 0.3 * noise(1500)
        return i, y, [(1461, 4, 10), (7, 1, 3)], (i % 50 < 3) | ((i > 700) & (i < 730))
    i = np.arange(30); return i, 5 + 0.2 * i + noise(30), [(7, 1, 2)], i == 11

def columns(i, seasons): return np.column_stack([f(2 * np.pi * j * i * d / n) for n, d, o in seasons for j in range(1, o + 1) for f in (np.sin, np.cos)])

def solve(G, c, yy, n, ridge, l1):
    p = len(c); th = np.zeros(p); s = 0.1
    for outer in range(500):
        H, q = G / s ** 2 + np.diag(ridge), c / s ** 2
        for it in range(200000):
            move = 0.0
            for j in range(p):
                r = q[j] - H[j] @ th + H[j, j] * th[j]; v = np.sign(r) * max(abs(r) - l1[j], 0) / H[j, j]
                if v != th[j]: move = max(move, abs(v - th[j]) * np.sqrt(H[j, j])); th[j] = v
            act = (th != 0) | (l1 == 0); sol = np.linalg.solve(H[np.ix_(act, act)], q[act] - l1[act] * np.sign(th[act]))
            if np.all(np.sign(sol[l1[act] > 0]) == np.sign(th[act][l1[act] > 0])):
                th2 = np.zeros(p); th2[act] = sol
                if np.all(np.abs((q - H @ th2)[~act]) <= l1[~act] + 1e-9): th = th2; break
            if move < 1e-12: break
        sse = yy - 2 * c @ th + th @ G @ th; s2 = np.sqrt((-n + np.sqrt(n ** 2 + 16 * sse)) / 8)
        if abs(s2 - s) < 1e-14: s = s2; break
        s = s2
    sse = yy - 2 * c @ th + th @ G @ th
    return th, s, n * np.log(s) + sse / (2 * s * s) + 0.5 * ridge @ (th * th) + l1 @ np.abs(th) + 2 * s * s

rows = []
for name, count, scale in (("hourly", 25, 0.05), ("daily", 25, 0.05), ("short", 5, 0.5)):
    step, y, seasons, missing = made(name); keep = ~missing; i, y = step[keep], y[keep]; n = len(y)
    top = np.abs(y).max(); length = i[-1] - i[0]; t = (i - i[0]) / length
    cp = t[np.round(np.linspace(0, int(np.floor(n * 0.8)) - 1, count + 1)).astype(int)[1:]]
    F = columns(i, seasons); X = np.hstack([t[:, None], np.ones((n, 1)), np.maximum(t[:, None] - cp, 0), F]); ys = y / top
    ridge = np.r_[1 / 25, 1 / 25, np.zeros(count), np.full(F.shape[1], 1 / 100.0)]; l1 = np.r_[0, 0, np.full(count, 1 / scale), np.zeros(F.shape[1])]
    th, s, value = solve(X.T @ X, X.T @ ys, ys @ ys, n, ridge, l1)
    add = lambda q, v: rows.append([name, q, "%.12g" % v])
    add("objective", value); add("sigma", s); add("k", th[0]); add("m", th[1]); add("bends", int((th[2:2 + count] != 0).sum()))
    for j in range(count): add("delta_%d" % j, th[2 + j])
    for j in range(F.shape[1]): add("beta_%d" % j, th[2 + count + j])
    for h in (1, 2, 7, 30, 100):
        a = step[-1] + h; u = (a - i[0]) / length
        add("mean_%d" % h, top * (np.r_[u, 1, np.maximum(u - cp, 0), columns(np.array([a]), seasons)[0]] @ th))
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference.csv"), "w", newline="") as f:
    w = csv.writer(f, lineterminator="\n"); w.writerow(["series", "quantity", "value"]); w.writerows(rows)
