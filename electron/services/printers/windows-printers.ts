/**
 * The print service of Windows, through PowerShell and SumatraPDF. NEVER RUN ON WINDOWS: only what is pure
 * (`windows-output.ts`) and the handling of files has been tested. Windows prints no PDF by itself; the npm package
 * `pdf-to-printer` brings SumatraPDF (GPL-3.0), which is all that is used of it: its own code neither finds the program in
 * a packed Electron service process nor tells anything of a job.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { KioskError } from '../../contract/errors.ts';
import type { PrintSystem, SpoolJob } from './types.ts';
import { readJobs, readPrinters, sumatraArguments, toPrinterInfo, windowsJobWord } from './windows-output.ts';

/** Runs a program and gives what it printed. */
export type Run = (program: string, args: string[], env?: Record<string, string>) => Promise<string>;

const execute = promisify(execFile);
const runProgram: Run = async (program, args, env = {}) => {
  const { stdout } = await execute(program, args, {
    env: { ...process.env, ...env },
    windowsHide: true,
    timeout: 60_000,
    maxBuffer: 8 * 1024 * 1024,
  });
  return stdout;
};

function sumatra(): string {
  const main = createRequire(import.meta.url).resolve('pdf-to-printer');
  const folder = path.dirname(main).replace('app.asar', 'app.asar.unpacked'); // a program cannot run out of an archive
  return path.join(folder, 'SumatraPDF-3.4.6-32.exe');
}

const utf8 = '[Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false); ';
const printersScript =
  'Get-CimInstance Win32_Printer | Select-Object Name,Default,PrinterStatus,DetectedErrorState,WorkOffline,Capabilities,PrinterPaperNames | ConvertTo-Json -Depth 3';
/** JobStatus as a number: its words are translated on a Windows in another language. */
const jobsScript =
  'Get-PrintJob -PrinterName $env:SALA_PRINTER | Select-Object Id,DocumentName,@{n="JobStatus";e={[int]$_.JobStatus}} | ConvertTo-Json';
const removeScript = 'Remove-PrintJob -PrinterName $env:SALA_PRINTER -ID $env:SALA_JOB';

/** The program was stopped because it took too long or said too much: what it had done until then is not known. */
const wasStopped = (error: unknown) => (error as { killed?: boolean }).killed === true;

const ourFile = /^sala-[0-9a-f]{8}\.pdf$/;
/** Windows calls a job by its file, with or without the folder. */
const documentIs = (document: string, test: (name: string) => boolean) =>
  test(path.win32.basename(document.trim()));

export function createWindowsPrinters({
  dataFolder,
  run = runProgram,
  program = sumatra,
}: {
  dataFolder: string;
  run?: Run;
  program?: () => string;
}): PrintSystem {
  const folder = path.join(dataFolder, 'print');
  const ofThisRun = new Set<string>();
  /** Windows lists these no more, like those that it has handed over. */
  const canceled = new Set<string>();
  const isLeft = (file: string) => ourFile.test(file) && !ofThisRun.has(file);
  const shell = (script: string, env: Record<string, string> = {}) =>
    run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', utf8 + script], env);
  // Names go through the environment, never into the script: a printer may be called anything.
  const jobsOf = async (printer: string) => readJobs(await shell(jobsScript, { SALA_PRINTER: printer }));
  const listed = async (printer: string, name: string) =>
    (await jobsOf(printer)).find(({ DocumentName }) => documentIs(DocumentName, (file) => file === name));
  const removeJob = (printer: string, id: number) =>
    shell(removeScript, { SALA_PRINTER: printer, SALA_JOB: String(id) });
  const windowsPrinters = async () => readPrinters(await shell(printersScript));

  /** False when Windows no longer lists it. */
  async function drop(job: SpoolJob): Promise<boolean> {
    const found = await listed(job.printer, job.name);
    if (found) await removeJob(job.printer, found.Id);
    return found !== undefined;
  }

  /** False when a job of an earlier run may be left at this printer. */
  async function cleanPrinter(printer: string): Promise<boolean> {
    let all = true;
    const jobs = await jobsOf(printer).catch(() => null);
    for (const { Id, DocumentName } of jobs ?? []) {
      if (!documentIs(DocumentName, isLeft)) continue;
      await removeJob(printer, Id).catch(() => {
        all = false;
      });
    }
    return all && jobs !== null;
  }

  /** False when the file stays, because another program still reads it. */
  function dropFile(file: string): boolean {
    try {
      rmSync(path.join(folder, file), { force: true, recursive: true });
      return true;
    } catch {
      return false;
    }
  }

  return {
    printers: async () => (await windowsPrinters()).map(toPrinterInfo),
    newName() {
      const name = `sala-${randomBytes(4).toString('hex')}.pdf`;
      ofThisRun.add(name);
      return name;
    },
    /**
     * SumatraPDF that was stopped may have handed the sheet over: then the job is followed by its name, and where Windows
     * lists none, it ends as `sent`, look in the tray.
     */
    async submit(printer, pdf, options, name) {
      const file = path.join(folder, name);
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(file, pdf, { mode: 0o600 });
        await run(program(), sumatraArguments(printer, options, file));
      } catch (error) {
        if (!wasStopped(error))
          throw new KioskError('printer-refused', { reason: 'windows' }, { cause: error });
      } finally {
        dropFile(name); // where it stays, `remove` tries again
      }
      return { printer: printer.name, id: 0, name };
    },
    async find(printer, name) {
      return (await listed(printer, name)) ? { printer, id: 0, name } : null;
    },
    async look(job) {
      const found = await listed(job.printer, job.name);
      if (!found && canceled.has(job.name)) return { state: 'canceled', reason: '', lastWordMissing: false };
      const printer = (await windowsPrinters()).find(({ Name }) => Name === job.printer) ?? null;
      return { ...windowsJobWord(found ?? null, printer), lastWordMissing: false };
    },
    async cancel(job) {
      if (await drop(job)) canceled.add(job.name);
    },
    async remove(job) {
      await drop(job);
      if (!dropFile(job.name)) throw new KioskError('printer-unavailable', { reason: 'file' });
    },
    async removeLeftovers() {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const done = readdirSync(folder)
        .filter((file) => !ofThisRun.has(file))
        .map(dropFile);
      for (const { Name } of await windowsPrinters()) done.push(await cleanPrinter(Name));
      return done.every(Boolean);
    },
  };
}
