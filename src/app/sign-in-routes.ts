import type { Hono } from 'hono';
import {
  accountPage,
  sendDisableAccount,
  sendEndRole,
  sendGrantRole,
  sendResetPassword,
} from '../features/people/account.page.tsx';
import {
  accountSignInPage,
  sendAllowSignOn,
  sendEndSessionsOf,
  sendEndSignOn,
  sendResetFactor,
} from '../features/people/account-sign-in.page.tsx';
import { accountsPage, sendAccount } from '../features/people/accounts.page.tsx';
import { ownPinPage, sendOwnPin } from '../features/people/counter-pin/own-pin.page.tsx';
import { sendLock, sendSwitch, switchPage } from '../features/people/counter-pin/switch.page.tsx';
import { firstVisitPage, sendFirstVisit, sendLoadDemo } from '../features/people/first-visit.page.tsx';
import { sendGoOn } from '../features/people/go-on.page.tsx';
import { passwordPage, sendPassword } from '../features/people/password.page.tsx';
import { provePage, sendProve } from '../features/people/prove.page.tsx';
import { codePage, sendCode } from '../features/people/second-factor/code.page.tsx';
import {
  sendRecoveryCodes,
  sendRemoveFactor,
  sendSetUp,
  setUpPage,
} from '../features/people/second-factor/set-up.page.tsx';
import { securityPage } from '../features/people/security.page.tsx';
import {
  sendEndOtherSessions,
  sendEndSession,
  sessionsPage,
} from '../features/people/sessions/sessions.page.tsx';
import { sendSignIn, sendSignOut, signInPage } from '../features/people/sign-in.page.tsx';
import {
  ownSignOnPage,
  sendEndOwnSignOn,
  sendOwnSignOn,
} from '../features/people/single-sign-on/own-sign-on.page.tsx';
import { signOnBackPage, signOnPage } from '../features/people/single-sign-on/sign-on.page.tsx';
import type { RequestIdVariables } from '../platform/http/request-id.ts';
import type { WebDesk } from './compose.ts';

/** The doors by which staff come in, and of what keeps others out: first visit, sign-in, accounts, security. */
export function signInRoutes(app: Hono<{ Variables: RequestIdVariables }>, desk: WebDesk): void {
  app.get('/mulai', firstVisitPage(desk));
  app.post('/mulai', sendFirstVisit(desk));
  app.post('/mulai/contoh', sendLoadDemo(desk));
  app.get('/petugas/masuk', signInPage(desk));
  app.post('/petugas/masuk', sendSignIn(desk));
  app.get('/petugas/masuk/kode', codePage(desk));
  app.post('/petugas/masuk/kode', sendCode(desk));
  app.get('/petugas/masuk/tunggal', signOnPage(desk));
  app.get('/petugas/masuk/tunggal/kembali', signOnBackPage(desk));
  app.post('/petugas/lanjut', sendGoOn(desk));
  app.post('/petugas/keluar', sendSignOut(desk));
  app.post('/petugas/kunci', sendLock(desk));
  app.get('/petugas/ganti', switchPage(desk));
  app.post('/petugas/ganti', sendSwitch(desk));
  app.get('/petugas/akun', accountsPage(desk));
  app.post('/petugas/akun', sendAccount(desk));
  app.post('/petugas/akun/tutup', sendDisableAccount(desk));
  app.get('/petugas/akun/:account', accountPage(desk));
  app.post('/petugas/akun/:account/sandi', sendResetPassword(desk));
  app.get('/petugas/akun/:account/masuk', accountSignInPage(desk));
  app.post('/petugas/akun/:account/faktor-kedua', sendResetFactor(desk));
  app.post('/petugas/akun/:account/sesi', sendEndSessionsOf(desk));
  app.post('/petugas/akun/:account/masuk-tunggal', sendAllowSignOn(desk));
  app.post('/petugas/akun/:account/masuk-tunggal/lepas', sendEndSignOn(desk));
  app.post('/petugas/akun/:account/peran', sendGrantRole(desk));
  app.post('/petugas/akun/:account/peran/akhiri', sendEndRole(desk));
  app.get('/petugas/sandi', passwordPage(desk));
  app.post('/petugas/sandi', sendPassword(desk));
  app.get('/petugas/keamanan', securityPage(desk));
  app.get('/petugas/keamanan/bukti', provePage(desk));
  app.post('/petugas/keamanan/bukti', sendProve(desk));
  app.get('/petugas/keamanan/faktor-kedua', setUpPage(desk));
  app.post('/petugas/keamanan/faktor-kedua', sendSetUp(desk));
  app.post('/petugas/keamanan/faktor-kedua/kode-cadangan', sendRecoveryCodes(desk));
  app.post('/petugas/keamanan/faktor-kedua/hapus', sendRemoveFactor(desk));
  app.get('/petugas/keamanan/sesi', sessionsPage(desk));
  app.post('/petugas/keamanan/sesi/akhiri', sendEndSession(desk));
  app.post('/petugas/keamanan/sesi/akhiri-semua', sendEndOtherSessions(desk));
  app.get('/petugas/keamanan/pin', ownPinPage(desk));
  app.post('/petugas/keamanan/pin', sendOwnPin(desk));
  app.get('/petugas/keamanan/masuk-tunggal', ownSignOnPage(desk));
  app.post('/petugas/keamanan/masuk-tunggal', sendOwnSignOn(desk));
  app.post('/petugas/keamanan/masuk-tunggal/lepas', sendEndOwnSignOn(desk));
}
