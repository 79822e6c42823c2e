import { type FieldErrors, RadioField, SelectField, TextField } from '../../platform/views/fields.view.tsx';
import { Button, ErrorSummary } from '../../platform/views/notices.view.tsx';
import { useWords } from '../../platform/words/words.ts';
import { type StaffFace, StaffFrame } from '../people/staff-frame.view.tsx';

/** The paper register: which period, which edition, and the public one as it will print. */
export function PrintRegisterView(props: {
  readonly staff: StaffFace;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: FieldErrors;
  /** Escaped HTML of the edition *publik*; null before a period was asked for. */
  readonly paper: string | null;
  /** How many books it is; 0 before a period was asked for. */
  readonly volumes: number;
  readonly mayUnmask: boolean;
}) {
  const words = useWords();
  const { typed, errors } = props;
  const option = (value: string, key: Parameters<typeof words>[0]) => ({ value, label: words(key) });
  return (
    <StaffFrame staff={props.staff} here="register-book">
      <ErrorSummary errors={errors} />
      <div class="tg-no-print">
        <h1 class="govuk-heading-l">{words('papers.register-page')}</h1>
        <p class="govuk-body tg-measure">{words('papers.register-lead')}</p>
        <form method="get" action="/petugas/buku-register" class="tg-filter" novalidate>
          <TextField
            name="masa"
            scope="lihat"
            label={words('report.period')}
            value={typed.masa}
            error={errors.masa}
            width={10}
          />
          <Button text={words('papers.preview')} secondary />
        </form>
        <form method="post" action="/petugas/buku-register" class="tg-measure" novalidate>
          <input type="hidden" name="masa" value={typed.masa} />
          {props.mayUnmask ? (
            <>
              <RadioField
                name="edisi"
                label={words('papers.register-edition')}
                value={typed.edisi ?? 'publik'}
                options={[
                  option('publik', 'papers.register-public'),
                  option('arsip', 'papers.register-archive'),
                ]}
              />
              <TextField
                name="reason"
                label={words('papers.register-reason')}
                hint={words('papers.register-reason-hint')}
                value={typed.reason}
                error={errors.reason}
                maxlength={300}
              />
            </>
          ) : null}
          <RadioField
            name="kertas"
            label={words('papers.size')}
            value={typed.kertas ?? 'F4'}
            inline
            options={[
              { value: 'A4', label: 'A4' },
              { value: 'F4', label: 'F4' },
            ]}
          />
          <RadioField
            name="kop"
            label={words('papers.letterhead')}
            value={typed.kop ?? 'tanpa'}
            inline
            options={[option('kop', 'papers.letterhead-kop'), option('tanpa', 'papers.letterhead-tanpa')]}
          />
          {props.volumes < 2 ? null : (
            <SelectField
              name="jilid"
              label={words('papers.register-volume')}
              hint={words('papers.register-volume-hint', { n: props.volumes })}
              value={typed.jilid ?? '1'}
              options={Array.from({ length: props.volumes }, (_, at) => ({
                value: String(at + 1),
                label: words('papers.register-volume-no', { n: at + 1, of: props.volumes }),
              }))}
            />
          )}
          <RadioField
            name="bentuk"
            label={words('papers.register-file')}
            value={typed.bentuk ?? 'pdf'}
            inline
            options={[
              { value: 'pdf', label: 'PDF' },
              { value: 'docx', label: 'DOCX' },
            ]}
          />
          <Button text={words('papers.register-print')} />
        </form>
      </div>
      {props.paper === null ? null : (
        <div class="tg-compose__paper" dangerouslySetInnerHTML={{ __html: props.paper }} />
      )}
    </StaffFrame>
  );
}
