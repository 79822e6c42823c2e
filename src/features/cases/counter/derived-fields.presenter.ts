import { axesInUse, type DerivedAxis } from '../../../domain/complaint/derive-axes.ts';
import type { OfficeData } from '../../../domain/office/office-data.ts';
import type { Option } from '../../../platform/views/fields.view.tsx';
import type { Words } from '../../../platform/words/words.ts';
import type { DerivedField } from './derived-choice.view.tsx';

/** The axes that the office's papers use, each with what it may be (rule 22). */
export function derivedFields(office: OfficeData, words: Words): readonly DerivedField[] {
  return axesInUse(office).map((axis) => ({
    name: axis,
    label: words(`field.${axis}`),
    options: optionsOf(axis, office, words),
  }));
}

function optionsOf(axis: DerivedAxis, office: OfficeData, words: Words): readonly Option[] {
  switch (axis) {
    case 'severity':
      return office.classes.map(({ key, label, printed }) => ({
        value: key,
        label: `${label} (${printed})`,
      }));
    case 'form':
      return (['a', 'b', 'c'] as const).map((value) => ({ value, label: words(`field.form.${value}`) }));
    case 'deviation':
      return (['informatif', 'penyimpangan'] as const).map((value) => ({
        value,
        label: words(`field.deviation.${value}`),
      }));
    case 'oversight':
      return (['ya', 'tidak'] as const).map((value) => ({ value, label: words(`field.oversight.${value}`) }));
  }
}
