import { CarriedField } from './carried-field.view.tsx';

/** What every form on the way in takes along. */
export function WayOnFields({ next, carried }: { readonly next: string; readonly carried: string | null }) {
  return (
    <>
      <input type="hidden" name="next" value={next} />
      <CarriedField carried={carried} />
    </>
  );
}
