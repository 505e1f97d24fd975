# R's nine quantile types on small data sets, with the data and the exact probabilities beside them.
# lung and veteran: North Central Cancer Treatment Group and Veterans' Administration trials, from the survival package.
library(survival)
present <- function(v) as.numeric(v[!is.na(v)])
sets <- list(
  "lung time" = present(lung$time), "lung age" = present(lung$age), "veteran time" = present(veteran$time), "1 to 10" = 1:10, "1 to 11" = 1:11,
  ties = c(1, 1, 2, 2, 2, 2, 3, 5, 5, 8), one = 4.25, two = c(-1, 3.5),
  negative = c(-7.3, -2.2, -2.1, -0.4, 0, 0.1, 1e-9, 3.3, 1e6))
probs <- unique(c((0:10) * 0.1, 0.1 + 0.2, 1 / 3, 2 / 3, seq(0, 1, 1 / 7), seq(0, 1, 0.05), 0.025, 0.975, 1e-10, 1 - 1e-10, 0.7 - 0.4))
digits <- function(v) sprintf("%.17g", as.numeric(v))
array <- function(v) paste0("[", paste(digits(v), collapse = ","), "]")
one <- function(name) {
  types <- sapply(1:9, function(t) array(quantile(sets[[name]], probs, type = t, names = FALSE)))
  sprintf('{ "name": "%s", "data": %s,\n"types": [\n%s\n] }', name, array(sets[[name]]), paste(types, collapse = ",\n"))
}
cat(sprintf('{ "tool": "R", "version": "%s", "function": "stats::quantile", "digits": 17,\n"probabilities": %s,\n"sets": [\n%s\n] }\n',
  getRversion(), array(probs), paste(sapply(names(sets), one), collapse = ",\n")))
