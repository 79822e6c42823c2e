/** Columns of a table that are written together, in order, each with the type its parameter is cast to. */
export type Columns = readonly (readonly [name: string, type: string])[];

export function columnNames(columns: Columns): string {
  return columns.map(([name]) => name).join(', ');
}

/** `$first::type, …`, one a column. */
export function parameters(columns: Columns, first: number): string {
  return columns.map(([, type], index) => `$${first + index}::${type}`).join(', ');
}

/** `$first::type[], …` for rows sent as one array a column (unnest). */
export function arrayParameters(columns: Columns, first: number): string {
  return columns.map(([, type], index) => `$${first + index}::${type}[]`).join(', ');
}
