/** Horner's rule over the first `terms` coefficients, constant first. */
export const polynomial = (coefficients: ReadonlyArray<number>, x: number, terms: number): number => {
  let sum = coefficients[terms - 1] as number;
  for (let k = terms - 2; k >= 0; k--) sum = sum * x + (coefficients[k] as number);
  return sum;
};
