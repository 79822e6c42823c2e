import type { Config } from '../platform/config.ts';
import { probeFolder } from '../platform/make-folder.ts';

/** Before anything is opened: throws Fault 'folder-unusable' where the data or the anchors cannot be written. */
export function probeFolders(config: Pick<Config, 'dataFolder' | 'anchorFolder'>): void {
  probeFolder(config.dataFolder, 'TANGGAP_DATA', 0o711);
  probeFolder(config.anchorFolder, 'TANGGAP_ANCHORS', 0o700);
}
