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
  const shell = (script: string, env: Record<string, string> = {}) =>
    run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', utf8 + script], env);
  // Names go through the environment, never into the script: a printer may be called anything.
  const jobsOf = async (printer: string) => readJobs(await shell(jobsScript, { SALA_PRINTER: printer }));
  const find = async ({ printer, name }: SpoolJob) =>
    (await jobsOf(printer)).find(({ DocumentName }) => documentIs(DocumentName, (file) => file === name));
  const removeJob = (printer: string, id: number) =>
    shell(removeScript, { SALA_PRINTER: printer, SALA_JOB: String(id) });
  const windowsPrinters = async () => readPrinters(await shell(printersScript));

  async function drop(job: SpoolJob): Promise<void> {
    const listed = await find(job);
    if (listed) await removeJob(job.printer, listed.Id);
  }

  return {
    printers: async () => (await windowsPrinters()).map(toPrinterInfo),
    async submit(printer, pdf, options) {
      const name = `sala-${randomBytes(4).toString('hex')}.pdf`;
      const file = path.join(folder, name);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      try {
        writeFileSync(file, pdf, { mode: 0o600 });
        await run(program(), sumatraArguments(printer, options, file));
      } catch (error) {
        throw new KioskError('printer-refused', { reason: 'windows' }, { cause: error });
      } finally {
        rmSync(file, { force: true });
      }
      return { printer: printer.name, id: 0, name };
    },
    async look(job) {
      const listed = await find(job);
      const printer = (await windowsPrinters()).find(({ Name }) => Name === job.printer) ?? null;
      return { ...windowsJobWord(listed ?? null, printer), lastWordMissing: false };
    },
    cancel: drop,
    remove: drop,
    async removeLeftovers() {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const files = readdirSync(folder);
      for (const file of files) rmSync(path.join(folder, file), { force: true, recursive: true });
      let jobs = 0;
      for (const { Name } of await windowsPrinters()) {
        for (const { Id, DocumentName } of await jobsOf(Name)) {
          if (!documentIs(DocumentName, (name) => ourFile.test(name))) continue;
          await removeJob(Name, Id);
          jobs += 1;
        }
      }
      return files.length + jobs;
    },
  };
}
