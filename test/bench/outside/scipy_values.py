"""SciPy's values at the arguments of the reference tables: a line in, "table.function<TAB>arguments", a number out.

Unknown functions give "none". Called by `npm run accuracy -- --outside`.
"""
import math
import sys
import warnings

import scipy
from scipy import special, stats

warnings.filterwarnings("ignore")

def arguments(*args, **named):
    return args, named


# The family of a table and its arguments from our parameters. (A frozen law would take ten times as long.)
LAWS = {
    "uniform": (stats.uniform, lambda a, b: arguments(a, b - a)),
    "normal": (stats.norm, lambda m, s: arguments(m, s)),
    "exponential": (stats.expon, lambda r: arguments(scale=1 / r)),
    "poisson": (stats.poisson, lambda m: arguments(m)),
    "log-normal": (stats.lognorm, lambda mu, s: arguments(s, scale=math.exp(mu))),
    "half-normal": (stats.halfnorm, lambda s: arguments(scale=s)),
    "logistic": (stats.logistic, lambda m, s: arguments(m, s)),
    "log-logistic": (stats.fisk, lambda k, s: arguments(k, scale=s)),
    "laplace": (stats.laplace, lambda m, s: arguments(m, s)),
    "cauchy": (stats.cauchy, lambda m, s: arguments(m, s)),
    "weibull": (stats.weibull_min, lambda k, s: arguments(k, scale=s)),
    "gumbel": (stats.gumbel_r, lambda m, s: arguments(m, s)),
    "frechet": (stats.invweibull, lambda k, s: arguments(k, scale=s)),
    "pareto": (stats.pareto, lambda k, s: arguments(k, scale=s)),
    "gamma": (stats.gamma, lambda k, s: arguments(k, scale=s)),
    "inverse-gamma": (stats.invgamma, lambda k, s: arguments(k, scale=s)),
    "chi-squared": (stats.chi2, lambda n: arguments(n)),
    "beta": (stats.beta, lambda a, b: arguments(a, b)),
    "student-t": (stats.t, lambda n: arguments(n)),
    "f": (stats.f, lambda n, m: arguments(n, m)),
    "binomial": (stats.binom, lambda n, p: arguments(n, p)),
    "negative-binomial": (stats.nbinom, lambda r, p: arguments(r, p)),
    "geometric": (stats.geom, lambda p: arguments(p, loc=-1)),
    "bernoulli": (stats.bernoulli, lambda p: arguments(p)),
    "discrete-uniform": (stats.randint, lambda a, b: arguments(a, b + 1)),
    "hypergeometric": (stats.hypergeom, lambda population, successes, draws: arguments(population, successes, draws)),
}
WORDS = {
    "pdf": "pdf", "logPdf": "logpdf", "pmf": "pmf", "logPmf": "logpmf", "cdf": "cdf", "sf": "sf", "logCdf": "logcdf", "logSf": "logsf",
    "quantile": "ppf", "isf": "isf", "mean": "mean", "variance": "var", "sd": "std", "median": "median", "entropy": "entropy",
}
MOMENTS = {"mean", "variance", "sd", "median", "entropy"}
SPECIAL = {
    "error-function.erf": special.erf, "error-function.erfc": special.erfc, "error-function.erfcx": special.erfcx,
    "standard-normal.normalCdf": special.ndtr, "standard-normal.normalLogCdf": special.log_ndtr,
    "standard-normal.normalQuantile": special.ndtri, "standard-normal.normalQuantileOfLog": special.ndtri_exp,
    "log-gamma.logGamma": special.gammaln,
    "incomplete-gamma.gammaP": special.gammainc, "incomplete-gamma.gammaQ": special.gammaincc,
    "inverse-gamma-function.gammaPInverse": special.gammaincinv, "inverse-gamma-function.gammaQInverse": special.gammainccinv,
    "digamma.digamma": special.psi, "digamma.trigamma": lambda x: special.polygamma(1, x),
    "log-beta.logBeta": special.betaln,
    "incomplete-beta.betaP": special.betainc,
    "incomplete-beta.betaQ": getattr(special, "betaincc", lambda a, b, x: special.betainc(b, a, 1 - x)),
    "inverse-beta.betaPInverse": special.betaincinv,
    "exponential-integral.expintE1": special.exp1,
    "relative-exponential.exprel": special.exprel,
    "log-sum-exp.logAddExp": lambda a, b: special.logsumexp([a, b]),
    "bessel.i0e": special.i0e, "bessel.i1e": special.i1e,
    "kolmogorov.kolmogorovSf": special.kolmogorov,
}


def value(name, given):
    if name in SPECIAL:
        return float(SPECIAL[name](*given))
    table, word = name.split(".")
    if table not in LAWS or word not in WORDS:
        return None
    family, of = LAWS[table]
    method = getattr(family, WORDS[word])
    args, named = of(*(given if word in MOMENTS else given[:-1]))
    return float(method(*args, **named) if word in MOMENTS else method(given[-1], *args, **named))


print(scipy.__version__)
for line in sys.stdin:
    name, *words = line.rstrip("\n").split("\t")
    try:
        v = value(name, [float(word) for word in words])
    except (ArithmeticError, ValueError, TypeError):
        v = float("nan")
    print("none" if v is None else repr(v))
