import { CARRIED } from './carried-form.ts';

export function CarriedField({ carried }: { readonly carried: string | null }) {
  return carried === null ? null : <input type="hidden" name={CARRIED} value={carried} />;
}
