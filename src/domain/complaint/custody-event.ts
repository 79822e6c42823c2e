import type { AccountId, At, AttachmentId, IdentityId, Of, TextId } from './event-shape.ts';

export type IdentityOpened = Of<'identity-opened', At & { identity: IdentityId; reason: TextId }>;
/**
 * Rule 32: the second person of an anonymous, secret or restricted case is asked, and agrees to what one account asked
 * for that reason.
 */
export type IdentityOpeningAsked = Of<
  'identity-opening-asked',
  At & { identity: IdentityId; reason: TextId }
>;
export type IdentityOpeningAgreed = Of<
  'identity-opening-agreed',
  At & { identity: IdentityId; asker: AccountId; reason: TextId }
>;
export type IdentityErased = Of<'identity-erased', At & { identity: IdentityId; ledger: string }>;
export type TextErased = Of<'text-erased', At & { text: TextId; ledger: string }>;
export type AttachmentErased = Of<'attachment-erased', At & { attachment: AttachmentId; ledger: string }>;
