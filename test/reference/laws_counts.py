"""Tables for the laws of counts in trials and draws: Bernoulli, geometric, discrete uniform, hypergeometric."""
import math

import mpmath as mp

import precise as exact
from law_tables import LEAST, PROBABILITIES, columns, from_logs, law_tables, ln
from points import even, rows, wide, write

NINF = mp.mpf("-inf")


def evaluators_at(mass, lower, upper, before, integer):
    """From ln P(X = x), ln P(X <= x), ln P(X > x), ln P(X >= x); between integers the distribution function alone."""
    value = lambda l: mp.mpf(0) if l == NINF else mp.exp(l) if l > -800 else mp.mpf(10) ** -330
    out = {"cdf": value(lower), "sf": value(upper), "logCdf": lower, "logSf": upper, "cumHazard": -upper}
    if integer:
        out |= {"pmf": value(mass), "logPmf": mass, "hazard": value(mass - before), "logHazard": mass - before}
    return {k: v for k, v in out.items() if abs(v) != mp.inf}


def bernoulli():
    def evaluators(p, x):
        q = exact.with_digits(400, lambda: mp.log(1 - p)) if p < 1 else NINF
        success = ln(p) if p > 0 else NINF
        if x < 0 or x > 1 or (x == 0 and p == 1) or (x == 1 and p == 0):
            return None
        if x < 1:
            return {**evaluators_at(q, q, success, mp.mpf(0), x == 0), "sf": p}
        return {**evaluators_at(success, mp.mpf(0), NINF, success, True), "pmf": p}

    laws = [(p,) for p in [0.3, 5e-324, 1e-300, 1e-17, 1e-10, 0.1, 0.25, 0.5, 0.7, 0.9, 1 - 1e-10, 1 - 2.0**-53, 0, 1] + even(0, 1, 8)]
    q_of = lambda p: 1 - p
    # where p and 1 - p as a double part, no double tells the side
    law_tables("bernoulli", ["probability"], {
        "mean": lambda p: p, "variance": lambda p: p * (1 - p), "sd": lambda p: mp.sqrt(p * (1 - p)),
        "median": lambda p: mp.mpf(1 if p > 0.5 else 0), "mode": lambda p: mp.mpf(1 if p >= 0.5 else 0),
        "entropy": lambda p: mp.mpf(0) if p in (0, 1) else -p * ln(p) - (1 - p) * exact.with_digits(400, lambda: mp.log(1 - p)),
    }, evaluators, laws, lambda p: [0, 1, 0.5], {
        "quantile": lambda p, u: None if 0 < abs(u - q_of(p)) < 2.0**-52 else mp.mpf(1 if u > q_of(p) else 0),
        "isf": lambda p, u: mp.mpf(0 if u >= p else 1),
    })


def geometric():
    log_q = lambda p: exact.with_digits(400, lambda: mp.log(1 - p))

    def evaluators(p, x):
        if p == 1:
            return None
        k, l = mp.floor(x), log_q(p)
        at = evaluators_at(ln(p) + k * l, exact.log1mexp((k + 1) * l), (k + 1) * l, k * l, k == x)
        return {**at, "hazard": p} if k == x else at

    def points(p):
        counts = [0, 1, 2, 10] + [math.floor(h / p) for h in wide(1e-3, 700, 8) + [0.69, 1, 36.8, 744, 1e5] if h / p < 1e306]
        return counts + [0.5]

    def inverse(p, u, upper):
        if p == 1:
            return mp.mpf(0)
        n = (ln(u) if upper else exact.log1p(-u)) / log_q(p)
        # so near a step that doubles cannot tell, or past the integers that are doubles
        doubt = mp.mpf(10) ** -14 * (n + abs(1 / log_q(p)) / (1 if upper else (1 - u) / u))
        return None if n > 1e15 or abs(n - mp.nint(n)) < doubt else mp.ceil(n) - 1

    ps = [0.25, 1, 5e-324, 1e-300, 1e-17, 1.3e-14, 1e-8, 2.0**-10, math.nextafter(2.0**-10, 0), 1.001e-3, 0.01, 0.3, 0.9, 1 - 1e-10, 1 - 2.0**-53]
    laws = [(p,) for p in ps]
    fits = lambda v: v if v < mp.mpf(10) ** 308 else None
    law_tables("geometric", ["probability"], {
        "mean": lambda p: fits((1 - p) / p), "variance": lambda p: fits((1 - p) / p / p), "sd": lambda p: fits(mp.sqrt(1 - p) / p),
        "median": lambda p: inverse(p, mp.mpf(1) / 2, False), "mode": lambda p: mp.mpf(0),
        "entropy": lambda p: mp.mpf(0) if p == 1 else -ln(p) - (1 - p) / p * log_q(p),
    }, evaluators, laws, points, {
        "quantile": lambda p, u: inverse(p, u, False), "isf": lambda p, u: inverse(p, u, True),
    })


def discrete_uniform():
    def evaluators(a, b, x):
        if not a <= x <= b:
            return None
        n, k = b - a + 1, mp.floor(x)
        log = lambda v: ln(v) if v > 0 else NINF
        at = evaluators_at(-ln(n), log((k - a + 1) / n), log((b - k) / n), log((b - k + 1) / n), k == x)
        return {**at, "hazard": 1 / (b - k + 1), "logHazard": -ln(b - k + 1)} if k == x else at

    def points(a, b):
        inner = [math.floor(x) for x in even(a, b, 8)] + [a + 1, b - 1, (a + b) // 2, (a + b) // 2 + 1]
        return [x for x in [a, b, *inner, *(x + 0.25 for x in inner[:3])] if a <= x <= b]

    def inverse(a, b, p, upper):
        """Exact steps; where p is within a rounding of one, no double tells the side."""
        n = b - a + 1
        t = p * n
        near = mp.nint(t)
        if t != near and abs(t - near) <= near * mp.mpf(2) ** -52:
            return None
        return b - mp.floor(t) if upper else a + mp.ceil(t) - 1

    M = 2**53 - 1
    laws = [(0, 9), (1, 6), (-3, -3), (0, 1), (-57, 12), (0, 2**31), (10**15, 10**15 + 6), (0, M), (-(2**52), 2**52 - 1), (-M, -M + 3)]
    law_tables("discrete-uniform", ["lower", "upper"], {
        "mean": lambda a, b: (a + b) / 2, "variance": lambda a, b: ((b - a + 1) ** 2 - 1) / 12, "sd": lambda a, b: mp.sqrt(((b - a + 1) ** 2 - 1) / 12),
        "median": lambda a, b: mp.floor((a + b) / 2), "mode": lambda a, b: b, "entropy": lambda a, b: ln(b - a + 1),
    }, evaluators, laws, points, {
        "quantile": lambda a, b, p: inverse(a, b, p, False), "isf": lambda a, b, p: inverse(a, b, p, True),
    })


BITS = 240


def outward(p, q, r, s):
    """The sum of the probabilities beyond a table over its own, p and q shrinking: in integers, down to 2^-BITS."""
    term = total = 1 << BITS
    while term and p > 0 and q > 0:
        term = term * (p * q) // ((r + 1) * (s + 1))
        total += term
        p, q, r, s = p - 1, q - 1, r + 1, s + 1
    return mp.mpf(total) / (1 << BITS)


def outward_wide(p, q, r, s):
    """The same where the terms are too many: the integral from half a step in, and the first midpoint correction, for
    the standard deviation is above 1e6 and the table not so far out that the next, in its fourth power, would count."""
    digits = 100
    def log_ratio(t):
        pairs = ((p, -t), (q, -t), (r, t), (s, t))
        return -sum(mp.loggamma(x + d + 1) - mp.loggamma(x + 1) for x, d in pairs)
    slope = lambda t: mp.digamma(p - t + 1) + mp.digamma(q - t + 1) - mp.digamma(r + t + 1) - mp.digamma(s + t + 1)
    with mp.workdps(digits):
        half = mp.mpf(-1) / 2
        curvature = sum(1 / mp.mpf(x) for x in (p, q, r, s))
        rate = -slope(half)
        width = 1 / (abs(rate) + mp.sqrt(curvature))
        f = lambda t: mp.exp(log_ratio(t))
        integral = mp.quad(lambda u: f(half + u * width), [0, 2, 4, 7, 11, 16, 24, 40, 70], method="gauss-legendre") * width
        total = integral - rate * f(half) / 24
    return +total


def hypergeometric_logs(N, K, n, k):
    """(ln P(X = k), ln P(X <= k), ln P(X > k)); the sums from the smaller tail."""
    N, K, n, k = (int(v) for v in (N, K, n, k))
    first, last = max(0, n + K - N), min(n, K)
    lg = lambda x: mp.loggamma(x + 1)
    mass = lambda j: exact.with_digits(110, lambda: lg(K) + lg(N - K) + lg(n) + lg(N - n) - lg(N)
                                       - lg(j) - lg(K - j) - lg(n - j) - lg(N - K - n + j)) if first <= j <= last else NINF
    if k < first:
        return NINF, NINF, mp.mpf(0)
    if k >= last:
        return mass(k), mp.mpf(0), NINF
    wide_law = n > 1 and mp.mpf(n) * K * (N - K) * (N - n) / mp.mpf(N) ** 3 > 1e12
    beyond = outward_wide if wide_law else outward
    a, b, c, d = k, K - k, n - k, N - K - n + k
    if (2 * k + 1) * N < 2 * n * K:
        lower = mass(k) + ln(beyond(a, d, b, c))
        return mass(k), lower, exact.complement_of_log(lower)
    upper = mass(k + 1) + ln(beyond(b - 1, c - 1, a + 1, d + 1))
    return mass(k), exact.complement_of_log(upper), upper


def hypergeometric_entropy(N, K, n):
    """The sum, or for a standard deviation above 40 the integral of the continuous function, which is the same to 1e-1000."""
    variance = mp.mpf(n) * K * (N - K) * (N - n) / mp.mpf(N) ** 2 / (N - 1) if N > 1 else 0
    sd, mean = mp.sqrt(variance), mp.mpf(n) * K / N
    log_mass = lambda x: -sum(mp.loggamma(v + 1) for v in (x, K - x, n - x, N - K - n + x))
    N, K, n = mp.mpf(N), mp.mpf(K), mp.mpf(n)
    with mp.workdps(90):
        whole = sum(mp.loggamma(v + 1) for v in (K, N - K, n, N - n)) - mp.loggamma(N + 1)
        term = lambda x: -mp.exp(whole + log_mass(x)) * (whole + log_mass(x))
        if sd > 40:
            v = mp.quad(lambda z: term(mean + sd * z), list(range(-14, 15, 2)), method="gauss-legendre", maxdegree=6) * sd
        else:
            first, last = max(0, n + K - N), min(n, K)
            reach = 16 * sd + 100
            v = sum(term(mp.mpf(k)) for k in range(int(max(first, mean - reach)), int(min(last, mean + reach)) + 1))
    return +v


def hypergeometric_quantile(N, K, n, p, upper):
    """The smallest k with cdf >= p (or sf <= p); None where p is too near a step for doubles to tell."""
    first, last = max(0, n + K - N), min(n, K)
    goal = ln(p)
    side = lambda k: hypergeometric_logs(N, K, n, k)[2 if upper else 1]
    holds = lambda k: side(k) <= goal if upper else side(k) >= goal
    low, high = int(first) - 1, int(last)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    close = lambda k: first <= k < last and abs(mp.expm1(side(k) - goal)) < max(mp.mpf(10) ** -12, LEAST / p)
    return None if close(high) or close(high - 1) else mp.mpf(high)


def slope_border(N, K, n):
    """The counts next to which the decrease of the logarithm, ln(bc/ad), is 1/16, on either side."""
    out = []
    for goal in (1 / 16, -1 / 16):
        low, high = max(0, n + K - N) + 1, min(n, K) - 1
        while high - low > 1:
            k = (low + high) // 2
            value = mp.log(mp.mpf(K - k) * (n - k) / (mp.mpf(k) * (N - K - n + k)))
            low, high = (k, high) if value > goal else (low, k)
        out += [low - 1, low, high, high + 1]
    return out


def hypergeometric():
    names = ["population", "successes", "draws", "x"]

    def evaluators(*args):
        N, K, n, x = (int(args[0]), int(args[1]), int(args[2]), args[3])
        k = int(mp.floor(x))
        mass, lower, upper = hypergeometric_logs(N, K, n, k)
        before = hypergeometric_logs(N, K, n, k - 1)[2]
        out = evaluators_at(mass, lower, upper, before, k == x)
        out.pop("cumHazard", None)
        return out

    small = [(6, 3, 2), (10, 4, 3), (50, 5, 10), (100, 50, 50), (300, 20, 150), (1000, 1, 999), (1000, 990, 500), (20000, 5000, 3000)]
    border = [(65536, 32768, 32768), (65540, 32770, 32770), (65530, 32760, 32770), (10**6, 3 * 10**5, 2 * 10**5), (10**7, 10**5, 10**6)]
    large = [(10**9, 10**6, 10**6), (89968074, 9, 1775729), (10**9, 5 * 10**8, 3 * 10**7), (10**9, 10**9 - 5, 1000), (9 * 10**15, 10**8, 9 * 10**7), (9 * 10**15, 5, 9 * 10**15 - 3),
             (2**53 - 1, 3 * 10**15, 4 * 10**15)]

    def points(N, K, n):
        first, last = max(0, n + K - N), min(n, K)
        mean = mp.mpf(n) * K / N
        sd = mp.sqrt(mean * (N - K) * (N - n) / mp.mpf(N) / N)
        huge = sd > 1e5
        zs = (-30, -4, -0.5, 0, 1, 8, 36) if huge else (-36, -10, -4, -1, -0.4, 0, 0.4, 1, 4, 10, 36)
        ks = [int(mp.floor(mean + z * sd)) for z in zs] + [int(mean + 0.5), int(mean) + 1]
        if not huge:
            ks += [first, first + 1, last - 1, last]
        if 64 < sd < 1e5:
            ks += slope_border(N, K, n)
        return [k for k in sorted(set(ks)) if first <= k <= last and (not huge or first < k < last)] + ([mean + 0.5 if mean < 2**40 else mean][:1] if sd < 100 else [])

    laws = small + border + large
    at = [(*law, math.floor(float(k)) + (0.5 if not isinstance(k, int) else 0)) for law in laws for k in points(*law)]
    out = columns(names, evaluators, at)
    quick = small + border[:1]
    ps = [(*law, p) for law in quick for p in PROBABILITIES[::3]]
    for key, upper in (("quantile", False), ("isf", True)):
        out[key] = (names[:3] + ["p"], rows(lambda N, K, n, p: hypergeometric_quantile(N, K, n, p, upper), ps))
    moments = laws + [(N, K, n) for N, K, n in ((10**4, 2600, 130), (10**4, 2600, 135), (10**5, 500, 5 * 10**4), (2, 1, 1), (1, 1, 1), (5, 0, 3))]
    variance = lambda N, K, n: n * K * (N - K) * (N - n) / N**2 / (N - 1) if N > 1 else mp.mpf(0)
    out["mean"] = (names[:3], rows(lambda N, K, n: n * K / N, moments))
    out["variance"] = (names[:3], rows(variance, moments))
    out["sd"] = (names[:3], rows(lambda *law: mp.sqrt(variance(*law)), moments))
    out["median"] = (names[:3], rows(lambda N, K, n: hypergeometric_quantile(N, K, n, mp.mpf(1) / 2, False), quick))
    out["mode"] = (names[:3], rows(lambda N, K, n: mp.mpf((int(n) + 1) * (int(K) + 1) // (int(N) + 2)), moments))
    out["entropy"] = (names[:3], rows(lambda N, K, n: hypergeometric_entropy(int(N), int(K), int(n)), moments))
    write("hypergeometric", out)


if __name__ == "__main__":
    bernoulli()
    geometric()
    discrete_uniform()
    hypergeometric()
