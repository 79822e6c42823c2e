import { stringify } from 'yaml';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { exportEmblem } from './export-emblem.ts';
import { loadOfficeFolder } from './load-office.ts';
import { officeValues } from './office-values.ts';
import type { OfficeFile } from './read-office-folder.ts';

const DEFAULT_SOURCE = `# Asal isi

Berkas-berkas ini diekspor dari aplikasi dan menggambarkan kantor sebagaimana tersimpan saat itu.
`;

/**
 * The office as texts of its folder; loading them with its emblem (`exportEmblem`) gives the same office again.
 * `source` is the text of SOURCE.md.
 */
export function exportOffice(office: OfficeData, source: string = DEFAULT_SOURCE): readonly OfficeFile[] {
  // A database keeps no order of keys; loading gives them the order of the schemas, in which people read them.
  const files = officeFiles(office, source);
  const emblem = exportEmblem(office);
  const pictures = emblem === null ? [] : [emblem];
  const read = loadOfficeFolder({ name: office.slug, files, pictures, findings: [] });
  return read.office === null ? files : officeFiles(read.office, source);
}

function officeFiles(office: OfficeData, source: string): readonly OfficeFile[] {
  const { classes, singleLimit, kinds, categories, services, legalBases, sops, reports, ...own } =
    officeValues(office);
  return [
    yamlFile('office.yaml', own),
    yamlFile('classes.yaml', { classes, singleLimit, kinds, categories }),
    yamlFile('services.yaml', { services }),
    yamlFile('legal-bases.yaml', { legalBases }),
    ...office.sops.map(({ id }, at) => yamlFile(`sop/${id}.yaml`, sops[at])),
    ...office.reports.map(({ kind }, at) => yamlFile(`reports/${kind}.yaml`, reports[at])),
    { path: 'SOURCE.md', text: source },
  ];
}

function yamlFile(path: string, value: unknown): OfficeFile {
  return { path, text: stringify(withoutDefaults(value), { lineWidth: 110, aliasDuplicateObjects: false }) };
}

/** Keys whose `false` the schema supplies; other booleans are always written. */
const FALSE_BY_DEFAULT = new Set(['oversight', 'protected', 'ordered']);
/** Lists that a file must name even when they are empty: left out, something usual would hold in their place. */
const ALWAYS_WRITTEN = new Set(['legalBases', 'escalation', 'retention', 'letters']);

/** Leaves out what loading supplies by itself, so that an exported file reads like one written by hand. */
function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, one]) =>
      !(
        one === null ||
        (Array.isArray(one) && one.length === 0 && !ALWAYS_WRITTEN.has(key)) ||
        (one === false && FALSE_BY_DEFAULT.has(key))
      ),
  );
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutDefaults(one)]));
}
