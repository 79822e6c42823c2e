import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { calendarPage } from '../features/administration/calendar.page.tsx';
import { changePage, changesPage } from '../features/administration/changes.page.tsx';
import { emblemFormPage, sendEmblem } from '../features/administration/emblem-form.page.tsx';
import { officePage, sendChange } from '../features/administration/office.page.tsx';
import { partPage, sendPart } from '../features/administration/part.page.tsx';
import {
  chapterPage,
  reportOutlinePage,
  sendChapter,
} from '../features/administration/report-editor.page.tsx';
import { sectionPage } from '../features/administration/section.page.tsx';
import { sendSop, sopEditorPage } from '../features/administration/sop-editor.page.tsx';
import { accessLogFile, accessLogPage } from '../features/cases/access-log/access-log.page.tsx';
import { getAttachment, postAttachment } from '../features/cases/api/attachments.api.ts';
import { getComplaint, listComplaints } from '../features/cases/api/complaint-reads.api.ts';
import { postComplaint } from '../features/cases/api/complaints.api.ts';
import { postMessage, postOperation } from '../features/cases/api/operations.api.ts';
import { caseDetailPage, sendOperation } from '../features/cases/case-page/case.page.tsx';
import { caseFilePage, sendOpenCaseFile } from '../features/cases/case-page/case-file.page.tsx';
import { directionPage } from '../features/cases/case-page/direction.page.tsx';
import { slipPage } from '../features/cases/case-page/slip.page.tsx';
import { sopPage } from '../features/cases/case-page/sop.page.tsx';
import { firstLookPage, sendFirstLook } from '../features/cases/closed-lane/first-look.page.tsx';
import { openDutiesPage } from '../features/cases/closed-lane/open-duties.page.tsx';
import { reviewDeskPage } from '../features/cases/closed-lane/review-desk.page.tsx';
import { counterPage, sendCounter } from '../features/cases/counter/counter.page.tsx';
import { deskAnswersPage, sendAcknowledgeDeskAnswers } from '../features/cases/counter/desk-answers.page.tsx';
import {
  breachesPage,
  breachPage,
  sendBreach,
  sendBreachStep,
} from '../features/cases/endings/breaches.page.tsx';
import { destructionPage } from '../features/cases/endings/destruction.page.tsx';
import { erasuresPage } from '../features/cases/endings/erasures.page.tsx';
import { requestsPage } from '../features/cases/endings/requests.page.tsx';
import { retentionPage, sendDestruction } from '../features/cases/endings/retention.page.tsx';
import { sendSubjectCopy, subjectCopyPage } from '../features/cases/endings/subject-copy.page.tsx';
import { watchedPage } from '../features/cases/endings/watched.page.tsx';
import { handOverPage, sendHandOver } from '../features/cases/hand-over/hand-over.page.tsx';
import { derivedPage } from '../features/cases/intake/derived.page.tsx';
import { alikePage, sendAlike, writtenAlikePage } from '../features/cases/likeness/alike.page.tsx';
import { groupPage, sendGroup } from '../features/cases/likeness/group.page.tsx';
import { mergePreviewPage } from '../features/cases/likeness/merge-preview.page.tsx';
import { recurrencePage, recurringPage } from '../features/cases/likeness/recurrence.page.tsx';
import { inboxPage } from '../features/cases/lists/inbox.page.tsx';
import { sendSavedView } from '../features/cases/lists/saved-views.page.ts';
import { mailsPage, sendMails } from '../features/cases/notices/mails.page.tsx';
import { noticesPage, sendNotices } from '../features/cases/notices/notices.page.tsx';
import { wallPage } from '../features/cases/notices/wall.page.tsx';
import {
  sendWallDevices,
  sendWallPair,
  wallDevicesPage,
  wallPairPage,
} from '../features/cases/notices/wall-devices.page.tsx';
import { sendCorrectPerson } from '../features/cases/personal-data/correct-person.page.ts';
import { erasePage, sendErase } from '../features/cases/personal-data/erase.page.tsx';
import { eraseReasonPage, sendEraseReason } from '../features/cases/personal-data/erase-reason.page.tsx';
import { findPeoplePage, sendFindPeople } from '../features/cases/personal-data/find-people.page.tsx';
import { sendAgreeToOpening, sendOpenIdentity } from '../features/cases/personal-data/identity.page.ts';
import { complainPage, sendComplaint } from '../features/cases/public/complain.page.tsx';
import { sendTrack, trackPage } from '../features/cases/public/track.page.tsx';
import { bulkPage, sendBulk } from '../features/cases/work/bulk.page.tsx';
import { headPage } from '../features/cases/work/head.page.tsx';
import { myDayPage, waitPage } from '../features/cases/work/my-day.page.tsx';
import { emblemPage } from '../features/offices/emblem.page.ts';
import { chooseLanguage, homePage } from '../features/offices/home.page.tsx';
import { anyServicesPage, servicePage, servicesPage } from '../features/offices/services.page.tsx';
import { composePaperPage, sendPaper } from '../features/papers/compose-paper.page.tsx';
import {
  letterTemplateSample,
  letterTemplatesPage,
  sendEndLetterTemplate,
  sendLetterTemplate,
} from '../features/papers/letter-templates.page.tsx';
import {
  meetingFilePage,
  meetingPage,
  meetingPaperPage,
  sendMeeting,
} from '../features/papers/meetings/meeting.page.tsx';
import { meetingsPage } from '../features/papers/meetings/meetings.page.tsx';
import {
  paperFilePage,
  paperPage,
  sendOpenPaper,
  sendPaperNumber,
  sendSignedCopy,
  sendVoidPaper,
  signedCopyPage,
} from '../features/papers/paper.page.tsx';
import { casePapersPage, papersPage } from '../features/papers/papers.page.tsx';
import { sopSheetPage } from '../features/papers/sop-sheet.page.tsx';
import { sendDecree, sendDeputation, sendEndDeputation } from '../features/people/deputies/deputies.page.tsx';
import { teamPage } from '../features/people/deputies/team.page.tsx';
import { importPage, sendImport, sendImportFile } from '../features/registers/import.page.tsx';
import { importsPage, sendTakeBack, takeBackPage } from '../features/registers/imports.page.tsx';
import { printRegisterPage, sendPrintRegister } from '../features/registers/print-register.page.tsx';
import { approvalsPage, sendApproval } from '../features/reports/approvals.page.tsx';
import { compliancePage } from '../features/reports/compliance.page.tsx';
import { figureRowsPage } from '../features/reports/figure-rows.page.tsx';
import { figuresPage, publicationPage, sendPublication } from '../features/reports/public-figures.page.tsx';
import { reportFile, reportsPage } from '../features/reports/reports.page.tsx';
import { sendAgenda, teamMonthPage } from '../features/reports/team-month.page.tsx';
import { accessLog } from '../platform/http/access-log.ts';
import { openClientBudget } from '../platform/http/client-budget.ts';
import { limitBody } from '../platform/http/limit-body.ts';
import { isUpload } from '../platform/http/read-upload.ts';
import { refuseForeignOrigin } from '../platform/http/refuse-foreign-origin.ts';
import { countRequests } from '../platform/http/request-counts.ts';
import { type RequestIdVariables, requestId } from '../platform/http/request-id.ts';
import {
  BODIES_BYTES,
  BODIES_OF_CLIENT_BYTES,
  BODY_BYTES,
  BODY_MS,
  FILE_BYTES,
  REQUEST_MS,
  UPLOAD_BYTES,
  UPLOADS_BYTES,
  UPLOADS_OF_CLIENT_BYTES,
} from '../platform/http/request-limits.ts';
import { securityHeaders } from '../platform/http/security-headers.ts';
import { serveAsset, serveIcon } from '../platform/http/serve-asset.ts';
import { apiDocsPage } from './api-docs.page.tsx';
import type { WebDesk } from './compose.ts';
import { answerFault, answerNotFound, answerTooLarge } from './error-answers.tsx';
import { healthz, metrics, readyz } from './health.ts';
import { openApi } from './open-api.ts';
import { signInRoutes } from './sign-in-routes.ts';

export type WebApp = Hono<{ Variables: RequestIdVariables }>;

/** The doors of Tanggap, in one list. */
export function routes(desk: WebDesk): WebApp {
  const app: WebApp = new Hono();
  app.use(
    requestId(),
    countRequests(),
    accessLog(desk.log),
    securityHeaders(desk.isSecure),
    compress({ threshold: 1024 }),
  );
  app.onError(answerFault(desk));
  app.notFound(answerNotFound(desk));

  app.get('/healthz', healthz);
  app.get('/readyz', readyz(desk));
  app.get('/metrics', metrics(desk));
  app.get('/aset/ikon.svg', serveIcon);
  app.get('/aset/:file', serveAsset(desk.builtAssets));

  const takeBody = limitBody(BODY_BYTES, answerTooLarge(desk), {
    budget: openClientBudget(BODIES_BYTES, BODIES_OF_CLIENT_BYTES),
    clientAddress: desk.clientAddress,
    within: BODY_MS,
  });
  // A register is read only for a clerk whose turn it is, one at a time; any other form may be read for a stranger.
  const takeRegister = limitBody(FILE_BYTES, answerTooLarge(desk));
  // Files go on to the disk as they come: they have room of their own, and the time of a slow line.
  const takeFiles = limitBody(UPLOAD_BYTES, answerTooLarge(desk), {
    budget: openClientBudget(UPLOADS_BYTES, UPLOADS_OF_CLIENT_BYTES),
    clientAddress: desk.clientAddress,
    within: REQUEST_MS,
  });
  app.use('*', (c, next) => {
    if (bringsRegister(c)) return takeRegister(c, next);
    return bringsFiles(c) ? takeFiles(c, next) : takeBody(c, next);
  });
  app.use('*', refuseForeignOrigin());

  // The public
  app.get('/', homePage(desk));
  app.get('/bahasa/:language', chooseLanguage);
  app.get('/lambang/:office', emblemPage(desk));
  app.get('/layanan', anyServicesPage(desk));
  app.get('/layanan/:office', servicesPage(desk));
  app.get('/layanan/:office/:service', servicePage(desk));
  app.get('/lapor', complainPage(desk));
  app.post('/lapor', sendComplaint(desk));

  app.get('/pantau/:office', figuresPage(desk));
  app.get('/lacak', trackPage(desk));
  app.post('/lacak', sendTrack(desk));

  app.get('/layar', wallPairPage(desk));
  app.post('/layar', sendWallPair(desk));

  // Staff
  signInRoutes(app, desk);
  app.get('/petugas', inboxPage(desk));
  app.post('/petugas/tampilan', sendSavedView(desk));
  app.get('/petugas/hari-ini', myDayPage(desk));
  app.get('/petugas/pimpinan', headPage(desk));
  app.get('/petugas/menunggu/:wait', waitPage(desk));
  app.get('/petugas/sekaligus', bulkPage(desk));
  app.post('/petugas/sekaligus', sendBulk(desk));
  app.get('/petugas/loket', counterPage(desk));
  app.post('/petugas/loket', sendCounter(desk));
  app.post('/petugas/loket/ganda', writtenAlikePage(desk));
  app.post('/petugas/turunan', derivedPage(desk));
  app.get('/petugas/berulang', recurrencePage(desk));
  app.get('/petugas/berulang/baris', recurringPage(desk));
  app.get('/petugas/dijawab-di-tempat', deskAnswersPage(desk));
  app.post('/petugas/dijawab-di-tempat', sendAcknowledgeDeskAnswers(desk));
  app.get('/petugas/telaah', reviewDeskPage(desk));
  app.get('/petugas/telaah/:ticket', firstLookPage(desk));
  app.post('/petugas/telaah/:ticket', sendFirstLook(desk));
  app.get('/petugas/kewajiban', openDutiesPage(desk));
  app.get('/petugas/cari-orang', findPeoplePage(desk));
  app.post('/petugas/cari-orang', sendFindPeople(desk));
  app.get('/petugas/kasus/:ticket', caseDetailPage(desk));
  app.get('/petugas/kasus/:ticket/tanda-terima', slipPage(desk));
  app.get('/petugas/kasus/:ticket/arahan', directionPage(desk));
  app.get('/petugas/kasus/:ticket/berkas/:file', caseFilePage(desk));
  app.post('/petugas/kasus/:ticket/berkas/:file', sendOpenCaseFile(desk));
  app.get('/petugas/kasus/:ticket/ganda', alikePage(desk));
  app.post('/petugas/kasus/:ticket/ganda', sendAlike(desk));
  app.get('/petugas/kasus/:ticket/gabung', mergePreviewPage(desk));
  app.get('/petugas/kasus/:ticket/rombongan', groupPage(desk));
  app.post('/petugas/kasus/:ticket/rombongan', sendGroup(desk));
  app.post('/petugas/kasus/:ticket/identitas/:identity', sendOpenIdentity(desk));
  app.post('/petugas/kasus/:ticket/identitas/:identity/setuju', sendAgreeToOpening(desk));
  app.post('/petugas/kasus/:ticket/orang/:identity', sendCorrectPerson(desk));
  app.get('/petugas/kasus/:ticket/hapus-data', erasePage(desk));
  app.get('/petugas/hapus-alasan', eraseReasonPage(desk));
  app.post('/petugas/hapus-alasan', sendEraseReason(desk));
  app.post('/petugas/kasus/:ticket/hapus-data', sendErase(desk));
  app.get('/petugas/kasus/:ticket/surat', casePapersPage(desk));
  app.get('/petugas/kasus/:ticket/surat/:kind', composePaperPage(desk));
  app.post('/petugas/kasus/:ticket/surat/:kind', sendPaper(desk));
  app.post('/petugas/kasus/:ticket/:operation', sendOperation(desk));
  app.post('/petugas/kasus/:ticket/:operation/:part', sendOperation(desk));
  app.get('/petugas/insiden', breachesPage(desk));
  app.post('/petugas/insiden', sendBreach(desk));
  app.get('/petugas/insiden/:breach', breachPage(desk));
  app.post('/petugas/insiden/:breach', sendBreachStep(desk));
  app.get('/petugas/retensi', retentionPage(desk));
  app.post('/petugas/retensi', sendDestruction(desk));
  app.get('/petugas/retensi/penghapusan', erasuresPage(desk));
  app.get('/petugas/retensi/:destruction', destructionPage(desk));
  app.get('/petugas/salinan-data', subjectCopyPage(desk));
  app.post('/petugas/salinan-data', sendSubjectCopy(desk));
  app.get('/petugas/pantauan', watchedPage(desk));
  app.get('/petugas/ppid', requestsPage(desk));
  app.get('/petugas/tim', teamPage(desk));
  app.post('/petugas/tim/wakil', sendDeputation(desk));
  app.post('/petugas/tim/wakil/akhiri', sendEndDeputation(desk));
  app.post('/petugas/tim/sk', sendDecree(desk));
  app.get('/petugas/serah-terima', handOverPage(desk));
  app.post('/petugas/serah-terima', sendHandOver(desk));
  app.get('/petugas/catatan', accessLogPage(desk));
  app.get('/petugas/catatan/unduh', accessLogFile(desk));

  app.get('/petugas/pemberitahuan', noticesPage(desk));
  app.post('/petugas/pemberitahuan', sendNotices(desk));
  app.get('/petugas/surel', mailsPage(desk));
  app.post('/petugas/surel', sendMails(desk));
  app.get('/petugas/layar', wallPage(desk));
  app.get('/petugas/layar/perangkat', wallDevicesPage(desk));
  app.post('/petugas/layar/perangkat', sendWallDevices(desk));
  app.get('/petugas/surat', papersPage(desk));
  app.get('/petugas/buku-register', printRegisterPage(desk));
  app.post('/petugas/buku-register', sendPrintRegister(desk));
  app.get('/petugas/surat/baru/:kind', composePaperPage(desk));
  app.post('/petugas/surat/baru/:kind', sendPaper(desk));
  app.get('/petugas/surat/naskah', letterTemplatesPage(desk));
  app.post('/petugas/surat/naskah', sendLetterTemplate(desk));
  app.get('/petugas/surat/naskah/contoh', letterTemplateSample(desk));
  app.post('/petugas/surat/naskah/cabut', sendEndLetterTemplate(desk));
  app.get('/petugas/surat/:paper', paperPage(desk));
  app.get('/petugas/surat/:paper/unduh', paperFilePage(desk));
  app.get('/petugas/surat/:paper/salinan', signedCopyPage(desk));
  app.post('/petugas/surat/:paper/salinan', sendSignedCopy(desk));
  app.post('/petugas/surat/:paper/nomor', sendPaperNumber(desk));
  app.post('/petugas/surat/:paper/batal', sendVoidPaper(desk));
  app.post('/petugas/surat/:paper/buka', sendOpenPaper(desk));
  app.get('/petugas/sop', sopPage(desk));
  app.get('/petugas/sop/:id/lembar', sopSheetPage(desk));
  app.get('/petugas/rapat', meetingsPage(desk));
  app.get('/petugas/rapat/:meeting', meetingPage(desk));
  app.post('/petugas/rapat/:meeting', sendMeeting(desk));
  app.get('/petugas/rapat/:meeting/surat/:kind', composePaperPage(desk));
  app.post('/petugas/rapat/:meeting/surat/:kind', sendPaper(desk));
  app.get('/petugas/rapat/:meeting/kertas/:paper', meetingPaperPage(desk));
  app.get('/petugas/rapat/:meeting/berkas/:file', meetingFilePage(desk));
  app.get('/petugas/kantor', officePage(desk));
  app.post('/petugas/kantor/usulan/:change', sendChange(desk));
  app.get('/petugas/kantor/perubahan', changesPage(desk));
  app.get('/petugas/kantor/perubahan/:change', changePage(desk));
  app.get('/petugas/kantor/kalender', calendarPage(desk));
  app.get('/petugas/kantor/lambang', emblemFormPage(desk));
  app.post('/petugas/kantor/lambang', sendEmblem(desk));
  app.get('/petugas/kantor/laporan/:kind', reportOutlinePage(desk));
  app.get('/petugas/kantor/laporan/:kind/:chapter', chapterPage(desk));
  app.post('/petugas/kantor/laporan/:kind/:chapter', sendChapter(desk));
  app.get('/petugas/kantor/sop/:id', sopEditorPage(desk));
  app.post('/petugas/kantor/sop/:id', sendSop(desk));
  app.get('/petugas/kantor/:section', sectionPage(desk));
  app.post('/petugas/kantor/:section', sendPart(desk));
  app.get('/petugas/kantor/:section/:item', partPage(desk));
  app.post('/petugas/kantor/:section/:item', sendPart(desk));
  app.get('/petugas/impor', importPage(desk));
  app.post('/petugas/impor', sendImportFile(desk));
  app.post('/petugas/impor/simpan', sendImport(desk));
  app.get('/petugas/impor/daftar', importsPage(desk));
  app.get('/petugas/impor/tarik', takeBackPage(desk));
  app.post('/petugas/impor/tarik', sendTakeBack(desk));
  app.get('/petugas/pantau', publicationPage(desk));
  app.post('/petugas/pantau', sendPublication(desk));
  app.get('/petugas/persetujuan', approvalsPage(desk));
  app.post('/petugas/persetujuan', sendApproval(desk));
  app.get('/petugas/hasil-kerja-tim', teamMonthPage(desk));
  app.post('/petugas/hasil-kerja-tim', sendAgenda(desk));
  app.get('/petugas/kepatuhan-sop', compliancePage(desk));
  app.get('/petugas/laporan', reportsPage(desk));
  app.get('/petugas/laporan/unduh', reportFile(desk));
  app.get('/petugas/laporan/baris', figureRowsPage(desk));

  // Programs
  app.post('/api/v1/offices/:office/complaints', postComplaint(desk));
  app.get('/api/v1/offices/:office/complaints', listComplaints(desk));
  app.post('/api/v1/attachments', postAttachment(desk));
  app.get('/api/v1/complaints/:ticket', getComplaint(desk));
  app.get('/api/v1/complaints/:ticket/attachments/:file', getAttachment(desk));
  app.post('/api/v1/complaints/:ticket/messages', postMessage(desk));
  app.post('/api/v1/complaints/:ticket/:operation', postOperation(desk));
  app.post('/api/v1/complaints/:ticket/:operation/:part', postOperation(desk));
  app.get('/api/v1/openapi.json', openApi);
  app.get('/api/docs', apiDocsPage(desk));
  return app;
}

/** Only so is a file sent; what could be carried through the sign-in form is no such form. */
function bringsRegister(c: Context): boolean {
  return c.req.path === '/petugas/impor' && isUpload(c);
}

/** Doors that read a form with files as it comes in, and never as one piece. */
function bringsFiles(c: Context): boolean {
  return TAKE_FILES.test(c.req.path) && isUpload(c);
}
const TAKE_FILES =
  /^(?:\/lapor|\/lacak|\/api\/v1\/attachments|\/petugas\/loket|\/petugas\/surat\/[^/]+\/salinan|\/petugas\/surat\/naskah|\/petugas\/rapat\/[^/]+|\/petugas\/kasus\/.+)$/;
