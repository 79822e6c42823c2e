import { z } from '@hono/zod-openapi';
import { plainText } from '../doors/plain-text.schema.ts';

/** Body of `merge` (into = ticket of the case to live on in) and of `unmerge`. */
export const joinSchema = z.strictObject({
  into: z.string().max(40).optional(),
  reason: plainText(4000).default(''),
});
