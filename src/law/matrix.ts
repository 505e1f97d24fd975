/** Tables of numbers: row-major, finite, with their shape. */
import { type Either, left, right } from 'fp-ts/lib/Either.js';
import { count, check } from './domain.ts';
import { empty, type Failure, lengthMismatch } from './failure.ts';
import { floats } from './sample.ts';

/**
 * A table of finite numbers, row after row: the entry of row $i$ and column $j$ is `data[i * columns + j]`.
 * @category Matrices
 * @since 0.1.0
 */
export interface Matrix {
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/**
 * A matrix over numbers that are already row-major.
 *
 * Failure: `NotFinite` at `matrix`; `OutOfDomain` when a dimension is no count; `LengthMismatch` when the numbers do not
 * fill it.
 * @category Matrices
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { matrix } from 'lawful/law';
 * expect(matrix([1, 2, 3, 4], 2, 2)._tag).toBe('Right');
 * expect(matrix([1, 2, 3], 2, 2)._tag).toBe('Left');
 * ```
 */
export const matrix = (data: ArrayLike<number>, rows: number, columns: number): Either<Failure, Matrix> => {
  const counts = count([0, 10]);
  const r = check(counts, 'matrix.rows')(rows);
  if (r._tag === 'Left') return r;
  const c = check(counts, 'matrix.columns')(columns);
  if (c._tag === 'Left') return c;
  if (data.length !== rows * columns) return left(lengthMismatch('matrix', rows * columns, data.length));
  const values = floats('matrix')(data);
  return values._tag === 'Left' ? values : right({ data: values.right, rows, columns });
};

/** The lines, at least one and all of one length, as checked arrays. */
const checkedLines = (
  lines: ReadonlyArray<ArrayLike<number>>,
  at: string,
): Either<Failure, ReadonlyArray<Float64Array>> => {
  const length = lines[0]?.length ?? 0;
  if (length === 0) return left(empty(at));
  const out: Array<Float64Array> = [];
  for (const [i, line] of lines.entries()) {
    if (line.length !== length) return left(lengthMismatch(`${at}[${i}]`, length, line.length));
    const values = floats(`${at}[${i}]`)(line);
    if (values._tag === 'Left') return values;
    out.push(values.right);
  }
  return right(out);
};

/**
 * A matrix from its rows.
 *
 * Failure: `Empty` at `rows`; `LengthMismatch` or `NotFinite` at `rows[i]`.
 * @category Matrices
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { matrixFromRows, showFailure } from 'lawful/law';
 * const m = matrixFromRows([[1, 2], [3]]);
 * expect(m._tag === 'Left' && showFailure(m.left)).toBe('rows[1] has 1 value; 2 are needed');
 * ```
 */
export const matrixFromRows = (rows: ReadonlyArray<ArrayLike<number>>): Either<Failure, Matrix> => {
  const lines = checkedLines(rows, 'rows');
  if (lines._tag === 'Left') return lines;
  const columns = (lines.right[0] as Float64Array).length;
  const data = new Float64Array(rows.length * columns);
  lines.right.forEach((line, i) => data.set(line, i * columns));
  return right({ data, rows: rows.length, columns });
};

/**
 * A matrix from its columns.
 *
 * Failure: `Empty` at `columns`; `LengthMismatch` or `NotFinite` at `columns[j]`.
 * @category Matrices
 * @since 0.1.0
 * @example
 * ```ts @import.meta.vitest
 * import { matrixFromColumns } from 'lawful/law';
 * const m = matrixFromColumns([[1, 2], [3, 4]]);
 * expect(m._tag === 'Right' && [...m.right.data]).toEqual([1, 3, 2, 4]);
 * ```
 */
export const matrixFromColumns = (columns: ReadonlyArray<ArrayLike<number>>): Either<Failure, Matrix> => {
  const lines = checkedLines(columns, 'columns');
  if (lines._tag === 'Left') return lines;
  const rows = (lines.right[0] as Float64Array).length;
  const width = columns.length;
  const data = new Float64Array(rows * width);
  lines.right.forEach((line, j) => {
    for (let i = 0; i < rows; i++) data[i * width + j] = line[i];
  });
  return right({ data, rows, columns: width });
};
