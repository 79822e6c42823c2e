import { OpenAPIHono, z } from '@hono/zod-openapi';
import { MEDIA_TYPES } from '../adapters/media/sniff-media.ts';
import { CASE_OPERATIONS } from '../domain/complaint/operation-table.ts';
import { STATUSES } from '../domain/complaint/vocabulary.ts';
import { BY_SECRET, operationSchema } from '../features/cases/acts/operation-bodies.ts';
import { REFUSAL_STATUS } from '../features/cases/doors/refusal-answers.ts';
import {
  complaintReceiptSchema,
  complaintSchema,
  dueSchema,
} from '../features/cases/intake/complaint.schema.ts';
import { EDGE_PROBLEMS } from '../platform/http/bad-request.ts';
import { platformProblems } from '../platform/http/problem.ts';

export type OpenAPIObject = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
type Registry = OpenAPIHono['openAPIRegistry'];

/** Every code that `application/problem+json` may carry. */
export const PROBLEM_CODES: readonly { readonly code: string; readonly status: number }[] = [
  ...Object.values(platformProblems).map(({ code, status }) => ({ code, status })),
  ...Object.entries(EDGE_PROBLEMS).map(([code, status]) => ({ code, status })),
  ...Object.entries(REFUSAL_STATUS).map(([code, status]) => ({ code, status })),
].toSorted((a, b) => a.code.localeCompare(b.code));

const ticketParam = z.object({ ticket: z.string().openapi({ example: 'TBL-2K4M-9XYZ' }) });
const officeParam = z.object({ office: z.string().openapi({ example: 'tabalong' }) });
const secretHeader = z.object({ 'x-ticket-secret': z.string().optional() });
const repeatKey = z.string().max(200).optional().openapi({
  description: 'Paling banyak 200 huruf; tanpa token 22 sampai 200 dari A-Z a-z 0-9 _ -, misalnya UUID acak.',
  example: '0b9f6a52-3f0e-4c57-9d0e-6f4a1c2b7d11',
});
const repeatHeader = z.object({ 'idempotency-key': repeatKey });
const operationHeaders = z.object({
  'if-match': z.string().optional().openapi({ example: '"3"' }),
  'idempotency-key': repeatKey,
});
const operationAnswer = z
  .object({
    ticket: z.string(),
    version: z.int(),
    status: z.enum(STATUSES),
    registerNumber: z.string().nullable(),
  })
  .openapi('OperationAnswer');
const complaintShown = z
  .looseObject({ office: z.string(), ticket: z.string(), version: z.int(), status: z.enum(STATUSES) })
  .openapi('ComplaintShown');
const complaintLine = z
  .looseObject({
    ticket: z.string(),
    version: z.int(),
    status: z.enum(STATUSES),
    kind: z.string(),
    channel: z.string(),
    service: z.string().nullable(),
    unit: z.string().nullable(),
    receivedAt: z.string(),
    dueAt: z.string().nullable(),
    registerNumber: z.string().nullable(),
  })
  .openapi('ComplaintLine');

const attachmentShown = z
  .object({
    id: z.string(),
    name: z.string(),
    mediaType: z.enum(Object.values(MEDIA_TYPES)),
    bytes: z.int(),
    sha256: z.string(),
  })
  .openapi('Attachment');

/** OpenAPI 3.1 of the API, made from the very schemas that judge what is sent. */
export function makeOpenApiDocument(): OpenAPIObject {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  registry.registerComponent('securitySchemes', 'ticketSecret', {
    type: 'apiKey',
    in: 'header',
    name: 'X-Ticket-Secret',
  });
  registry.register('Due', dueSchema);
  const problem = registry.register(
    'Problem',
    z.object({
      type: z.string(),
      status: z.int(),
      code: z.enum(PROBLEM_CODES.map(({ code }) => code)),
      title: z.string(),
      detail: z.string().optional(),
      errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
      requestId: z.string().optional(),
    }),
  );
  const failures = problems(problem);
  describeComplaints(registry, failures);
  describeAttachments(registry, failures);
  describeOperations(registry, failures);
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Tanggap',
      version: '1',
      description: 'Pengaduan pelayanan publik: menerima, melacak, menangani.',
    },
    servers: [{ url: '/' }],
  });
}

type Failures = ReturnType<typeof problems>;

function problems(schema: z.ZodType) {
  const content = { 'application/problem+json': { schema } };
  return { '4XX': { description: 'Ditolak; `code` menyebut sebabnya.', content } };
}

function describeAttachments(registry: Registry, failures: Failures): void {
  registry.registerPath({
    method: 'post',
    path: '/api/v1/attachments',
    summary: 'Unggah satu berkas',
    security: [{}, { token: [] }],
    request: {
      query: z.object({ office: z.string().optional().openapi({ example: 'tabalong' }) }),
      body: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: z.object({ file: z.string().openapi({ format: 'binary' }) }),
          },
        },
      },
    },
    responses: { 201: json('Berkas diterima, belum pada kasus mana pun.', attachmentShown), ...failures },
  });
}

function describeComplaints(registry: Registry, failures: Failures): void {
  registry.registerPath({
    method: 'post',
    path: '/api/v1/offices/{office}/complaints',
    summary: 'Sampaikan pengaduan',
    security: [{}, { token: [] }],
    request: {
      params: officeParam,
      headers: repeatHeader,
      body: { required: true, content: { 'application/json': { schema: complaintSchema } } },
    },
    responses: { 201: json('Pengaduan tercatat.', complaintReceiptSchema), ...failures },
  });
  registry.registerPath({
    method: 'get',
    path: '/api/v1/offices/{office}/complaints',
    summary: 'Kotak masuk, menurut sisa waktu',
    security: [{ token: [] }],
    request: {
      params: officeParam,
      query: z.object({
        status: z.enum(STATUSES).optional(),
        unit: z.string().optional(),
        q: z.string().max(200).optional(),
        cursor: z.string().optional(),
        limit: z.int().min(1).max(200).optional(),
      }),
    },
    responses: {
      200: json(
        'Satu halaman.',
        z.object({ complaints: z.array(complaintLine), next: z.string().nullable() }),
      ),
      ...failures,
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/api/v1/complaints/{ticket}',
    summary: 'Baca satu pengaduan',
    security: [{ ticketSecret: [] }, { token: [] }],
    request: { params: ticketParam, headers: secretHeader },
    responses: { 200: json('Pengaduan, sesuai siapa yang membaca.', complaintShown), ...failures },
  });
  registry.registerPath({
    method: 'post',
    path: '/api/v1/complaints/{ticket}/messages',
    summary: 'Balasan pelapor',
    security: [{ ticketSecret: [] }, { token: [] }],
    request: {
      params: ticketParam,
      headers: repeatHeader,
      body: { required: true, content: { 'application/json': { schema: operationSchema('reply') } } },
    },
    responses: { 200: json('Tercatat.', operationAnswer), ...failures },
  });
}

function describeOperations(registry: Registry, failures: Failures): void {
  for (const operation of CASE_OPERATIONS) {
    registry.registerPath({
      method: 'post',
      path: `/api/v1/complaints/{ticket}/${operation}`,
      summary: operation,
      security: BY_SECRET.has(operation) ? [{ ticketSecret: [] }, { token: [] }] : [{ token: [] }],
      request: {
        params: ticketParam,
        headers: operationHeaders,
        body: { content: { 'application/json': { schema: operationSchema(operation) } } },
      },
      responses: { 200: json('Selesai.', operationAnswer), ...failures },
    });
  }
}

function json(description: string, schema: z.ZodType) {
  return { description, content: { 'application/json': { schema } } };
}
