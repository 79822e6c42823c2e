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

/** Rows as one parameter of `recordRows`: JSON, an object a row, bytes in hexadecimal, columns of type json as they are. */
export function recordParameter(columns: Columns, rows: readonly (readonly unknown[])[]): string {
  const objects = rows.map((row) => {
    const fields = columns.map(([name, type], index) => `"${name}":${fieldText(type, row[index])}`);
    return `{${fields.join(',')}}`;
  });
  return `[${objects.join(',')}]`;
}

/** `json_to_recordset($at::json) n (…)`: a table of the rows that `recordParameter` wrote. */
export function recordRows(columns: Columns, at: number): string {
  const types = columns.map(([name, type]) => `${name} ${type}`);
  return `json_to_recordset($${at}::json) n (${types.join(', ')})`;
}

/** A text of type json goes in as the JSON that it is, so that neither side writes it out letter by letter again. */
function fieldText(type: string, value: unknown): string {
  if (value instanceof Buffer) return `"\\\\x${value.toString('hex')}"`;
  return type === 'json' && typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
