export type CodeAxis = 'service' | 'category' | 'unit' | 'place' | 'sop';

/** The numbers under which the keys that an office names itself are stored. */
export type OfficeCodes = {
  /** Null for null and for a key that the office never had. */
  readonly codeOf: (axis: CodeAxis, key: string | null) => number | null;
  readonly keyOf: (axis: CodeAxis, code: number | null) => string | null;
};

export function officeCodes(
  rows: readonly { readonly axis: CodeAxis; readonly code: number; readonly key: string }[],
): OfficeCodes {
  const codes = new Map(rows.map((row) => [`${row.axis} ${row.key}`, row.code]));
  const keys = new Map(rows.map((row) => [`${row.axis} ${row.code}`, row.key]));
  return {
    codeOf: (axis, key) => (key === null ? null : (codes.get(`${axis} ${key}`) ?? null)),
    keyOf: (axis, code) => (code === null ? null : (keys.get(`${axis} ${code}`) ?? null)),
  };
}
