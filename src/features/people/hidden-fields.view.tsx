import type { CarriedForm } from './carried-form.ts';

export function HiddenFields(props: { readonly fields: CarriedForm['fields']; readonly prefix: string }) {
  return (
    <>
      {props.fields.map(([name, value]) => (
        <input type="hidden" name={`${props.prefix}${name}`} value={value} key={`${name} ${value}`} />
      ))}
    </>
  );
}
