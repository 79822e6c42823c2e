import { z } from '@hono/zod-openapi';
import { plainText } from '../doors/plain-text.schema.ts';

const reason = plainText(4000).default('');

/** `into` is the ticket of the case to live on in. */
export const mergeSchema = z.strictObject({ into: z.string().max(40).optional(), reason });

export const unmergeSchema = z.strictObject({ reason });
