/** Why a file is not taken as an office's letter; `what` names the part, the field or the tag. */
export type TemplateRefusal = {
  readonly refusal:
    | 'template-too-large'
    | 'template-unreadable'
    /** Macros, objects, other archives: anything that is no text, style or picture. */
    | 'template-part'
    /** It would fetch something from elsewhere. */
    | 'template-external'
    /** Fields that run, include or link. */
    | 'template-field'
    | 'template-tag'
    | 'template-no-body';
  readonly what: string;
};
