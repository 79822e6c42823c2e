// node scripts/write-permissions.ts: writes docs/izin.md anew from the code and the offices' files.
import { writeFileSync } from 'node:fs';
import { permissionPage } from '../test/permission-page.ts';

writeFileSync(new URL('../docs/izin.md', import.meta.url), await permissionPage());
