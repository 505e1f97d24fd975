"""Tables for the gamma laws: gamma, inverse gamma, chi-squared, generalised gamma."""
import math

import mpmath as mp

import precise as exact
from law_tables import LEAST, from_logs, law_tables, ln
from precise import with_digits
from precise_gamma import log_gamma_inverse, log_gamma_pq


def gamma_logs(k, z, log_jacobian):
    """(ln f, ln P, ln Q) for the density in a variable of which ln z has the derivative e^log_jacobian."""
    if z < mp.mpf(10) ** -40:
        log_p = k * ln(z) - exact.log_gamma(k + 1)  # the first term of P, to 40 digits
        return ln(k) + log_p + log_jacobian, log_p, exact.log1mexp(log_p)
    lower, upper = log_gamma_pq(k, z)
    return ln(k) + exact.log_prefix(k, z) + log_jacobian, lower, upper


def log_of_z(k, p, upper):
    near, far = ln(p), exact.log1p(-p)
    return log_gamma_inverse(k, far, near) if upper else log_gamma_inverse(k, near, far)


def in_range(log_x):
    return mp.exp(log_x) if -708 < log_x < 709 else None


def standard(k):
    """Points z of the standard gamma law: both tails, the bulk, far left, far right."""
    sd = math.sqrt(k)
    near = [k + t * sd for t in (-9, -3.1, -1.2, -0.4, 0, 0.3, 1.1, 2.7, 7, 20)]
    return [z for z in near + [k * t for t in (1e-9, 0.1, 0.65, 1.31, 6.1)] + [1e-200, 0.3, 60, 800.1] if z > 0 and (k < 2e3 or abs(z - k) < 0.5 * k)]


def entropy(k, c):
    return with_digits(90, lambda: k + mp.loggamma(k) + (c - k) * mp.digamma(k))


def usual(v):
    return v if LEAST < v < mp.mpf(2) ** 1023 else None


LAWS = [(0.01, 3.3), (0.4, 0.7), (1, 2.7), (1.9, 1e-3), (3.7, 41.3), (17.3, 0.9), (150.2, 11.7), (123456.7, 0.3), (2.2, 1e-200)]


def gamma():
    def evaluators(k, s, x):
        return from_logs(*gamma_logs(k, x / s, -ln(x)))

    law_tables("gamma", ["shape", "scale"], {
        "mean": lambda k, s: k * s, "variance": lambda k, s: usual(k * s * s), "sd": lambda k, s: mp.sqrt(k) * s,
        "median": lambda k, s: in_range(log_of_z(k, mp.mpf(1) / 2, False) + ln(s)),
        "mode": lambda k, s: max(k - 1, 0) * s, "entropy": lambda k, s: entropy(k, 1) + ln(s),
    }, evaluators, LAWS, lambda k, s: [z * s for z in standard(k) if z * s > 0], {
        "quantile": lambda k, s, p: in_range(log_of_z(k, p, False) + ln(s)),
        "isf": lambda k, s, p: in_range(log_of_z(k, p, True) + ln(s)),
    })


def inverse_gamma():
    def evaluators(k, s, x):
        log_f, log_p, log_q = gamma_logs(k, s / x, -ln(x))
        return from_logs(log_f, log_q, log_p)

    def points(k, s):
        return [s / z for z in standard(k) if 0 < s / z < 1e300]

    law_tables("inverse-gamma", ["shape", "scale"], {
        "mean": lambda k, s: s / (k - 1) if k > 1 else None,
        "variance": lambda k, s: usual(s * s / (k - 1) ** 2 / (k - 2)) if k > 2 else None,
        "sd": lambda k, s: s / (k - 1) / mp.sqrt(k - 2) if k > 2 else None,
        "median": lambda k, s: in_range(ln(s) - log_of_z(k, mp.mpf(1) / 2, False)),
        "mode": lambda k, s: s / (k + 1), "entropy": lambda k, s: entropy(k, -1) + ln(s),
    }, evaluators, LAWS, points, {
        "quantile": lambda k, s, p: in_range(ln(s) - log_of_z(k, p, True)),
        "isf": lambda k, s, p: in_range(ln(s) - log_of_z(k, p, False)),
    })


def chi_squared():
    def evaluators(v, x):
        return from_logs(*gamma_logs(v / 2, x / 2, -ln(x)))

    laws = [(v,) for v in (0.03, 1, 2, 2.5, 7, 32.3, 100, 1234.5, 200000)]
    law_tables("chi-squared", ["freedom"], {
        "mean": lambda v: v, "variance": lambda v: 2 * v, "sd": lambda v: mp.sqrt(2 * v),
        "median": lambda v: in_range(log_of_z(v / 2, mp.mpf(1) / 2, False) + ln(2)),
        "mode": lambda v: max(v - 2, 0), "entropy": lambda v: entropy(v / 2, 1) + ln(2),
    }, evaluators, laws, lambda v: [2 * z for z in standard(v / 2)], {
        "quantile": lambda v, p: in_range(log_of_z(v / 2, p, False) + ln(2)),
        "isf": lambda v, p: in_range(log_of_z(v / 2, p, True) + ln(2)),
    })


def generalised_gamma():
    def evaluators(k, p, s, x):
        return from_logs(*gamma_logs(k, mp.exp(p * ln(x / s)), ln(p) - ln(x)))

    def points(k, p, s):
        logs = [math.log(z) / p + math.log(s) for z in standard(k)]
        return [math.exp(l) for l in logs if -740 < l < 690]

    moment = lambda k, p, m: mp.loggamma(k + m / p) - mp.loggamma(k)

    def variance(k, p, s):
        return with_digits(120, lambda: s * s * (mp.exp(moment(k, p, 2)) - mp.exp(2 * moment(k, p, 1))))

    laws = [(0.01, 2.3, 3.3), (0.4, 0.7, 0.7), (1, 2, 2.7), (2.5, 0.4, 1e-3), (3.7, 3.1, 41.3), (17.3, 5.2, 0.9), (150.2, 1.7, 11.7),
            (12345.6, 4.1, 0.3), (0.002, 500, 1)]
    law_tables("generalised-gamma", ["shape", "power", "scale"], {
        "mean": lambda k, p, s: with_digits(90, lambda: s * mp.exp(moment(k, p, 1))),
        "variance": variance, "sd": lambda k, p, s: mp.sqrt(variance(k, p, s)),
        "median": lambda k, p, s: in_range(log_of_z(k, mp.mpf(1) / 2, False) / p + ln(s)),
        "mode": lambda k, p, s: s * (k - 1 / p) ** (1 / p) if k * p > 1 else mp.mpf(0),
        "entropy": lambda k, p, s: entropy(k, 1 / p) + ln(s / p),
    }, evaluators, laws, points, {
        "quantile": lambda k, p, s, q: in_range(log_of_z(k, q, False) / p + ln(s)),
        "isf": lambda k, p, s, q: in_range(log_of_z(k, q, True) / p + ln(s)),
    })


if __name__ == "__main__":
    gamma()
    inverse_gamma()
    chi_squared()
    generalised_gamma()
