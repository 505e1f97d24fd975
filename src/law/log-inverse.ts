/** Quantiles of probabilities that are given by their logarithms, which may be too small for a double. */
import { bracketedRoot, smallestInteger } from '../numeric/index.ts';
import type { ProperLaw } from './interval-mass.ts';

/** Logarithms below are searched for: their probability is not a normal double. */
const DEEP = -700;

/** A point by the logarithm of what lies at or below it, and of what lies above it. */
interface LogInverse {
  readonly quantile: (logP: number) => number;
  readonly isf: (logQ: number) => number;
}

/** Where a falling function of the points beyond `from`, such as the logarithm of a tail, comes down to `target`. */
const continuousRoot = (
  logTail: (x: number) => number,
  logDensity: (x: number) => number,
  target: number,
  from: number,
  end: number,
): number => {
  const value = (x: number): number => target - logTail(x);
  const step = (x: number, v: number): number => v * Math.exp(logTail(x) - logDensity(x));
  return bracketedRoot(value, step, from - step(from, value(from)), from, end, 1e-9);
};

/** The inverses of a law's logarithmic forms, from the nearer tail. */
export const logInverse =
  <L>(base: ProperLaw<L>) =>
  (law: L): LogInverse => {
    const quantile = base.quantile(law);
    const isf = base.isf(law);
    const logCdf = base.logCdf(law);
    const logSf = base.logSf(law);
    const { lower, upper } = base.support(law);
    const deepUpper = (logQ: number): number => {
      const from = isf(Math.exp(DEEP));
      if (base.kind === 'discrete') return smallestInteger((k) => logSf(k) <= logQ, from, from);
      return continuousRoot(logSf, base.logPdf(law), logQ, from, upper);
    };
    const deepLower = (logP: number): number => {
      const from = quantile(Math.exp(DEEP));
      if (base.kind === 'discrete') return smallestInteger((k) => logCdf(k) >= logP, from, lower);
      const logDensity = base.logPdf(law);
      return (
        0 -
        continuousRoot(
          (x) => logCdf(-x),
          (x) => logDensity(-x),
          logP,
          -from,
          -lower,
        )
      );
    };
    return {
      quantile: (logP) => {
        if (logP === -Infinity) return lower;
        if (logP > -Math.LN2) return isf(-Math.expm1(logP));
        return logP > DEEP ? quantile(Math.exp(logP)) : deepLower(logP);
      },
      isf: (logQ) => {
        if (logQ === -Infinity) return upper;
        if (logQ > -Math.LN2) return quantile(-Math.expm1(logQ));
        return logQ > DEEP ? isf(Math.exp(logQ)) : deepUpper(logQ);
      },
    };
  };
