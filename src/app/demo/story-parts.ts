import type { Zone } from '../../domain/calendar/zone.ts';
import type { IntakeCommand } from '../../domain/complaint/decide-intake.ts';
import type { Keeper } from '../../features/cases/vault/keeper.ts';
import type { DemoCast } from './demo-cast.ts';
import type { DemoDays } from './demo-stage.ts';

export type StorySet = { readonly cast: DemoCast; readonly on: DemoDays; readonly zone: Zone };

export function complete() {
  return { completeness: 'complete', authority: 'own' } as const;
}

export function basic(keep: Keeper, words: string): Pick<IntakeCommand, 'kind' | 'matter'> {
  return { kind: 'pengaduan', matter: keep.text('matter', words) };
}

export function reporter(keep: Keeper, name: string, phone: string | null) {
  return { identity: someone(keep, 'reporter', name, phone), as: 'self' as const };
}

export function someone(
  keep: Keeper,
  part: 'reporter' | 'concern' | 'respondent',
  name: string,
  phone: string | null,
): string {
  return keep.person(part, { name, phone, email: null, address: null, nik: null });
}
