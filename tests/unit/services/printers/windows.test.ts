import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  readJobs,
  readPrinters,
  sumatraArguments,
  toPrinterInfo,
  windowsJobWord,
  type WindowsPrinter,
} from '../../../../electron/services/printers/windows-output.ts';
import { createWindowsPrinters, type Run } from '../../../../electron/services/printers/windows-printers.ts';
import { temporaryFolder } from '../../../support/fixtures.ts';

/** As ConvertTo-Json writes Win32_Printer; made after Microsoft's documentation, not recorded on a Windows. */
const laser = `{
  "Name": "HP LaserJet M209 (USB)", "Default": true, "PrinterStatus": 3, "DetectedErrorState": 0, "WorkOffline": false,
  "Capabilities": [4, 3, 5], "PrinterPaperNames": ["Letter", "Legal", "A4", "A5", "Envelope #10"]
}`;
const two = `[${laser}, {
  "Name": "Microsoft Print to PDF", "Default": false, "PrinterStatus": 3, "DetectedErrorState": null,
  "WorkOffline": null, "Capabilities": [4, 2], "PrinterPaperNames": null
}]`;
const printer = (fields: Partial<WindowsPrinter>): WindowsPrinter => ({
  ...(readPrinters(laser)[0] as WindowsPrinter),
  Name: 'p',
  ...fields,
});
const job = (JobStatus: number) => ({ Id: 7, DocumentName: 'sala-0a1b2c3d.pdf', JobStatus });

describe("PowerShell's words", () => {
  it('may be none, one or several', () => {
    expect(readPrinters('\r\n')).toEqual([]);
    expect(readPrinters(laser).map(({ Name }) => Name)).toEqual(['HP LaserJet M209 (USB)']);
    expect(readPrinters(two)).toHaveLength(2);
    expect(readJobs('{"Id": 7, "DocumentName": "x", "JobStatus": 16}')).toHaveLength(1);
    expect(() => readJobs('{"Id": "seven"}')).toThrow();
  });

  it('say what a printer can do, and that it cannot be asked for the end', () => {
    expect(readPrinters(two).map(toPrinterInfo)).toEqual([
      {
        name: 'HP LaserJet M209 (USB)',
        label: 'HP LaserJet M209 (USB)',
        state: 'ready',
        isDefault: true,
        twoSided: true,
        color: false,
        papers: ['letter', 'a4'],
        margins: null,
        tellsEnd: false,
      },
      expect.objectContaining({ isDefault: false, twoSided: false, color: true, papers: [] }),
    ]);
  });

  it.each([
    [{ DetectedErrorState: 4 }, 'trouble'],
    [{ WorkOffline: true }, 'trouble'],
    [{ PrinterStatus: 6 }, 'stopped'],
    [{ PrinterStatus: 4 }, 'busy'],
    [{ PrinterStatus: 1 }, 'unknown'],
    [{ DetectedErrorState: 3 }, 'ready'],
  ])('a printer with %j is %s', (fields, state) => {
    expect(toPrinterInfo(printer(fields)).state).toBe(state);
  });

  it.each([
    ['gone', null, {}, 'sent', ''],
    ['spooling', job(8), {}, 'waiting', ''],
    ['printing', job(16), {}, 'printing', ''],
    ['printed', job(128), {}, 'sent', ''],
    ['complete', job(4096 + 128), {}, 'sent', ''],
    ['retained and printed', job(8192 + 128), {}, 'sent', ''],
    ['paper out', job(16 + 64), {}, 'out-of-paper', 'media-empty'],
    ['paper out at the printer', job(16), { DetectedErrorState: 4 }, 'out-of-paper', 'media-empty'],
    ['jam', job(16 + 2), { DetectedErrorState: 8 }, 'jammed', 'media-jam'],
    ['offline', job(32), {}, 'offline', 'offline'],
    ['unplugged', job(0), { WorkOffline: true }, 'offline', 'offline'],
    ['door', job(16), { DetectedErrorState: 7 }, 'held', 'door-open'],
    ['paused', job(1), {}, 'held', 'paused'],
    ['error', job(2), {}, 'held', 'service'],
    ['deleting', job(4), {}, 'canceled', ''],
  ] as const)('a job that is %s', (_, listed, fields, state, reason) => {
    expect(windowsJobWord(listed, printer(fields))).toEqual({ state, reason });
  });

  it('never say that paper came out', () => {
    for (let status = 0; status < 2 ** 14; status += 1)
      expect(windowsJobWord(job(status), printer({})).state).not.toBe('printed');
  });

  it('ask SumatraPDF only for what the printer can do', () => {
    const info = toPrinterInfo(printer({}));
    const options = { paper: 'a4', copies: 2, twoSided: true, color: true } as const;
    expect(sumatraArguments(info, options, 'f.pdf')).toEqual([
      ...['-print-to', 'p', '-silent', '-print-settings'],
      'noscale,monochrome,duplexlong,paper=A4,2x',
      'f.pdf',
    ]);
  });
});

describe('files on the way to Windows', () => {
  const options = { paper: 'letter', copies: 1, twoSided: false, color: false } as const;
  const pdf = new TextEncoder().encode('a canary');
  const info = toPrinterInfo(printer({}));

  function service(run: Run) {
    const dataFolder = temporaryFolder();
    return {
      folder: path.join(dataFolder, 'print'),
      system: createWindowsPrinters({ dataFolder, run, program: () => 'SumatraPDF.exe' }),
    };
  }

  it('are there while SumatraPDF reads them, and gone afterwards', async () => {
    let read = '';
    const { folder, system } = service(async (program, args) => {
      expect(program).toBe('SumatraPDF.exe');
      read = readFileSync(args.at(-1) as string, 'utf8');
      return '';
    });
    const name = system.newName();
    await system.submit(info, pdf, options, name);
    expect(name).toMatch(/^sala-[0-9a-f]{8}\.pdf$/);
    expect(read).toBe('a canary');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are gone also when SumatraPDF fails', async () => {
    const { folder, system } = service(async () => {
      throw new Error('exit 1');
    });
    await expect(system.submit(info, pdf, options, system.newName())).rejects.toThrow('printer-refused');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of an earlier run are removed at the start, with their jobs, and nobody else’s', async () => {
    const removed: string[] = [];
    const listed = `[{"Id": 3, "DocumentName": "C:\\\\data\\\\print\\\\sala-0a1b2c3d.pdf", "JobStatus": 64},
      {"Id": 4, "DocumentName": "sala-plan.docx", "JobStatus": 64}]`;
    const { folder, system } = service(async (_, args, env = {}) => {
      const script = args.at(-1) as string;
      expect(script).not.toContain('HP LaserJet'); // names of printers never become part of a script
      if (script.includes('Win32_Printer')) return laser;
      if (script.includes('Get-PrintJob')) return listed;
      removed.push(`${env['SALA_PRINTER']} ${env['SALA_JOB']}`);
      return '';
    });
    await system.removeLeftovers();
    writeFileSync(path.join(folder, 'sala-ffffffff.pdf'), 'left behind');
    expect(await system.removeLeftovers()).toBe(true);
    expect(existsSync(path.join(folder, 'sala-ffffffff.pdf'))).toBe(false);
    expect(removed).toEqual(['HP LaserJet M209 (USB) 3', 'HP LaserJet M209 (USB) 3']);
  });

  it('of SumatraPDF that took too long are gone, and the job is followed: it may have printed', async () => {
    const { folder, system } = service(async (program) => {
      if (program === 'SumatraPDF.exe') throw Object.assign(new Error('stopped'), { killed: true });
      return '';
    });
    const job = await system.submit(info, pdf, options, system.newName());
    expect(readdirSync(folder)).toEqual([]);
    expect(await system.look(job, 1)).toMatchObject({ state: 'sent' });
  });

  it('of a job that staff stopped: it ends as canceled, and as sent where Windows had handed it over', async () => {
    let listed = '';
    const { system } = service(async (_, args) => {
      const script = args.at(-1) as string;
      if (script.includes('Win32_Printer')) return laser;
      if (script.includes('Remove-PrintJob')) listed = '';
      return script.includes('Get-PrintJob') ? listed : '';
    });
    const [held, gone] = [system.newName(), system.newName()].map((name) => ({ printer: 'p', id: 0, name }));
    if (!held || !gone) throw new Error('no names');
    listed = JSON.stringify({ Id: 3, DocumentName: held.name, JobStatus: 64 });
    await system.cancel(held);
    await system.cancel(gone);
    expect(await system.look(held, 1)).toMatchObject({ state: 'canceled' });
    expect(await system.look(gone, 1)).toMatchObject({ state: 'sent' });
  });

  it('and jobs of this run stay, and one printer that cannot be asked stops the cleaning of no other', async () => {
    const removed: string[] = [];
    let name = '';
    let canAsk = false;
    const { folder, system } = service(async (_, args, env = {}) => {
      const script = args.at(-1) as string;
      const asked = env['SALA_PRINTER'] ?? '';
      if (script.includes('Win32_Printer'))
        return JSON.stringify(['First', 'Broken', 'Last'].map((Name) => ({ Name })));
      if (script.includes('Get-PrintJob')) {
        if (asked === 'Broken' && !canAsk) throw new Error('Get-PrintJob');
        return JSON.stringify([
          { Id: 3, DocumentName: 'sala-0a1b2c3d.pdf', JobStatus: 64 },
          { Id: 4, DocumentName: name, JobStatus: 64 },
        ]);
      }
      if (asked === 'First') throw new Error('Remove-PrintJob');
      removed.push(`${asked} ${env['SALA_JOB']}`);
      return '';
    });
    name = system.newName();
    await system.removeLeftovers(); // makes the folder
    removed.length = 0;
    writeFileSync(path.join(folder, name), 'being read by SumatraPDF');
    expect(await system.removeLeftovers()).toBe(false);
    expect(removed).toEqual(['Last 3']);
    canAsk = true;
    expect(await system.removeLeftovers()).toBe(false); // the first printer still refuses
    expect(removed).toEqual(['Last 3', 'Broken 3', 'Last 3']);
    expect(readdirSync(folder)).toEqual([name]);
  });
});
