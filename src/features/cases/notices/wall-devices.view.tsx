import { TextField } from '../../../platform/views/fields.view.tsx';
import { Button, ErrorSummary, Notice } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../../people/staff-frame.view.tsx';

export type WallDevicesProps = {
  readonly staff: StaffFace;
  /** Where a device is given its code. */
  readonly address: string;
  /** Just made: shown this once. */
  readonly made: { readonly name: string; readonly code: string } | null;
  readonly revoked: boolean;
  readonly error: string | undefined;
  readonly devices: readonly {
    readonly id: string;
    readonly name: string;
    readonly since: string;
    readonly ended: string | null;
    readonly live: boolean;
  }[];
};

const ADDRESS = '/petugas/layar/perangkat';

export function WallDevicesView(props: WallDevicesProps) {
  const words = useWords();
  const { made, devices, error } = props;
  return (
    <StaffFrame staff={props.staff} here="wall-devices">
      {error === undefined ? null : (
        <ErrorSummary errors={{ name: error }} labels={{ name: words('screen.name') }} />
      )}
      {props.revoked ? <Notice tone="done" text={words('screen.revoked')} /> : null}
      {made === null ? null : (
        <Notice tone="done" text={words('screen.made', { name: made.name })}>
          <p class="govuk-heading-l tg-numbers">{made.code}</p>
          <p class="govuk-body">{words('screen.made-lead')}</p>
        </Notice>
      )}
      <h1 class="govuk-heading-l">{words('screen.devices')}</h1>
      <p class="govuk-body tg-measure">{words('screen.devices-lead', { address: props.address })}</p>
      <form method="post" action={ADDRESS} novalidate>
        <TextField
          name="name"
          label={words('screen.name')}
          hint={words('screen.name-hint')}
          error={error}
          maxlength={100}
          width={20}
        />
        <Button text={words('screen.make')} />
      </form>
      {devices.length === 0 ? <p class="govuk-body tg-empty">{words('screen.no-devices')}</p> : null}
      <ul class="govuk-list tg-devices">
        {devices.map((one) => (
          <li key={one.id}>
            <span class="tg-strong">{one.name}</span>
            <span class="tg-muted">{one.ended ?? one.since}</span>
            {one.live ? (
              <form method="post" action={ADDRESS}>
                <Button text={words('screen.revoke')} name="revoke" value={one.id} secondary />
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </StaffFrame>
  );
}
