/** Addresses of the built styles and islands, with a hash of their content, e.g. "/aset/app-1f2e3d.css". */
export type AssetNames = {
  readonly styles: string;
  /** A further style sheet, e.g. "paper". */
  readonly sheet: (name: string) => string;
  readonly island: (name: string) => string | null;
};
