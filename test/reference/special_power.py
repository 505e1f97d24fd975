"""Tables for powers of quotients, roots, and gamma at 1 + 1/k."""
import math

import mpmath as mp

import precise  # noqa: F401  (sets the digits)
from points import around, dice, even, rows, wide, write


def ratios():
    """Pairs far apart, near each other, and at the ends of the doubles."""
    far = [(a, b) for a in (5e-324, 1e-310, 1e-300, 1e-141, 1e-139, 1, 1e139, 1e141, 1e300, 1.7e308) for b in (5e-324, 1e-300, 1e-140, 0.3, 1e140, 1e300, 1.7e308)]
    bulk = list(zip(wide(1e-20, 1e20, 60), dice.sample(wide(1e-20, 1e20, 60), 60)))
    near = [(s * (1 + t), s) for s in wide(1e-10, 1e10, 8) for t in (2.0**-52, -(2.0**-50), 1e-9, -1e-4, 0.3, -0.49, -0.51, 0.99, 1.01)]
    return far + bulk + near


def power(x, s, k):
    l = k * mp.log(x / s)
    return mp.exp(l) if -708 < l < 709 else None


def normal(v):
    return v if mp.mpf(10) ** -307 < v < mp.mpf(10) ** 308 else None


def main():
    pairs = ratios()
    points = [(x, s, k) for x, s in pairs for k in ([1 / abs(math.log(x / s) / 5)] if 0 < x / s < math.inf and x != s and x / s != 1 else []) + [0.3, 7.7, 1e-3]]
    points += [(0.2999999997, 0.3, 1e9), (1e300, 1e-300, 1e-3), (1 + 2.0**-30, 1, 3e11), (3, 0.3, 200.5)]
    points = dice.sample([point for point in points if point[2] < 1e13], 300)
    roots = [(y, s * k) for y in (5e-324, 1e-300, 1e-5, 0.3, 0.9999, 1.0001, 7, 1e100, 1.7e308) for k in (1e-3, 0.11, 0.7, 3, 17.3, 1e5) for s in (1, -1)]
    ks = wide(0.006, 0.06, 12) + wide(0.06, 4, 40) + wide(4, 1e9, 15) + around(1, 2, 4, 1 / 16) + [1e200, 1e308, 3, 1.5]
    negative = [-k for k in wide(1.0001, 2, 12) + wide(2, 1e9, 15) + around(2, 4) if k > 1] + [-1 - 2.0**-40]
    gamma = lambda k: mp.gamma(1 + 1 / k)
    def spread(k):
        if -2 <= k < 0:
            return None
        with mp.workdps(120):
            v = mp.gamma(1 + 2 / k) / mp.gamma(1 + 1 / k) ** 2 - 1 if abs(k) < 1e30 else mp.pi**2 / 6 / k**2
        return v if v > mp.mpf(10) ** -300 else None
    write("power", {
        "logRatio": (["x", "s"], rows(lambda x, s: mp.log(x / s), pairs)),
        "ratioPower": (["x", "s", "k"], rows(power, points)),
        "expMinusRatioPower": (["x", "s", "k"], rows(lambda x, s, k: mp.exp(-mp.exp(k * mp.log(x / s))) if k * mp.log(x / s) < 6.5 else None, points)),
        "ratioPowerRate": (["x", "s", "k"], rows(lambda x, s, k: normal(mp.exp(k * mp.log(x / s)) * k / x), points)),
        "ratioPowerDensity": (["x", "s", "k"], rows(lambda x, s, k: normal(mp.exp(-mp.exp(min(k * mp.log(x / s), 10))) * mp.exp(k * mp.log(x / s)) * k / x), points)),
        "scaledRoot": (["y", "k", "s"], rows(lambda y, k, s: normal(s * mp.exp(mp.log(y) / k)), [(y, k, s) for y, k in roots for s in (1e-200, 3, 1e250)])),
        "root": (["y", "k"], rows(lambda y, k: mp.exp(mp.log(y) / k) if abs(mp.log(y) / k) < 700 else None, roots)),
    })
    write("root-gamma", {
        "rootGamma": (["k"], rows(gamma, ks + negative)),
        "rootGammaSpread": (["k"], rows(spread, ks + negative + [-2 - 2.0**-40])),
    })


if __name__ == "__main__":
    main()
