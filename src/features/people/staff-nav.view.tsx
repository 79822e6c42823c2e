import { useWords } from '../../platform/words/words.ts';
import type { Door, RoomGroup, StaffRoom, StaffRooms } from './staff-rooms.ts';

const GROUP_WORDS = {
  cases: 'nav.cases',
  papers: 'nav.papers',
  public: 'nav.public',
  office: 'nav.office',
} as const satisfies Readonly<Record<RoomGroup, string>>;

/** The row of doors, and the others folded behind one more. On a phone all but the first stand in the fold. */
export function StaffNav({ rooms, here }: { readonly rooms: StaffRooms; readonly here: StaffRoom | null }) {
  const words = useWords();
  const inFold = rooms.more.flatMap(({ doors }) => doors).find(({ room }) => room === here);
  return (
    <nav class="tg-staffnav" aria-label={words('staff.nav')}>
      <div class="govuk-width-container tg-staffnav__inner">
        <ul class="tg-staffnav__row">
          {rooms.row.map((door) => (
            <DoorView key={door.room} door={door} here={here} />
          ))}
        </ul>
        <details class={`tg-fold ${rooms.more.length === 0 ? 'tg-fold--phone' : ''}`} data-menu>
          <summary class={inFold === undefined ? undefined : 'tg-fold__here'}>
            {words('nav.more')}
            {inFold === undefined ? null : <>: {words(inFold.word)}</>}
          </summary>
          <div class="tg-fold__panel">
            <ul class="tg-fold__row">
              {rooms.row.map((door) => (
                <DoorView key={door.room} door={door} here={here} />
              ))}
            </ul>
            {rooms.more.map(({ group, doors }) => (
              <div key={group}>
                <h2 class="tg-fold__title">{words(GROUP_WORDS[group])}</h2>
                <ul>
                  {doors.map((door) => (
                    <DoorView key={door.room} door={door} here={here} />
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </details>
      </div>
    </nav>
  );
}

export function DoorView({ door, here }: { readonly door: Door; readonly here: StaffRoom | null }) {
  const words = useWords();
  return (
    <li>
      <a href={door.href} aria-current={here === door.room ? 'page' : undefined}>
        {words(door.word)}
      </a>
    </li>
  );
}
