import type { WordKey } from '../../platform/words/words.ts';

/** Headings under which the rooms stand that do not fit into the row. */
export const ROOM_GROUPS = ['cases', 'papers', 'public', 'office'] as const;
export type RoomGroup = (typeof ROOM_GROUPS)[number];

export type StaffRoom = (typeof ROOMS)[number]['room'] | (typeof OWN_ROOMS)[number]['room'];

/** A door of the staff navigation. */
export type Door = {
  readonly room: StaffRoom;
  readonly href: string;
  readonly word: WordKey;
  /** Shown to those who hold one of these; to everybody without any. */
  readonly needs: readonly string[];
};

/**
 * The doors of all who work here, the most used first: the first few that somebody may enter stand in the row, the others
 * under their heading in "Menu lain". A new page of work gets its line here, at its place in the order; what belongs to the
 * person himself gets it in OWN_ROOMS below.
 */
const ROOMS = [
  {
    ...{ room: 'my-day', group: 'cases', href: '/petugas/hari-ini' },
    ...{ word: 'staff.my-day', needs: ['case/read-open'] },
  },
  { room: 'inbox', group: 'cases', href: '/petugas', word: 'staff.inbox', needs: ['case/read-open'] },
  {
    ...{ room: 'approvals', group: 'public', href: '/petugas/persetujuan' },
    ...{ word: 'staff.approvals', needs: ['publication/approve', 'review/decide', 'dispose'] },
  },
  {
    ...{ room: 'head', group: 'cases', href: '/petugas/pimpinan' },
    ...{ word: 'staff.head', needs: ['review/decide', 'dispose'] },
  },
  { room: 'counter', group: 'cases', href: '/petugas/loket', word: 'staff.counter', needs: ['intake'] },
  {
    ...{ room: 'desk-day', group: 'cases', href: '/petugas/dijawab-di-tempat' },
    ...{ word: 'staff.desk-day', needs: ['desk/acknowledge-day'] },
  },
  {
    ...{ room: 'papers', group: 'papers', href: '/petugas/surat' },
    ...{ word: 'papers.staff-door', needs: ['letter/issue', 'dispose'] },
  },
  {
    ...{ room: 'review', group: 'cases', href: '/petugas/telaah', word: 'staff.review' },
    needs: ['review/recommend', 'review/decide', 'investigation/assess', 'investigation/assign'],
  },
  {
    ...{ room: 'duties', group: 'cases', href: '/petugas/kewajiban' },
    ...{ word: 'staff.duties', needs: ['follow-up', 'publication/approve'] },
  },
  {
    ...{ room: 'reports', group: 'papers', href: '/petugas/laporan' },
    ...{ word: 'staff.reports', needs: ['report/build'] },
  },
  {
    ...{ room: 'compliance', group: 'papers', href: '/petugas/kepatuhan-sop' },
    ...{ word: 'staff.compliance', needs: ['report/build'] },
  },
  {
    ...{ room: 'teamwork', group: 'papers', href: '/petugas/hasil-kerja-tim' },
    ...{ word: 'staff.teamwork', needs: ['publication/approve', 'review/decide'] },
  },
  {
    ...{ room: 'recurrence', group: 'cases', href: '/petugas/berulang' },
    ...{ word: 'staff.recurrence', needs: ['case/read-open'] },
  },
  {
    ...{ room: 'people', group: 'cases', href: '/petugas/cari-orang' },
    ...{ word: 'staff.people', needs: ['case/search'] },
  },
  {
    ...{ room: 'publication', group: 'public', href: '/petugas/pantau' },
    ...{ word: 'staff.publication', needs: ['publication/approve'] },
  },
  { room: 'sop', group: 'papers', href: '/petugas/sop', word: 'staff.sop', needs: [] },
  {
    ...{ room: 'register-book', group: 'papers', href: '/petugas/buku-register' },
    ...{ word: 'papers.register-door', needs: ['register/export', 'register/export-unmasked'] },
  },
  {
    ...{ room: 'import', group: 'papers', href: '/petugas/impor' },
    ...{ word: 'staff.import', needs: ['register/import'] },
  },
  {
    ...{ room: 'hand-over', group: 'cases', href: '/petugas/serah-terima' },
    ...{ word: 'staff.hand-over', needs: ['dispose', 'hand-over'] },
  },
  {
    ...{ room: 'wall', group: 'cases', href: '/petugas/layar' },
    ...{ word: 'screen.page', needs: ['case/read-open'] },
  },
  {
    ...{ room: 'office', group: 'office', href: '/petugas/kantor', word: 'staff.office' },
    needs: ['office/administer', 'publication/approve', 'answer-at-desk'],
  },
  {
    ...{ room: 'meetings', group: 'papers', href: '/petugas/rapat', word: 'staff.meetings' },
    needs: ['letter/issue', 'follow-up'],
  },
  { room: 'team', group: 'office', href: '/petugas/tim', word: 'staff.team', needs: [] },
  {
    ...{ room: 'watch', group: 'cases', href: '/petugas/pantauan' },
    ...{ word: 'staff.watch', needs: ['refer', 'classify'] },
  },
  { room: 'ppid', group: 'papers', href: '/petugas/ppid', word: 'staff.ppid', needs: ['answer'] },
  {
    ...{ room: 'retention', group: 'papers', href: '/petugas/retensi' },
    ...{ word: 'staff.retention', needs: ['identity/erase'] },
  },
  {
    ...{ room: 'breach', group: 'office', href: '/petugas/insiden' },
    ...{ word: 'staff.breach', needs: ['breach/keep'] },
  },
  { room: 'log', group: 'office', href: '/petugas/catatan', word: 'staff.log', needs: ['log/read'] },
  {
    ...{ room: 'accounts', group: 'office', href: '/petugas/akun' },
    ...{ word: 'staff.accounts', needs: ['account/administer'] },
  },
  {
    ...{ room: 'mails', group: 'office', href: '/petugas/surel' },
    ...{ word: 'mail.page', needs: ['office/administer'] },
  },
  {
    ...{ room: 'wall-devices', group: 'office', href: '/petugas/layar/perangkat' },
    ...{ word: 'screen.devices-short', needs: ['office/administer'] },
  },
] as const satisfies readonly (Omit<Door, 'room'> & { readonly room: string; readonly group: RoomGroup })[];

/** What belongs to the person himself: his password and the like, under his name at the head of the page. */
const OWN_ROOMS = [
  { room: 'notices', href: '/petugas/pemberitahuan', word: 'notice.page', needs: [] },
  { room: 'security', href: '/petugas/keamanan', word: 'staff.security', needs: [] },
] as const satisfies readonly (Omit<Door, 'room'> & { readonly room: string })[];

/** So many doors stand in the row at most, the one that opens the others among them. */
const IN_ROW = 7;

export type StaffRooms = {
  readonly row: readonly Door[];
  readonly more: readonly { readonly group: RoomGroup; readonly doors: readonly Door[] }[];
  readonly own: readonly Door[];
};

/** The doors of whoever may do this: those of the row, and the others under their headings. */
export function staffRooms(may: ReadonlySet<string>): StaffRooms {
  const opens = ({ needs }: Pick<Door, 'needs'>) => needs.length === 0 || needs.some((one) => may.has(one));
  const open = ROOMS.filter(opens);
  const row = open.length <= IN_ROW ? open : open.slice(0, IN_ROW - 1);
  const rest = open.slice(row.length);
  return {
    row,
    more: ROOM_GROUPS.map((group) => ({ group, doors: rest.filter((door) => door.group === group) })).filter(
      ({ doors }) => doors.length > 0,
    ),
    own: OWN_ROOMS.filter(opens),
  };
}
