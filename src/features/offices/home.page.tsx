import type { Context, Handler } from 'hono';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { ownPath } from '../../platform/http/own-path.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import { publicOffices } from './example-office.ts';
import { HomeView } from './home.view.tsx';
import { officeFace } from './office-face.presenter.ts';
import { languageCookie, officeOf, type PublicDesk, page, wordsFor } from './public-desk.ts';

/** The public home. An installation without an office sends its first visitor to choose one. */
export function homePage(desk: PublicDesk): Handler {
  return async (c) => {
    const offices = publicOffices(await desk.offices.all(desk.clock()));
    if (offices.length === 0) return seeOther('/mulai');
    const office = await officeOf(desk, c.req.query('kantor'));
    const list = offices.map(({ slug, data }) => ({ slug, name: data.name, government: data.government }));
    const body = (
      <HomeView
        office={office === null ? null : officeFace(office.slug, office.data, wordsFor(c))}
        offices={list}
        channels={office === null ? [] : channelsInWords(office.data)}
        limits={office === null ? [] : limitsInWords(office.data)}
      />
    );
    return page(c, desk, { title: office?.data.name ?? wordsFor(c)('home.page') }, body);
  };
}

/** Changes the language of the interface and goes back to where the visitor was. */
export function chooseLanguage(c: Context): Response {
  const from = URL.parse(c.req.header('referer') ?? '');
  const answer = seeOther((from === null ? null : ownPath(`${from.pathname}${from.search}`)) ?? '/');
  answer.headers.append('set-cookie', languageCookie(c.req.param('language') ?? 'id'));
  return answer;
}

/** The ways in with where they lead; one whose number or address the office has not given helps nobody. */
function channelsInWords(data: OfficeData): readonly string[] {
  return data.channels.flatMap(({ key, label, address }) =>
    address === null || key === 'website' ? [] : [`${label}: ${address}`],
  );
}

function limitsInWords(data: OfficeData): readonly string[] {
  if (data.singleLimit !== null) return [data.singleLimit.printed];
  return data.classes.map(({ label, printed }) => `${label}: ${printed}`);
}
