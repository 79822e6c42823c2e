// Help for staff at the keyboard. Every page works without it.
import { startCounterAlike } from './counter-alike.ts';
import { startCounterForm } from './counter-form.ts';
import { startDerivedAxes } from './derived-axes.ts';
import { startFoldedMenus } from './folded-menus.ts';
import { startInboxKeys } from './inbox-keys.ts';
import { startInsertSheet } from './insert-sheet.ts';
import { startShortcuts } from './shortcuts.ts';

startFoldedMenus();
startInboxKeys();
startCounterForm();
startCounterAlike();
startDerivedAxes();
startInsertSheet();
startShortcuts();
