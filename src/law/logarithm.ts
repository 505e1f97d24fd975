/** Logarithms of what a combinator has computed: of the value while it is a normal double, otherwise by a way that never forms it. */
import type { Evaluator } from './law.ts';

/** Values from here on have all their digits. */
const LEAST = 1e-307;

/** Whether a value has all its digits. */
export const isNormal = (value: number): boolean => value > LEAST && value < Infinity;

/** ln of a density, a mass or a hazard. */
export const logOf =
  <L>(value: Evaluator<L>, beyond: Evaluator<L>): Evaluator<L> =>
  (law) => {
    const plain = value(law);
    const logs = beyond(law);
    return (x) => {
      const v = plain(x);
      return isNormal(v) ? Math.log(v) : logs(x);
    };
  };

/** ln of a probability whose complement is known, too: near 1 it is told by that. */
export const logOfShare =
  <L>(share: Evaluator<L>, complement: Evaluator<L>, beyond: Evaluator<L>): Evaluator<L> =>
  (law) => {
    const plain = share(law);
    const rest = complement(law);
    const logs = beyond(law);
    return (x) => {
      const p = plain(x);
      if (p > 0.5) return Math.log1p(-rest(x)) + 0;
      return p > LEAST ? Math.log(p) : logs(x);
    };
  };
