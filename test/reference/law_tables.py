"""How the tables of a law are made: every evaluator at parameters and points, inverses, moments."""
import mpmath as mp

from points import even, rows, wide, write

mp.mp.dps = 50
ln = mp.log
LEAST = mp.mpf(2) ** -1074
PROBABILITIES = sorted([5e-324, 1e-300, 1e-100, 1e-20, 1e-5, 0.01, 0.1, 0.25, 0.4, 0.6, 0.75, 0.975, 0.999999, 1 - 1e-12, 1 - 2.0**-53]
                       + wide(1e-12, 0.5, 12) + even(0, 1, 18))
EVALUATORS = ["pdf", "logPdf", "cdf", "sf", "logCdf", "logSf", "hazard", "logHazard", "cumHazard"]


def columns(names, evaluators, at):
    """evaluators(parameters..., x) gives them all at once, as a dict, or None outside the support."""
    known = {}

    def one(key):
        def value(*args):
            if args not in known:
                known[args] = evaluators(*args)
            v = known[args] and known[args].get(key)
            # What underflows altogether is told by its logarithm; a zero that is exact stays.
            return None if v is None or (v != 0 and abs(v) < LEAST) else v
        return value

    keys = max((list(evaluators(*map(mp.mpf, point)) or []) for point in at[:4]), key=len)
    return {key: (names, rows(one(key), at)) for key in keys}


def law_tables(name, names, moments, evaluators, laws, points, inverses):
    out = columns([*names, "x"], evaluators, [(*law, x) for law in laws for x in points(*law)])
    for key, f in inverses.items():
        out[key] = ([*names, "p"], rows(f, [(*law, p) for law in laws for p in PROBABILITIES]))
    for key, f in moments.items():
        out[key] = (names, rows(f, laws))
    write(name, out)


def from_logs(log_density, log_cdf, log_sf, log_before=None):
    """All evaluators from three logarithms; log_before, of P(X >= x), for a law on integers."""
    base = log_sf if log_before is None else log_before
    exp = lambda v: mp.exp(v) if v > -800 else mp.mpf(10) ** -330
    names = EVALUATORS if log_before is None else ["pmf", "logPmf", *EVALUATORS[2:]]
    log_hazard = log_density - base
    return dict(zip(names, [exp(log_density), log_density, exp(log_cdf), exp(log_sf), log_cdf, log_sf, exp(log_hazard), log_hazard, -log_sf]))
