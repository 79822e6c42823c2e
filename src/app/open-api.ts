import type { Context } from 'hono';
import type { OpenAPIObject } from './open-api-document.ts';

let known: string | undefined;

/** `GET /api/v1/openapi.json`. Put together when it is first asked for: nobody else carries the generator. */
export async function openApi(c: Context): Promise<Response> {
  known ??= JSON.stringify(await openApiDocument());
  return c.body(known, 200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'public, max-age=300',
  });
}

export async function openApiDocument(): Promise<OpenAPIObject> {
  const { makeOpenApiDocument } = await import('./open-api-document.ts');
  return makeOpenApiDocument();
}
