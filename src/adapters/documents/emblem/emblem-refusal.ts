/** Why a file cannot be an emblem; `detail` names what was met. */
export type EmblemRefusal = {
  readonly ok: false;
  readonly refusal:
    | 'broken'
    | 'too-many-pixels'
    | 'no-size'
    | 'not-an-svg'
    | 'unsafe-element'
    | 'unsafe-attribute'
    | 'outside-reference'
    | 'nested-reference'
    | 'letters';
  readonly detail: string;
};
