import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import Provider, { type Configuration } from 'oidc-provider';

/** Somebody as an identity provider knows him. */
export type ProviderPerson = {
  readonly sub: string;
  readonly email?: string;
  /** Whether the provider has verified that e-mail; left out: it has. */
  readonly verified?: boolean;
  /** How he proved who he is. */
  readonly amr?: readonly string[];
};

export type TestProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Goes through the provider's pages as that person, in a browser of his own; gives where he is sent back to. */
  readonly visit: (address: URL, person: ProviderPerson) => Promise<URL>;
};

/** The real `oidc-provider` on a free port of this machine, with one client that is sent back to `back`. */
export async function aProvider(
  t: { after(close: () => Promise<void>): void },
  back: string,
): Promise<TestProvider> {
  const [clientId, clientSecret] = ['tanggap', randomUUID()];
  const people = new Map<string, ProviderPerson>();
  /** Who sits before which browser, by the name that it sends. */
  const visitors = new Map<string, ProviderPerson>();
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The provider has no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [back],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: {
      keys: [
        {
          ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
          use: 'sig',
          alg: 'RS256',
          kid: 'uji',
        },
      ],
    },
    cookies: { keys: [randomUUID()] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'], acr: null, amr: null },
    findAccount: (_, sub) => {
      const person = people.get(sub);
      return {
        accountId: sub,
        claims: async () => ({
          sub,
          ...(person?.email === undefined
            ? {}
            : { email: person.email, email_verified: person.verified ?? true }),
        }),
      };
    },
    interactions: { url: (_, { uid }) => `/tanya/${uid}` },
    // Nobody is asked what he allows: a test of ours is none of the provider's pages.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  };
  const provider = new Provider(issuer, configuration);
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/tanya/') !== true) return void answer(request, response);
    const person = visitors.get(request.headers['user-agent'] ?? '');
    if (person === undefined) throw new Error('Nobody sits before this browser');
    people.set(person.sub, person);
    const login = { accountId: person.sub, ...(person.amr === undefined ? {} : { amr: [...person.amr] }) };
    void provider.interactionFinished(request, response, { login });
  });
  t.after(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return {
    issuer,
    clientId,
    clientSecret,
    visit: async (asked, person) => {
      const browser = randomUUID();
      visitors.set(browser, person);
      return followBack(asked, back, browser);
    },
  };
}

/** As a browser does: cookies kept, redirects followed, until the provider sends away. */
async function followBack(asked: URL, back: string, browser: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next = asked;
  for (let step = 0; step < 10; step += 1) {
    if (next.href.startsWith(back)) return next;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, {
      redirect: 'manual',
      headers: { cookie, 'user-agent': browser, connection: 'close' },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`The provider stops at ${next.pathname}: ${await answer.text()}`);
    next = new URL(location, next);
  }
  throw new Error('The provider sends nobody back');
}
