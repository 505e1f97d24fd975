/** The ECDF of a million values, in units of u(N), the time of sorting N random doubles. */
import { ecdf, evaluateAll } from '../../src/ecdf/index.ts';
import { right } from '../right.ts';
import { race, type Result } from './measure.ts';
import { randoms } from './random.ts';

const N = 1e6;

export const contests = (): ReadonlyArray<Result> => {
  const values = randoms(N, 1);
  const points = randoms(N, 2);
  const ascending = points.slice().sort();
  const few = values.subarray(0, 20000);
  for (const xs of [Array.from(few), Float32Array.from(few), Int32Array.from(few.map((x) => 1000 * x))]) {
    for (const at of [Array.from(few), Float32Array.from(few), Int32Array.from(few)]) evaluateAll(right(ecdf(xs)))(at);
  }
  const built = right(ecdf(values));
  const scratch = new Float64Array(N);
  const unit = {
    n: N,
    against: 'u(N), a sort',
    prepare: () => scratch.set(values),
    peer: () => scratch.sort(),
  };
  const contest = (id: string, ours: () => unknown, limit: number): Result =>
    race({ ...unit, id, ours, limit }, 'ecdf');
  return [
    contest('build', () => ecdf(values), 0.7),
    contest('evaluate sorted points', () => evaluateAll(built)(ascending), 0.5),
    contest('evaluate points in random order', () => evaluateAll(built)(points), 1.4),
  ];
};
