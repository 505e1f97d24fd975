import type { Either } from 'fp-ts/lib/Either.js';
import { type Failure, showFailure } from '../src/law/index.ts';

/** The value of a Right; a Left fails the test with its sentence. */
export const right = <A>(e: Either<Failure, A>): A => {
  if (e._tag === 'Left') throw new Error(showFailure(e.left));
  return e.right;
};

/** The sentence of a Left; a Right fails the test. */
export const sentence = (e: Either<Failure, unknown>): string => {
  if (e._tag === 'Right') throw new Error('expected a failure');
  return showFailure(e.left);
};
