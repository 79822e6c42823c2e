import { namesInText } from './names-in-text.ts';

/**
 * Text without the persons in it: the given names, whole or by any of their longer words, every name that is introduced as one
 * ("ibu X", "atas nama Y"), and runs of digits long enough to be a phone number or a NIK. For exports that are pseudonymous.
 */
export function maskText(text: string, names: readonly string[]): string {
  const introduced = namesInText(text, true).map((each) => each.name);
  const whole = [...new Set([...names, ...introduced])].filter((name) => name.trim().length > 1);
  const words = names
    .flatMap((name) => name.split(/\s+/))
    .filter((word) => word.length >= 4 && /^\p{Lu}/u.test(word));
  let masked = text;
  for (const name of [...whole, ...words].sort((a, b) => b.length - a.length)) {
    const pattern = name.trim().split(/\s+/).map(escapePattern).join('\\s+');
    masked = masked.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'), NAME);
  }
  return masked
    .replaceAll(/(?:\(nama\)\s+)+\(nama\)/g, NAME)
    .replaceAll(/\+?\d(?:[\s.-]?\d){8,}/g, '(nomor)')
    .replaceAll(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '(surel)');
}

const NAME = '(nama)';

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
