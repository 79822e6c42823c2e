import Bowser from 'bowser';

/** A longer one is none of a browser that people use. */
const LONGEST = 500;

/** What a browser says of itself, short enough to know it by: 'Firefox, Windows'; '' where it says nothing known. */
export function deviceWords(userAgent: string | undefined): string {
  if (userAgent === undefined || userAgent === '' || userAgent.length > LONGEST) return '';
  const parser = Bowser.getParser(userAgent);
  const parts = [parser.getBrowserName(), parser.getOSName()];
  return parts
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, 80);
}
