import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import english from '../../../locales/en.json' with { type: 'json' };
import indonesian from '../../../locales/id.json' with { type: 'json' };

export type WordKey = keyof typeof indonesian;
export type Language = 'id' | 'en';
export type WordValues = Readonly<Record<string, string | number>>;

/** Says a sentence of the interface; `{name}` in it is replaced by the value of that name. */
export type Words = ((key: WordKey, values?: WordValues) => string) & { readonly language: Language };

// A key that English lacks does not compile.
const SENTENCES: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = {
  id: indonesian,
  en: english,
};

/** The sentences of one language; a value that the sentence asks for and nobody gives is a fault. */
export function wordsOf(language: Language): Words {
  const sentences = SENTENCES[language];
  return Object.assign(
    (key: WordKey, values: WordValues = {}) =>
      sentences[key].replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name];
        if (value === undefined) throw new RangeError(`The sentence "${key}" needs a value for "${name}".`);
        return String(value);
      }),
    { language },
  );
}

const KEYS: ReadonlySet<string> = new Set(Object.keys(indonesian));

/** For keys that end in a code of a closed list, e.g. `event.` + type. */
export function isWordKey(text: string): text is WordKey {
  return KEYS.has(text);
}

/** The language of a page, handed down to every view of it. */
export const WordsContext = createContext<Words>(wordsOf('id'));

export function useWords(): Words {
  return useContext(WordsContext);
}
