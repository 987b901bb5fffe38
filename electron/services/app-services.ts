import path from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Handlers } from '../contract/calls.ts';
import { KioskError, type ErrorReport } from '../contract/errors.ts';
import type { HandoutRequest } from '../contract/handout-request.ts';
import { openDatabase } from '../db/open.ts';
import { createAssistance } from './assistance/assistance.ts';
import { createAssistanceHandlers } from './assistance/handlers.ts';
import { createClinic } from './clinic/clinic.ts';
import { createLocalResources } from './clinic/local-resources.ts';
import { createResourceHandlers } from './clinic/resource-handlers.ts';
import { createTemplateHandlers, createTemplates } from './clinic/templates.ts';
import { today, type Clock } from './clock.ts';
import { createFolders } from './folders/folders.ts';
import { layOutCalendar } from './handouts/calendar.ts';
import { createHandouts } from './handouts/handouts.ts';
import { createLibrary } from './library/library.ts';
import type { Mode } from './library/types.ts';
import type { Logger } from './logger.ts';
import { openPack } from './packs/open-pack.ts';
import { createPrinters, systemPrinters } from './printers/printers.ts';
import { createPrinterMargins } from './printers/margins.ts';
import { createPrinterHandlers } from './printers/handlers.ts';
import { createPatientPrinter } from './printers/patient-printer.ts';
import { createPrintSheet } from './printers/print-sheet.ts';
import { createSearch } from './search/search.ts';
import { createStaff } from './staff/staff.ts';

export interface AppOptions {
  /** The kiosk's own folder: database and log. */
  dataFolder: string;
  packFile: string;
  fontsFolder: string;
  mode: Mode;
  version: string;
  clock: Clock;
  logger: Logger;
  /** Folders that staff may save handouts to, beside removable drives. */
  saveTo: string[];
  /** Seconds until the idle warning and of its count down. */
  idle?: { warnAfterSeconds: number; countdownSeconds: number };
}

export interface AppServices {
  handlers: Handlers;
  close(): Promise<void>;
}

const standardIdle = { warnAfterSeconds: 60, countdownSeconds: 30 };

function createHandlers(options: AppOptions, db: Database, packFile: string): AppServices {
  const { mode, clock, idle = standardIdle } = options;
  const pack = openPack(packFile);
  const library = createLibrary({ pack, mode, clock });
  if (library.languages().length === 0) {
    library.close();
    throw new KioskError('nothing-reviewed');
  }
  const search = createSearch({ pack, library });
  const assistance = createAssistance({ pack, mode, clock });
  const handouts = createHandouts({ library, fontsFolder: options.fontsFolder, clock });
  const staff = createStaff({ db, clock });
  const clinic = createClinic({ db });
  const folders = createFolders({ saveTo: options.saveTo });
  const printers = createPrinters({ system: systemPrinters(options.dataFolder), clock });
  const margins = createPrinterMargins({ db });
  const patientPrinter = createPatientPrinter({ db });
  const printSheet = createPrintSheet({ handouts, margins, queue: printers.queue });
  const resources = createLocalResources({ db, clock });
  const templates = createTemplates({ db });
  const forStaff = async (session: string, request: HandoutRequest) => {
    staff.requireSession(session);
    return handouts.render(request);
  };
  /** Who unlocks will soon want a handout: the worker gets warm meanwhile. */
  const begin = (session: string) => {
    handouts.warm().catch((error: unknown) => options.logger.log('handouts-not-warm', error));
    return { session };
  };
  const handlers: Handlers = {
    'kiosk.state': () => ({
      mode,
      version: options.version,
      edition: library.edition,
      languages: library.languages(),
      finder: assistance.languages(),
      clinic: clinic.read(),
      idle,
      problem: null,
    }),
    'kiosk.strings': ({ language }) => ({ strings: library.strings(language) }),
    'kiosk.pictograms': () => ({ pictograms: library.pictograms() }),
    'library.home': ({ language }) => ({ groups: library.home(language) }),
    'library.guide': ({ guide, language }) => ({ document: library.guide(guide, language) }),
    'library.code': ({ code }) => ({ guide: library.guideByCode(code) }),
    'search.query': ({ text, language }) => search.query(text, language),
    ...createAssistanceHandlers({
      ...{ assistance, resources, library, staff, printers, patientPrinter, printSheet, clock },
    }),
    'staff.status': () => staff.status(),
    'staff.setPin': async ({ pin }) => begin(await staff.setPin(pin)),
    'staff.unlock': async ({ pin }) => begin(await staff.unlock(pin)),
    'staff.lock': ({ session }) => {
      staff.lock(session);
      return {};
    },
    'staff.attention': ({ session, language }) => {
      staff.requireSession(session);
      return library.attention(language);
    },
    ...createResourceHandlers({ resources, staff, folders, library, clock }),
    'clinic.read': ({ session }) => {
      staff.requireSession(session);
      return { clinic: clinic.read() };
    },
    'clinic.save': ({ session, clinic: settings }) => {
      staff.requireSession(session);
      clinic.save(settings);
      return {};
    },
    ...createTemplateHandlers({ templates, staff, library }),
    'handout.calendar': ({ session, start }) => {
      staff.requireSession(session);
      return { dates: layOutCalendar(start) };
    },
    'handout.preview': async ({ session, request }) => {
      const { pdf, pages } = await forStaff(session, request);
      return { pdf: Buffer.from(pdf).toString('base64'), pages };
    },
    'handout.save': async ({ session, folder, request }) => {
      const { pdf } = await forStaff(session, request);
      return { fileName: folders.save(folder, today(clock), pdf) };
    },
    'folders.list': ({ session }) => {
      staff.requireSession(session);
      return { folders: folders.list() };
    },
    ...createPrinterHandlers({ staff, handouts, printers, margins, patientPrinter, printSheet }),
  };
  return {
    handlers,
    async close() {
      await printers.close();
      await handouts.close();
      library.close();
      db.close();
    },
  };
}

/** Every call but the state answers with the problem, so that no half-working kiosk is ever shown. */
function brokenServices(
  { mode, version, idle = standardIdle }: AppOptions,
  problem: ErrorReport,
): AppServices {
  const refuse = () => {
    throw new KioskError(problem.code, problem.fields);
  };
  const state = () => ({
    mode,
    version,
    edition: '',
    languages: [],
    finder: [],
    clinic: null,
    idle,
    problem,
  });
  const handlers = new Proxy({} as Handlers, { get: (_, name) => (name === 'kiosk.state' ? state : refuse) });
  return { handlers, close: () => Promise.resolve() };
}

/**
 * Builds every service. Expected troubles (no pack, damaged pack or database, no rights, full disk, nothing reviewed) do
 * not throw: the kiosk then shows a screen that says what to do, and no file is changed.
 */
export function createAppServices(options: AppOptions): AppServices {
  let db: Database | undefined;
  try {
    db = openDatabase(path.join(options.dataFolder, 'kiosk.sqlite'));
    return createHandlers(options, db, options.packFile);
  } catch (error) {
    db?.close();
    if (!(error instanceof KioskError)) throw error;
    options.logger.log(`start-problem-${error.code}`, error.cause);
    return brokenServices(options, { code: error.code, fields: error.fields });
  }
}
