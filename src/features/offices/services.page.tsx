import type { Handler } from 'hono';
import { seeOther } from '../../platform/views/html-reply.ts';
import { officeFace, serviceSheet } from './office-face.presenter.ts';
import { officeOf, type PublicDesk, page, wordsFor } from './public-desk.ts';
import { ServicesView, ServiceView } from './services.view.tsx';

/** `/layanan`: the only office's list, or the home page to choose an office from. */
export function anyServicesPage(desk: PublicDesk): Handler {
  return async () => {
    const office = await officeOf(desk, undefined);
    return seeOther(office === null ? '/' : `/layanan/${office.slug}`);
  };
}

export function servicesPage(desk: PublicDesk): Handler {
  return async (c) => {
    const office = await officeOf(desk, c.req.param('office'));
    if (office === null) return c.notFound();
    const services = office.data.services.map(serviceSheet);
    const face = officeFace(office.slug, office.data, wordsFor(c));
    return page(
      c,
      desk,
      { title: wordsFor(c)('services.page') },
      <ServicesView office={face} services={services} />,
      {
        keepSeconds: 60,
      },
    );
  };
}

export function servicePage(desk: PublicDesk): Handler {
  return async (c) => {
    const office = await officeOf(desk, c.req.param('office'));
    const service = office?.data.services.find((one) => one.key === c.req.param('service'));
    if (office === null || service === undefined) return c.notFound();
    const face = officeFace(office.slug, office.data, wordsFor(c));
    return page(
      c,
      desk,
      { title: service.label },
      <ServiceView office={face} service={serviceSheet(service)} />,
      {
        keepSeconds: 60,
      },
    );
  };
}
