"""Tables for src/goodness-of-fit: the exact laws of the Kolmogorov-Smirnov statistics of n observations."""
import mpmath as mp

from points import even, rows, wide, write
from precise_kolmogorov import log_one_sided, two_sided_cdf

SMALL = (1, 2, 3, 4, 5, 7, 10, 17, 30, 50, 75, 100, 140, 141, 200)


def statistics(n):
    """Distances at the ends of the range, around the borders of src's algorithms, and over the bulk."""
    ds = [0.5 / n * (1 + t) for t in (2.0**-50, 1e-10, 1e-6, 1e-3, 0.1, 0.3)]
    ds += [a / n for a in (0.75, 0.9999, 1, 1.0001, 1.25, 1.5, 1.9999, 2, 2.5)]
    ds += [(c / n) ** 0.5 for c in (0.05, 0.1, 0.2, 0.35, 0.5, 0.6999, 0.7001, 1, 1.5, 2.5, 4, 5.999, 6.001, 8, 12, 30, 100)]
    ds += [0.4999999, 0.5, 0.5000001, 0.7, 0.9, 1 - 1 / n, 1 - 0.5 / n, 1 - 1e-6, 1 - 2.0**-40]
    return [d for d in ds if 0.5 / n < d < 1]


def two_sided():
    values = {}

    def both(n, d):
        """(cdf, sf) at 50 digits: far out, where the two events cannot both happen to 60 digits, by the one-sided law."""
        if (n, d) not in values:
            with mp.workdps(150):
                if d >= 0.5 or n * d * d > 24:
                    sf = 2 * mp.exp(log_one_sided(n, d))
                    cdf = two_sided_cdf(n, d) if n < 3 else 1 - sf
                else:
                    cdf = two_sided_cdf(n, d)
                    sf = 1 - cdf
                values[n, d] = (cdf, sf)
        return values[n, d]

    points = [(n, d) for n in SMALL for d in statistics(n)]
    points += [(n, d) for n in (20, 60, 180) for d in even(0.6 / n, 2.2 / n**0.5, 12)]
    points += [(1000, (c / 1000) ** 0.5) for c in (0.06, 0.15, 0.4, 0.69, 0.71, 2, 4.19, 5.99)]
    points += [(1000, a / 1000) for a in (0.8, 1.5, 3, 5, 8)] + [(2000, (c / 2000) ** 0.5) for c in (0.1, 1)]
    points += [(2000, a / 2000) for a in (1.1, 4, 7)] + [(10000, a / 10000) for a in (0.5005, 1.02, 2.5, 6, 12)]
    # Where n is too large for src's recursion.
    points += [(n, a / n) for n in (90000, 100000) for a in (12.1, 13, 16.25, 20, 26)] + [(1000000, 0.0000448)]
    tiny = mp.mpf(2) ** -1022
    keep = lambda v: v if v > tiny else None

    def logs(n, d):
        cdf, sf = both(n, d)
        return None if cdf <= tiny else mp.log1p(-cdf) if cdf < 0.5 else mp.log(sf)

    far = points + [(n, d) for n in (1000, 3000) for d in (0.1, 0.35, 0.6, 0.9, 0.999)]
    write("kolmogorov-smirnov", {
        "ksCdf": (["n", "d"], rows(lambda n, d: keep(both(n, d)[0]), points)),
        "ksSf": (["n", "d"], rows(lambda n, d: keep(both(n, d)[1]), far)),
        "ksLogSf": (["n", "d"], rows(logs, far)),
    })


def one_sided():
    points = [(n, d) for n in SMALL for d in [1e-300, 1e-12, 0.1 / n, *statistics(n)]]
    points += [(1000, d) for d in wide(1e-6, 0.999, 30)] + [(10000, d) for d in wide(1e-5, 0.9, 12)]
    points += [(n, d) for n in (16384, 16385) for d in (1e-4, 0.0039, 0.00391, 0.01, 0.05)]
    points += [(40000, d) for d in (1e-4, 0.00249, 0.00251, 0.03, 0.9)]  # 0.0025: n d^2 = 1/4
    logs = {}

    def log(n, d):
        if (n, d) not in logs:
            logs[n, d] = log_one_sided(n, d)
        return logs[n, d]
    write("smirnov", {
        "smirnovSf": (["n", "d"], rows(lambda n, d: mp.exp(log(n, d)) if log(n, d) > -708 else None, points)),
        "smirnovLogSf": (["n", "d"], rows(log, points)),
    })


if __name__ == "__main__":
    two_sided()
    one_sided()
