"""SciPy's values at the arguments of the reference tables: a line in, "table.function<TAB>arguments", a number out.

Unknown functions give "none". Called by `npm run accuracy -- --outside`.
"""
import math
import sys
import warnings

import scipy
from scipy import special, stats

warnings.filterwarnings("ignore")

# The law of a table from its parameters.
LAWS = {
    "uniform": lambda a, b: stats.uniform(a, b - a),
    "normal": lambda m, s: stats.norm(m, s),
    "exponential": lambda r: stats.expon(scale=1 / r),
    "poisson": lambda m: stats.poisson(m),
    "log-normal": lambda mu, s: stats.lognorm(s, scale=math.exp(mu)),
    "half-normal": lambda s: stats.halfnorm(scale=s),
    "logistic": lambda m, s: stats.logistic(m, s),
    "log-logistic": lambda k, s: stats.fisk(k, scale=s),
    "laplace": lambda m, s: stats.laplace(m, s),
    "cauchy": lambda m, s: stats.cauchy(m, s),
    "weibull": lambda k, s: stats.weibull_min(k, scale=s),
    "gumbel": lambda m, s: stats.gumbel_r(m, s),
    "frechet": lambda k, s: stats.invweibull(k, scale=s),
    "pareto": lambda k, s: stats.pareto(k, scale=s),
    "gamma": lambda k, s: stats.gamma(k, scale=s),
    "inverse-gamma": lambda k, s: stats.invgamma(k, scale=s),
    "chi-squared": lambda n: stats.chi2(n),
    "beta": lambda a, b: stats.beta(a, b),
    "student-t": lambda n: stats.t(n),
    "f": lambda n, m: stats.f(n, m),
    "binomial": lambda n, p: stats.binom(n, p),
    "negative-binomial": lambda r, p: stats.nbinom(r, p),
    "geometric": lambda p: stats.geom(p, loc=-1),
    "bernoulli": lambda p: stats.bernoulli(p),
    "discrete-uniform": lambda a, b: stats.randint(a, b + 1),
    "hypergeometric": lambda population, successes, draws: stats.hypergeom(population, successes, draws),
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


def value(name, arguments):
    if name in SPECIAL:
        return float(SPECIAL[name](*arguments))
    table, word = name.split(".")
    if table not in LAWS or word not in WORDS:
        return None
    if word in MOMENTS:
        return float(getattr(LAWS[table](*arguments), WORDS[word])())
    return float(getattr(LAWS[table](*arguments[:-1]), WORDS[word])(arguments[-1]))


print(scipy.__version__)
for line in sys.stdin:
    name, *arguments = line.rstrip("\n").split("\t")
    try:
        v = value(name, [float(a) for a in arguments])
    except (ArithmeticError, ValueError, TypeError):
        v = float("nan")
    print("none" if v is None else repr(v))
