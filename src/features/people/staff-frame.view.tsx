import type { ComponentChildren } from 'preact';
import { Icon } from '../../platform/views/icon.view.tsx';
import { Notice } from '../../platform/views/notices.view.tsx';
import { useWords, type Words } from '../../platform/words/words.ts';
import { Emblem } from '../offices/public-frame.view.tsx';
import { DoorView, StaffNav } from './staff-nav.view.tsx';
import { type StaffRoom, staffRooms } from './staff-rooms.ts';

/** Who is at work, as the frame shows it. */
export type StaffFace = {
  readonly name: string;
  /** Titles of the roles held today. */
  readonly roles: readonly string[];
  readonly office: string;
  /** What this person may do, which decides the doors that are shown. */
  readonly may: ReadonlySet<string>;
  /** What is counted from now on would be wrong: everybody at work is told. */
  readonly clockBehind: boolean;
  /** This browser stands at a counter where somebody works with a PIN: it can be locked for the next one (rule 35). */
  readonly lockable: boolean;
  /** Messages that this person has not read. */
  readonly unread: number;
};

export function StaffFrame(props: {
  readonly staff: StaffFace;
  readonly here: StaffRoom | null;
  readonly children: ComponentChildren;
}) {
  const words = useWords();
  const { staff } = props;
  const rooms = staffRooms(staff.may);
  return (
    <>
      <header class="tg-masthead tg-masthead--staff">
        <div class="govuk-width-container tg-masthead__inner">
          <a class="tg-identity" href="/petugas">
            <Emblem />
            <span>
              <span class="tg-identity__over">{words('public.name')}</span>
              <span class="tg-identity__name">{staff.office}</span>
            </span>
          </a>
          <Bell unread={staff.unread} here={props.here === 'notices'} />
          {staff.lockable ? (
            <form method="post" action="/petugas/kunci" class="tg-lock">
              <button type="submit">{words('staff.lock')}</button>
            </form>
          ) : null}
          <details class="tg-fold tg-who" data-menu>
            <summary>
              {staff.name}
              <span class="tg-who__role">{rolesInWords(staff.roles, words)}</span>
            </summary>
            <div class="tg-fold__panel">
              <ul>
                {rooms.own.map((door) => (
                  <DoorView key={door.room} door={door} here={props.here} />
                ))}
              </ul>
              <form method="post" action="/petugas/keluar">
                <button type="submit">{words('staff.sign-out')}</button>
              </form>
            </div>
          </details>
        </div>
      </header>
      <StaffNav rooms={rooms} here={props.here} />
      <div class="tg-page">
        <div class="govuk-width-container">
          <main class="govuk-main-wrapper" id="isi">
            {staff.clockBehind ? <Notice tone="overdue" text={words('staff.clock-behind')} /> : null}
            {props.children}
          </main>
        </div>
      </div>
    </>
  );
}

/** The messages of this person, and how many of them he has not read. */
function Bell({ unread, here }: { readonly unread: number; readonly here: boolean }) {
  const words = useWords();
  return (
    <a class="tg-bell" href="/petugas/pemberitahuan" aria-current={here ? 'page' : undefined}>
      <Icon name="bell" /> {words('notice.bell')}
      {unread === 0 ? null : (
        <span class="tg-bell__count">
          {unread}
          <span class="govuk-visually-hidden"> {words('notice.bell-unread')}</span>
        </span>
      )}
    </a>
  );
}

/** The first role, and how many more: somebody in a small office holds many (rule 23). */
function rolesInWords(roles: readonly string[], words: Words): string {
  const [first, ...others] = roles;
  if (first === undefined) return '';
  return others.length === 0 ? first : words('staff.and-roles', { first, n: others.length });
}
