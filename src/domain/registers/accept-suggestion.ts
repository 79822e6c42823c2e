import type { CaseState } from '../complaint/case-state.ts';
import type { Context } from '../complaint/context.ts';
import { accept, type Decision, refuse } from '../complaint/decision.ts';
import type { Corrected, TextId } from '../complaint/event.ts';
import { isCounted } from '../complaint/is-counted.ts';
import { unknownValue } from '../complaint/office-words.ts';
import { markByService } from '../complaint/protected-by-service.ts';
import { isRespondent } from '../people/may.ts';

/**
 * A suggested service that was accepted after its row had been imported without one: a correction (rule 11), since it says
 * what was true all the time. Refuses a case that has a service by now, is cancelled or merged, or never came from an old
 * register; and whoever is complained of in it (rule 28). A service that is protected by itself protects the case (rule 6).
 */
export function acceptSuggestion(
  state: CaseState,
  service: string,
  reason: TextId,
  context: Context,
): Decision {
  if (isRespondent(context.actor, state)) return refuse({ refusal: 'respondent-shut-out' });
  const open = state.provenance === 'register-lama' && isCounted(state);
  if (!open || state.service !== null) return refuse({ refusal: 'nothing-changes' });
  const unknown = unknownValue({ service }, context.office);
  if (unknown !== null) return unknown;
  const corrected: Corrected = {
    type: 'corrected',
    at: context.now,
    changes: { service },
    reason,
    // A service moves no limit, and a row of an old register gets none by it (rule 37): all stand as they stood.
    due: null,
  };
  return accept(corrected, ...markByService(state, service, { at: context.now }, context.office));
}
