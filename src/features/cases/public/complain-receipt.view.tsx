import { Icon } from '../../../platform/views/icon.view.tsx';
import { Card } from '../../../platform/views/notices.view.tsx';
import { useWords } from '../../../platform/words/words.ts';
import { type OfficeFace, PublicFrame, withOffice } from '../../offices/public-frame.view.tsx';

export type ReceiptProps = {
  readonly office: OfficeFace;
  readonly ticket: string;
  readonly secret: string;
  /** "Senin, 17 April 2023 pukul 10.00 WITA". */
  readonly receivedAt: string;
  /** Limits in words, the nearest first. */
  readonly due: readonly { readonly label: string; readonly when: string; readonly basis: string }[];
  readonly urgentAsked: boolean;
};

/** Shown once after the commit: what to keep, what follows, by when (design law 1). */
export function ComplainReceiptView(props: ReceiptProps) {
  const words = useWords();
  return (
    <PublicFrame office={props.office} here="complain">
      <Card tone="done" label={words('receipt.label')}>
        <h1 class="govuk-heading-l">
          <Icon name="circle-check" /> {words('receipt.title')}
        </h1>
        <p class="govuk-body">{words('receipt.received', { when: props.receivedAt })}</p>
        <dl class="tg-keep">
          <dt>{words('receipt.ticket')}</dt>
          <dd class="tg-code" id="nomor">
            {props.ticket}
          </dd>
          <dt>{words('receipt.secret')}</dt>
          <dd class="tg-code" id="kode">
            {props.secret}
          </dd>
        </dl>
      </Card>
      <h2 class="govuk-heading-m">{words('receipt.keep-title')}</h2>
      <p class="govuk-body">{words('receipt.keep')}</p>
      <h2 class="govuk-heading-m">{words('receipt.next-title')}</h2>
      <ol class="govuk-list govuk-list--number">
        <li>{words('receipt.next-1')}</li>
        <li>{words('receipt.next-2')}</li>
        <li>{words('receipt.next-3')}</li>
      </ol>
      {props.urgentAsked && props.office.emergency.length > 0 ? (
        <Card tone="attention">
          <p class="govuk-body">
            {words('complain.urgent-numbers', {
              numbers: props.office.emergency.map((one) => `${one.name} ${one.number}`).join(', '),
            })}
          </p>
        </Card>
      ) : null}
      {props.due.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{words('receipt.due-title')}</h2>
          <dl class="govuk-summary-list">
            {props.due.map((limit) => (
              <div class="govuk-summary-list__row" key={limit.label}>
                <dt class="govuk-summary-list__key">{limit.label}</dt>
                <dd class="govuk-summary-list__value">
                  {limit.when}
                  {limit.basis === '' ? null : <span class="tg-muted tg-small"> ({limit.basis})</span>}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p class="govuk-body tg-no-print">{words('receipt.print')}</p>
      <p class="govuk-body tg-no-print">
        <a class="govuk-link govuk-link--no-visited-state" href={withOffice('/lacak', props.office)}>
          {words('receipt.track')}
        </a>
      </p>
    </PublicFrame>
  );
}
