import { probeMailServer } from '../../adapters/mail/open-mailer.ts';
import type { Config } from '../../platform/config.ts';
import { type Finding, lack, note, ok } from './finding.ts';

/** Whether mail can go: without a server it waits, which is no lack but worth knowing. */
export async function examineMail({ mail, publicUrl }: Pick<Config, 'mail' | 'publicUrl'>): Promise<Finding> {
  if (mail === null) {
    return note(
      'mail',
      'Surel tidak dikirim: server surel belum diatur. Pemberitahuan tetap ada di aplikasi; surel menunggu.',
      'Isi TANGGAP_SMTP_URL=smtp://nama:sandi@server:587 dan TANGGAP_MAIL_FROM="Dinas Sosial <pengaduan@…>", lalu nyalakan lagi.',
    );
  }
  const place = `${mail.host}:${mail.port}`;
  const trouble = await probeMailServer(mail);
  if (trouble === 'EAUTH') {
    return lack(
      'mail',
      `Server surel ${place} menolak nama atau kata sandinya.`,
      'Betulkan nama dan kata sandi dalam TANGGAP_SMTP_URL; tanda khusus ditulis sebagai %40 dan sejenisnya.',
    );
  }
  if (trouble !== null) {
    return lack(
      'mail',
      `Server surel ${place} tidak dapat dipakai (${trouble}).`,
      'Periksa nama dan port dalam TANGGAP_SMTP_URL, dan apakah mesin ini boleh menghubunginya.',
    );
  }
  const said = `Surel dikirim lewat ${place} dari ${mail.from.address}.`;
  return publicUrl === null
    ? note('mail', `${said} Surel tidak memuat tautan.`, 'Isi TANGGAP_URL dengan alamat halaman depan.')
    : ok('mail', said);
}
