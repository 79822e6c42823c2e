import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { isOnThisMachine, type SignOnSetting } from '../../../platform/sign-on-setting.ts';

/** What a browser brings back unseen, so that the answer is of the question that was asked in it. */
export type SignOnFlow = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where the provider sends the browser back to; the same in question and answer. */
  readonly back: string;
  /** Somebody proves again who he is: the provider asks him anew. */
  readonly anew: boolean;
};

/** Whom the provider vouches for. */
export type VouchedPerson = {
  readonly issuer: string;
  readonly subject: string;
  /** Only what the provider has verified; else null. */
  readonly email: string | null;
  /** It says that he proved a second factor. */
  readonly secondFactor: boolean;
  /** When he proved it there, milliseconds; null where the provider does not say. */
  readonly provedAt: number | null;
};

export type IdentityProvider = {
  readonly issuer: string;
  /** The question. Throws when the provider is not reached. */
  readonly ask: (
    back: string,
    anew: boolean,
  ) => Promise<{ readonly address: URL; readonly flow: SignOnFlow }>;
  /** The answer. Throws when it is none, or not of this question. */
  readonly hear: (query: string, flow: SignOnFlow) => Promise<VouchedPerson>;
};

/** What a provider says of itself is asked for again after so long. */
const KNOWN_MS = 3_600_000;
const SECONDS_TO_ANSWER = 10;
/** So old a proof may be where it was asked for anew. */
const ANEW_SECONDS = 300;

/** Asks nothing before somebody signs in. `now` in milliseconds. */
export function openIdentityProvider(setting: SignOnSetting, now: () => number): IdentityProvider {
  let known: { readonly at: number; readonly configuration: Promise<Configuration> } | undefined;
  const configured = async (): Promise<Configuration> => {
    if (known === undefined || now() - known.at > KNOWN_MS)
      known = { at: now(), configuration: discoverProvider(setting, SECONDS_TO_ANSWER) };
    try {
      return await known.configuration;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
  return {
    issuer: setting.issuer,
    ask: async (back, anew) => {
      const configuration = await configured();
      const verifier = randomPKCECodeVerifier();
      const flow = { state: randomState(), nonce: randomNonce(), verifier, back, anew };
      const address = buildAuthorizationUrl(configuration, {
        redirect_uri: back,
        scope: 'openid email',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(anew ? { max_age: String(ANEW_SECONDS) } : {}),
      });
      return { address, flow };
    },
    hear: async (query, flow) => {
      const configuration = await configured();
      const answer = new URL(flow.back);
      answer.search = query;
      const tokens = await authorizationCodeGrant(configuration, answer, {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
        ...(flow.anew ? { maxAge: ANEW_SECONDS } : {}),
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('The provider gave no ID token');
      const told =
        claims.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
          ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
          : claims;
      return {
        issuer: claims.iss,
        subject: claims.sub,
        email: told.email_verified === true && typeof told.email === 'string' ? told.email : null,
        secondFactor: tellsOf(setting.secondFactors, claims.amr, claims.acr),
        provedAt: claims.auth_time === undefined ? null : claims.auth_time * 1000,
      };
    },
  };
}

/** What the provider says of itself. Throws when it is not reached in `seconds`, or is another than it is called. */
export function discoverProvider(
  { issuer, clientId, clientSecret }: SignOnSetting,
  seconds: number,
): Promise<Configuration> {
  return discovery(
    new URL(issuer),
    clientId,
    clientSecret ?? undefined,
    clientSecret === null ? None() : undefined,
    {
      timeout: seconds,
      execute: issuer.startsWith('http:') && isOnThisMachine(issuer) ? [allowInsecureRequests] : [],
    },
  );
}

function tellsOf(wanted: readonly string[], amr: unknown, acr: unknown): boolean {
  const told = [...(Array.isArray(amr) ? amr : []), acr];
  return told.some((one) => typeof one === 'string' && wanted.includes(one));
}
