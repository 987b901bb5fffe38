import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseLaunch } from '../../../electron/services/launch-options.ts';
import { root, temporaryFolder } from '../../support/fixtures.ts';
import { bundle } from '../../support/handout-kinds.ts';

const node = process.execPath;

function run(script: string, args: string[], input?: string): { status: number; out: string; err: string } {
  try {
    const out = execFileSync(node, [`electron/cli/${script}.ts`, ...args], {
      cwd: root,
      encoding: 'utf8',
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    return { status: 0, out, err: '' };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { status, out: stdout, err: stderr };
  }
}

const request = {
  guides: ['azathioprine-blood-tests'],
  sections: { 'azathioprine-blood-tests': ['calendar'] },
  language: 'es',
  secondLanguage: 'en',
  paper: 'letter',
  print: 'normal',
  patient: { name: 'Ana María Núñez' },
  medicines: [
    {
      name: 'azathioprine',
      strength: '50 mg',
      dayParts: { morning: '1', bedtime: '1' },
      directions: 'Después de comer',
    },
  ],
  bloodTests: { start: '2026-12-01' },
  appointment: { date: '2026-12-15', time: '09:30' },
  clinic: { name: 'Clínica', phone: '(555) 010-0199', address: '12 Main St' },
  note: 'Hola',
};

describe('npm run handout', () => {
  const write = (value: unknown) => {
    const folder = temporaryFolder();
    writeFileSync(
      path.join(folder, 'request.json'),
      typeof value === 'string' ? value : JSON.stringify(value),
    );
    return { folder, args: [path.join(folder, 'request.json'), path.join(folder, 'out.pdf')] };
  };

  it('writes the PDF for a full request', () => {
    const { args } = write(request);
    expect(run('handout', args)).toMatchObject({ status: 0 });
    expect(
      readFileSync(args[1] as string)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it.each([
    ['an unknown field', { ...request, colour: 'red' }, 'colour'],
    ['an unknown field deep inside', { ...request, patient: { name: 'A', age: 4 } }, 'patient.age'],
    [
      'an unknown day part',
      { ...request, medicines: [{ name: 'x', dayParts: { midnight: '1' } }] },
      'medicines.0.dayParts',
    ],
    ['a wrong type', { ...request, guides: 'azathioprine-taking' }, 'guides'],
    ['a wrong date', { ...request, bloodTests: { start: '2026-02-30' } }, 'bloodTests.start'],
    ['a wrong time', { ...request, appointment: { date: '2026-12-15', time: '25:00' } }, 'appointment.time'],
    ['a path in place of an id', { ...request, guides: ['../../etc/passwd'] }, 'guides.0'],
    ['an unknown guide', { ...request, guides: ['nothing'], sections: {} }, 'guides.0'],
    [
      'an unknown section',
      { ...request, sections: { 'azathioprine-blood-tests': ['nothing'] } },
      'sections.azathioprine-blood-tests.0',
    ],
    ['an unknown language', { ...request, language: 'xx' }, 'language'],
    ['the same language twice', { ...request, secondLanguage: 'es' }, 'secondLanguage'],
    ['an unknown paper', { ...request, paper: 'legal' }, 'paper'],
    ['nothing to print', { language: 'es', patient: { name: 'Núñez' } }, 'guides'],
    ['questions of no guide', { language: 'es', questions: true }, 'questions'],
    ['teach-back of no guide', { language: 'es', teachBack: true }, 'teachBack'],
    [
      'a guide of which nothing is printed',
      { guides: ['azathioprine-taking'], depth: 'none', language: 'es' },
      'depth',
    ],
    ['a guide not in the language', { guides: ['azathioprine-pregnancy'], language: 'ar' }, 'guides.0'],
    ['a wallet card with an unknown field', { ...request, walletCard: { born: '1980' } }, 'walletCard.born'],
    ['a carer in an unknown language', { ...request, carer: { language: 'xx' } }, 'carer.language'],
    [
      'an assistance entry in another language',
      { language: 'es', assistance: [{ texts: { en: { title: 'A', why: 'B' } } }] },
      'assistance.0.texts.es',
    ],
    ['no JSON', '{', 'not JSON'],
    ['a character that no font has', { ...request, note: '\u{1F9EA}' }, 'note'],
  ])('refuses %s by path, and leaves no file', (_what, value, where) => {
    const { folder, args } = write(value);
    const { status, err } = run('handout', args);
    expect(status).toBe(2);
    expect(err).toContain(where);
    expect(err).not.toContain('Núñez');
    expect(readdirSync(folder)).toEqual(['request.json']);
  });

  it("writes every kind of part and a carer's sheet", () => {
    const { args } = write({ ...bundle, language: 'es', carer: { language: 'ar', print: 'large' } });
    const { status, out } = run('handout', args);
    expect(status).toBe(0);
    expect(out).toMatch(/: \d+ pages/);
  });

  it('refuses unreviewed text in clinic mode, and a folder that is not there', () => {
    const { folder, args } = write(request);
    expect(run('handout', [...args, '--clinic'])).toMatchObject({ status: 2 });
    expect(run('handout', [args[0] as string, path.join(folder, 'none/out.pdf')])).toMatchObject({
      status: 2,
    });
    expect(readdirSync(folder)).toEqual(['request.json']);
  });
});

describe('npm run search', () => {
  it('prints exactly what scripts were promised', () => {
    const { status, out } = run('search', ['--lang', 'es', 'azatioprina', '--json']);
    expect(status).toBe(0);
    const answer = JSON.parse(out) as { results: object[] };
    expect(Object.keys(answer)).toEqual(['query', 'language', 'results', 'didYouMean']);
    expect(Object.keys(answer.results[0] ?? {})).toEqual(['id', 'code', 'title', 'language', 'score']);
  });

  it('refuses an unknown language or flag', () => {
    expect(run('search', ['--lang', 'xx', 'imuran'])).toMatchObject({ status: 2 });
    expect(run('search', ['--language', 'es', 'imuran'])).toMatchObject({ status: 2 });
  });
});

describe('the flags of npm start', () => {
  it('are read strictly', () => {
    expect(
      parseLaunch([
        '--host',
        'browser',
        '--clinic',
        '--port',
        '8080',
        '--no-open',
        '--save-to',
        'a',
        '--save-to',
        'b',
      ]),
    ).toMatchObject({ host: 'browser', mode: 'clinic', port: 8080, open: false });
    for (const bad of [
      ['--host', 'firefox'],
      ['--port', '70000'],
      ['--port', 'x'],
      ['--demo', '--clinic'],
      ['--nope'],
      ['word'],
    ])
      expect(() => parseLaunch(bad)).toThrow();
  });
});

describe('npm start', () => {
  beforeAll(() => {
    if (!existsSync(path.join(root, 'dist/build.json')))
      execFileSync(node, ['electron/cli/build.ts'], { cwd: root, stdio: 'ignore' });
  }, 180_000);

  function start(dataFolder: string) {
    const child = spawn(
      node,
      ['electron/cli/start.ts', '--host', 'browser', '--no-open', '--data', dataFolder],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (out += chunk));
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const ready = new Promise<void>((resolve) =>
      child.stdout.on('data', () => out.includes('token=') && resolve()),
    );
    return { child, ended, ready, output: () => out };
  }

  it('leaves nothing running and no lock behind after Ctrl-C, and refuses a second start meanwhile', async () => {
    const folder = path.join(temporaryFolder(), 'data');
    mkdirSync(folder);
    const first = start(folder);
    await first.ready;
    const second = start(folder);
    expect(await second.ended).toBe(3);
    expect(second.output()).toContain('already runs');
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(readdirSync(folder)).toEqual(['kiosk.sqlite']);
    const third = start(folder);
    await third.ready;
    third.child.kill('SIGKILL');
    await third.ended;
    const fourth = start(folder); // what a crash left does not block
    await fourth.ready;
    fourth.child.kill('SIGTERM');
    expect(await fourth.ended).toBe(0);
  });

  it('explains its flags, and refuses others', () => {
    expect(run('start', ['--help']).out).toContain('--host electron|browser');
    expect(run('start', ['--nope'])).toMatchObject({ status: 2 });
  });
});

describe('npm run content', () => {
  it('prints the reading table that the documentation shows', () => {
    expect(run('content', ['--readability']).out).toBe(
      readFileSync(path.join(root, 'docs/readability.md'), 'utf8'),
    );
  });
});
