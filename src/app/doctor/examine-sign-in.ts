import { discoverProvider } from '../../features/people/single-sign-on/identity-provider.ts';
import type { Config } from '../../platform/config.ts';
import { errorCode } from '../../platform/errors.ts';
import type { SignOnSetting } from '../../platform/sign-on-setting.ts';
import { type Finding, lack, note, ok } from './finding.ts';

const SECONDS_TO_ANSWER = 5;

/** Whether the second factor of rule 35 is asked for, and whether the identity provider answers. */
export async function examineSignIn({
  secondFactor,
  signOn,
}: Pick<Config, 'secondFactor' | 'signOn'>): Promise<Finding[]> {
  return [
    secondFactor === 'required'
      ? ok(
          'second-factor',
          'Faktor kedua diwajibkan bagi peran yang memerlukannya, kecuali di kantor contoh.',
        )
      : note(
          'second-factor',
          'Faktor kedua hanya ditawarkan: siapa pun yang mengetahui kata sandi kepala, tim pemeriksa, atau administrator dapat masuk.',
          'Untuk pemakaian sungguhan hapus TANGGAP_SECOND_FACTOR=offered; itu hanya untuk latihan.',
        ),
    ...(signOn === null ? [] : [await examineProvider(signOn)]),
  ];
}

async function examineProvider(setting: SignOnSetting): Promise<Finding> {
  const { issuer } = setting;
  try {
    await discoverProvider(setting, SECONDS_TO_ANSWER);
    return ok('single-sign-on', `Penyedia identitas ${issuer} menjawab.`);
  } catch (error) {
    return lack(
      'single-sign-on',
      `Penyedia identitas ${issuer} tidak menjawab sebagai dirinya (${reasonOf(error)}).`,
      [
        'Petugas tetap dapat masuk dengan surel dan kata sandi. Untuk masuk tunggal:',
        `- buka ${issuer.replace(/\/$/, '')}/.well-known/openid-configuration dari mesin ini: "issuer" di dalamnya harus sama persis dengan TANGGAP_OIDC_ISSUER;`,
        '- periksa jaringan, proksi, dan sertifikatnya.',
      ].join('\n'),
    );
  }
}

/** The deepest cause says most: a refused connection, an unknown name, an answer that is none. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && cause !== error) return reasonOf(cause);
  return errorCode(error) ?? (error instanceof Error ? error.message : String(error));
}
