# R's values at the arguments of the reference tables: a line in, "table.function<TAB>arguments", a number out.
# Unknown functions give "none". Called by `npm run accuracy -- --outside`.
options(warn = -1)

# The suffix of R's d, p, q functions for a law, and its arguments from ours.
laws <- list(
  "uniform" = list("unif", identity), "normal" = list("norm", identity), "exponential" = list("exp", identity),
  "poisson" = list("pois", identity), "log-normal" = list("lnorm", identity), "logistic" = list("logis", identity),
  "cauchy" = list("cauchy", identity), "weibull" = list("weibull", identity),
  "gamma" = list("gamma", function(a) list(shape = a[[1]], scale = a[[2]])),
  "chi-squared" = list("chisq", identity), "beta" = list("beta", identity), "student-t" = list("t", identity),
  "f" = list("f", identity), "binomial" = list("binom", identity), "negative-binomial" = list("nbinom", identity),
  "geometric" = list("geom", identity),
  "hypergeometric" = list("hyper", function(a) list(a[[2]], a[[1]] - a[[2]], a[[3]]))
)
words <- list(
  pdf = function(s, a, x) do.call(paste0("d", s), c(list(x), a)),
  logPdf = function(s, a, x) do.call(paste0("d", s), c(list(x), a, list(log = TRUE))),
  cdf = function(s, a, x) do.call(paste0("p", s), c(list(x), a)),
  sf = function(s, a, x) do.call(paste0("p", s), c(list(x), a, list(lower.tail = FALSE))),
  logCdf = function(s, a, x) do.call(paste0("p", s), c(list(x), a, list(log.p = TRUE))),
  logSf = function(s, a, x) do.call(paste0("p", s), c(list(x), a, list(lower.tail = FALSE, log.p = TRUE))),
  quantile = function(s, a, x) do.call(paste0("q", s), c(list(x), a)),
  isf = function(s, a, x) do.call(paste0("q", s), c(list(x), a, list(lower.tail = FALSE)))
)
words$pmf <- words$pdf
words$logPmf <- words$logPdf
special <- list(
  "log-gamma.logGamma" = function(x) lgamma(x), "digamma.digamma" = function(x) digamma(x), "digamma.trigamma" = function(x) trigamma(x),
  "log-beta.logBeta" = function(a, b) lbeta(a, b),
  "standard-normal.normalCdf" = function(z) pnorm(z), "standard-normal.normalLogCdf" = function(z) pnorm(z, log.p = TRUE),
  "standard-normal.normalQuantile" = function(p) qnorm(p), "standard-normal.normalQuantileOfLog" = function(l) qnorm(l, log.p = TRUE),
  "incomplete-gamma.gammaP" = function(a, x) pgamma(x, a), "incomplete-gamma.gammaQ" = function(a, x) pgamma(x, a, lower.tail = FALSE),
  "incomplete-gamma.logGammaP" = function(a, x) pgamma(x, a, log.p = TRUE),
  "incomplete-gamma.logGammaQ" = function(a, x) pgamma(x, a, lower.tail = FALSE, log.p = TRUE),
  "incomplete-beta.betaP" = function(a, b, x) pbeta(x, a, b), "incomplete-beta.betaQ" = function(a, b, x) pbeta(x, a, b, lower.tail = FALSE),
  "incomplete-beta.logBetaP" = function(a, b, x) pbeta(x, a, b, log.p = TRUE),
  "incomplete-beta.logBetaQ" = function(a, b, x) pbeta(x, a, b, lower.tail = FALSE, log.p = TRUE),
  "inverse-beta.betaPInverse" = function(a, b, p) qbeta(p, a, b),
  "bessel.i0e" = function(x) besselI(abs(x), 0, TRUE), "bessel.i1e" = function(x) sign(x) * besselI(abs(x), 1, TRUE)
)

value <- function(name, arguments) {
  if (!is.null(special[[name]])) return(do.call(special[[name]], as.list(arguments)))
  parts <- strsplit(name, ".", fixed = TRUE)[[1]]
  law <- laws[[parts[1]]]
  word <- words[[parts[2]]]
  if (is.null(law) || is.null(word)) return(NULL)
  n <- length(arguments)
  word(law[[1]], law[[2]](as.list(arguments[-n])), arguments[n])
}

cat(paste0(R.version$major, ".", R.version$minor), "\n", sep = "")
input <- readLines(file("stdin"))
for (line in input) {
  fields <- strsplit(line, "\t", fixed = TRUE)[[1]]
  v <- tryCatch(value(fields[1], as.numeric(fields[-1])), error = function(e) NaN)
  cat(if (is.null(v)) "none" else sprintf("%.17g", v), "\n", sep = "")
}
