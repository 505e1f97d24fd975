"""Tables for src/proportion: both ends of every interval, at counts from none to all."""
import mpmath as mp

import precise as exact
from points import rows, write

COUNTS = [(0, 1), (1, 1), (0, 20), (20, 20), (1, 2), (8, 10), (3, 10), (1, 1000), (999, 1000), (37, 1000), (500, 2000), (2, 1e6), (0.5, 7.25), (6.1, 6.2)]
LEVELS = [0.5, 0.95, 0.999999]


def deviate(level):
    return -exact.normal_quantile((1 - level) / 2)


def wilson(side):
    def end(x, n, level):
        z = deviate(level)
        root = z * mp.sqrt(x * (n - x) / n + z * z / 4)
        return (x + z * z / 2 + side * root) / (n + z * z) if x > 0 or side > 0 else mp.mpf(0)
    return end


def agresti_coull(side):
    def end(x, n, level):
        z = deviate(level)
        size = n + z * z
        p = (x + z * z / 2) / size
        return min(max(p + side * z * mp.sqrt(p * (1 - p) / size), mp.mpf(0)), mp.mpf(1))
    return end


def incomplete_beta(a, b, x):
    """By the series of positive terms below the mean, where it converges fast; else by its complement."""
    if x > a / (a + b):
        return 1 - incomplete_beta(b, a, 1 - x)
    n, term, total = 0, mp.mpf(1), mp.mpf(1)
    while term > total * mp.eps / 1000:
        n += 1
        term *= (a + b + n - 1) / (a + n) * x
        total += term
    return mp.exp(a * mp.log(x) + b * mp.log1p(-x)) / (a * mp.beta(a, b)) * total


def beta_quantile(a, b, tail):
    """The root of I_x(a, b) = tail, by bisection in the log odds at few digits, then by Newton's method."""
    density = lambda x: mp.exp((a - 1) * mp.log(x) + (b - 1) * mp.log1p(-x)) / mp.beta(a, b)
    share = lambda odds: 1 / (1 + mp.exp(-odds))
    low, high = mp.mpf(-200), mp.mpf(60)
    with mp.workdps(20):
        for _ in range(36):
            middle = (low + high) / 2
            low, high = (middle, high) if incomplete_beta(a, b, share(middle)) < tail else (low, middle)
    x = share(low)
    for _ in range(4):
        x -= (incomplete_beta(a, b, x) - tail) / density(x)
    return x


def exact_end(shift, side):
    """Clopper and Pearson (shift 0) and Jeffreys (shift 1/2)."""
    def end(x, n, level):
        tail, f = (1 - level) / 2, n - x
        if side < 0:
            return mp.mpf(0) if x == 0 else beta_quantile(x + shift, f + (1 - shift), tail)
        return mp.mpf(1) if f == 0 else 1 - beta_quantile(f + shift, x + (1 - shift), tail)
    return end


half = mp.mpf(1) / 2
at = [(*counts, level) for counts in COUNTS for level in LEVELS]
small = [point for point in at if point[1] <= 1e4]
ends = {
    "wilson": (wilson, at), "agrestiCoull": (agresti_coull, at),
    "clopperPearson": (lambda side: exact_end(mp.mpf(0), side), small), "jeffreys": (lambda side: exact_end(half, side), small),
}
names = ["successes", "trials", "level"]
write("proportion", {name + end: (names, rows(method(side), points)) for name, (method, points) in ends.items() for end, side in (("Lower", -1), ("Upper", 1))})
