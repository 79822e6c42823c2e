import type { OfficeService } from '../../../domain/office/office-data.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { CaseProps } from './case.view.tsx';

/** Where an answer is written, the first of these that may be done now. */
const ANSWERS = ['answer-at-desk', 'answer', 'submit-answer'] as const;

/** The sheet of a service as lines of an answer (rule 8): what it is, who may, what to bring, how, how long, what it costs. */
export function sheetText(
  { label, what, who, bring, how, howLong, fee }: OfficeService,
  words: Words,
): string {
  const line = (name: string, text: string | null) =>
    text === null || text.trim() === '' ? [] : [`${name}: ${text.trim()}`];
  return [
    label,
    ...(what.trim() === '' ? [] : [what.trim()]),
    ...line(words('services.who'), who),
    ...(bring.length === 0 ? [] : [`${words('services.bring')}:`, ...bring.map((paper) => `- ${paper}`)]),
    ...line(words('services.how'), how),
    ...line(words('services.how-long'), howLong),
    ...line(words('services.fee'), fee),
  ].join('\n');
}

/** The page with the sheet written into the answer, whose form stands open; as it was where nothing can be answered now. */
export function withServiceSheet<P extends Pick<CaseProps, 'actions' | 'service' | 'insertInto'>>(
  props: P,
): P {
  const { service, actions } = props;
  const into = ANSWERS.find((one) => actions.some(({ operation }) => operation === one));
  if (service === null || into === undefined) return props;
  return {
    ...props,
    insertInto: into,
    actions: actions.map((action) =>
      action.operation !== into
        ? action
        : {
            ...action,
            fields: action.fields.map((field) =>
              field.name === 'text' ? { ...field, value: service.sheet } : field,
            ),
          },
    ),
  };
}

/** The fields of an answer may be reached by this anchor; null where no answer can be written now. */
export function answerAnchor(actions: CaseProps['actions']): string | null {
  const into = ANSWERS.find((one) => actions.some(({ operation }) => operation === one));
  return into === undefined ? null : `#f-${into}-text`;
}
