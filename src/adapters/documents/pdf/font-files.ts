import { createRequire } from 'node:module';

const FILES = [
  '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
  '@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf',
  '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
  '@expo-google-fonts/arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf',
] as const;
const EMOJI = '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf';

export type FontFiles = {
  /** Paths of the four cuts of Arimo. */
  readonly text: readonly string[];
  /** Path of the fallback for signs that Arimo lacks. */
  readonly emoji: string;
};

/** The fonts of every paper, as files of pinned packages (assets/fonts/README.md). No font of the machine is used. */
export function fontFiles(): FontFiles {
  const { resolve } = createRequire(import.meta.url);
  return { text: FILES.map((file) => resolve(file)), emoji: resolve(EMOJI) };
}
