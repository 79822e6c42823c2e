/** The inputs of a page's forms as a browser would send them back, every tick of several; `changes` are typed over them. */
export function sentForm(
  html: string,
  changes: Readonly<Record<string, string | readonly string[]>> = {},
): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const isTick = /type="(?:checkbox|radio)"/.test(tag);
    if (name === undefined || /type="file"/.test(tag) || (isTick && !/\schecked/.test(tag))) continue;
    fields.append(name, plain(/value="([^"]*)"/.exec(tag)?.[1] ?? ''));
  }
  for (const [, name = '', text = ''] of html.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g))
    fields.append(name, plain(text));
  for (const [, name = '', options = ''] of html.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  )) {
    const tags = [...options.matchAll(/<option[^>]*>/g)].map(([tag]) => tag);
    const chosen = tags.find((tag) => /\sselected/.test(tag)) ?? tags[0] ?? '';
    fields.append(name, plain(/value="([^"]*)"/.exec(chosen)?.[1] ?? ''));
  }
  for (const [name, said] of Object.entries(changes)) {
    fields.delete(name);
    for (const one of typeof said === 'string' ? [said] : said) fields.append(name, one);
  }
  return fields;
}

function plain(text: string): string {
  const letters = text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<');
  return letters.replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A posted form of these fields, as our own page sends it. */
export function fieldsPost(fields: URLSearchParams, cookie: string): RequestInit {
  const body = fields.toString();
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      'sec-fetch-site': 'same-origin',
      cookie,
    },
    body,
  };
}
