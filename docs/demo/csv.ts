/** The columns of a table of numbers with a header line and no quoting. */
export const columns = (csv: string): Readonly<Record<string, Float64Array>> => {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(',').map(Number));
  return Object.fromEntries(
    header.split(',').map((name, column) => [name, Float64Array.from(rows, (row) => row[column] ?? NaN)]),
  );
};
