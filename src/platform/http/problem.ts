import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { jsonResponse } from './json-response.ts';

/** One wrong field of a request: its path ('reporters.0.phone') and an Indonesian sentence. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export interface Problem {
  readonly status: ContentfulStatusCode;
  /** From a closed list; programs decide by it. */
  readonly code: string;
  /** Indonesian, for people. */
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
}

/** What the platform itself answers; each feature adds its refusals in one file at the edge. */
export const platformProblems = {
  bodyTooLarge: {
    status: 413,
    code: 'body-too-large',
    title: 'Kiriman terlalu besar.',
    detail: 'Isi permintaan paling besar 200 kB, dan satu teks paling panjang 20.000 huruf.',
  },
  foreignOrigin: {
    status: 403,
    code: 'foreign-origin',
    title: 'Kiriman ini tidak berasal dari halaman Tanggap.',
    detail: 'Buka halaman Tanggap langsung, lalu kirim dari sana.',
  },
  notFound: { status: 404, code: 'not-found', title: 'Halaman atau data tidak ditemukan.' },
  unavailable: {
    status: 503,
    code: 'unavailable',
    title: 'Layanan sedang tidak tersedia.',
    detail: 'Basis data belum terjangkau. Silakan ulangi beberapa saat lagi.',
  },
  busy: {
    status: 503,
    code: 'busy',
    title: 'Layanan sedang sibuk.',
    detail: 'Terlalu banyak permintaan, atau yang ini terlalu lama. Silakan ulangi beberapa detik lagi.',
  },
  fault: {
    status: 500,
    code: 'fault',
    title: 'Terjadi kesalahan pada sistem.',
    detail: 'Kejadian ini sudah dicatat. Sebutkan nomor permintaan bila Anda menghubungi petugas.',
  },
} as const satisfies Record<string, Problem>;

/** Seconds after which a 503 may be tried again. */
export const RETRY_AFTER = '5';

/** The problem as application/problem+json (RFC 9457). `requestId` lets a person's report be found in the log. */
export function problemResponse(problem: Problem, requestId?: string): Response {
  const { status, code, title, detail, errors } = problem;
  const body = { type: `urn:tanggap:${code}`, status, code, title, detail, errors, requestId };
  return jsonResponse(body, status, {
    'content-type': 'application/problem+json; charset=utf-8',
    ...(status === 503 ? { 'retry-after': RETRY_AFTER } : {}),
  });
}
