import type { ComponentChildren } from 'preact';
import { Notice } from '../../platform/views/notices.view.tsx';
import { useWords, type WordKey, type Words } from '../../platform/words/words.ts';
import { Emblem } from '../offices/public-frame.view.tsx';

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
};

export type StaffRoom =
  | 'inbox'
  | 'counter'
  | 'desk-day'
  | 'people'
  | 'reports'
  | 'publication'
  | 'import'
  | 'sop'
  | 'accounts';

/** The doors in their order; each is shown to those who hold one of its permissions. */
const ROOMS: readonly {
  readonly room: StaffRoom;
  readonly href: string;
  readonly word: WordKey;
  readonly needs: readonly string[];
}[] = [
  { room: 'inbox', href: '/petugas', word: 'staff.inbox', needs: ['case/read-open'] },
  { room: 'counter', href: '/petugas/loket', word: 'staff.counter', needs: ['intake'] },
  {
    room: 'desk-day',
    href: '/petugas/dijawab-di-tempat',
    word: 'staff.desk-day',
    needs: ['desk/acknowledge-day'],
  },
  { room: 'people', href: '/petugas/cari-orang', word: 'staff.people', needs: ['case/search'] },
  { room: 'reports', href: '/petugas/laporan', word: 'staff.reports', needs: ['report/build'] },
  {
    room: 'publication',
    href: '/petugas/pantau',
    word: 'staff.publication',
    needs: ['publication/approve'],
  },
  { room: 'import', href: '/petugas/impor', word: 'staff.import', needs: ['register/import'] },
  { room: 'sop', href: '/petugas/sop', word: 'staff.sop', needs: [] },
  { room: 'accounts', href: '/petugas/akun', word: 'staff.accounts', needs: ['account/administer'] },
];

export function StaffFrame(props: {
  readonly staff: StaffFace;
  readonly here: StaffRoom | null;
  readonly children: ComponentChildren;
}) {
  const words = useWords();
  const { staff } = props;
  const rooms = ROOMS.filter(({ needs }) => needs.length === 0 || needs.some((one) => staff.may.has(one)));
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
          <div class="tg-who">
            <span>
              {staff.name}
              {rolesInWords(staff.roles, words)}
            </span>
            <a href="/petugas/sandi">{words('staff.password')}</a>
            <form method="post" action="/petugas/keluar">
              <button type="submit">{words('staff.sign-out')}</button>
            </form>
          </div>
        </div>
      </header>
      <nav class="tg-staffnav" aria-label={words('staff.nav')}>
        <div class="govuk-width-container">
          <ul>
            {rooms.map(({ room, href, word }) => (
              <li key={room}>
                <a href={href} aria-current={props.here === room ? 'page' : undefined}>
                  {words(word)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </nav>
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

/** The first role, and how many more: somebody in a small office holds many (rule 23). */
function rolesInWords(roles: readonly string[], words: Words): string {
  const [first, ...others] = roles;
  if (first === undefined) return '';
  return others.length === 0 ? `, ${first}` : `, ${words('staff.and-roles', { first, n: others.length })}`;
}
