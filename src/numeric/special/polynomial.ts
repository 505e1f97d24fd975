/** Horner's rule; the coefficients, constant first. */
export const polynomial = (coefficients: ReadonlyArray<number>, x: number): number => {
  let sum = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) sum = sum * x + coefficients[k];
  return sum;
};
