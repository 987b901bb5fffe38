import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Folder of Unicode's own test data. */
export const unicodeData = '/usr/share/unicode';

/** Programs and folders that suites need, the Debian package each comes from, and what is skipped without it. */
const needed: { program: string; packages: string[]; suite: string }[] = [
  { program: 'chromium', packages: ['chromium'], suite: 'end-to-end in Chromium' },
  {
    program: 'xvfb-run',
    packages: ['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'],
    suite: 'end-to-end in Electron',
  },
  { program: 'pdftotext', packages: ['poppler-utils'], suite: 'text of handouts' },
  { program: 'qpdf', packages: ['qpdf'], suite: 'structure of handouts' },
  { program: unicodeData, packages: ['unicode-data'], suite: 'UAX 9 and UAX 14 of handouts' },
  {
    program: '/usr/share/java/preflight.jar',
    packages: ['default-jre-headless', 'libpdfbox2-java', 'libactivation-java', 'libjaxb-api-java'],
    suite: 'PDF/A of handouts',
  },
  { program: 'ip', packages: ['iproute2'], suite: 'sockets' },
  {
    program: 'ippeveprinter',
    packages: ['cups', 'cups-ipp-utils', 'cups-filters', 'cups-client', 'avahi-daemon', 'dbus'],
    suite: 'printing',
  },
];

export function hasProgram(program: string): boolean {
  if (path.isAbsolute(program)) return existsSync(program);
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => existsSync(path.join(folder, program)));
}

const missing = () => needed.filter(({ program }) => !hasProgram(program));

/** Installs what is missing on Debian as root; elsewhere says what is missing and what is skipped without it. */
export function setUpPrograms(): void {
  const packages = missing().flatMap((one) => one.packages);
  if (packages.length === 0) return;
  if (process.platform === 'linux' && process.getuid?.() === 0 && hasProgram('apt-get')) {
    console.log(`Installing ${packages.join(' ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    try {
      execFileSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    } catch {
      console.log('The installation failed; the suites below are skipped.');
    }
  }
  for (const { program, packages: from, suite } of missing()) {
    console.log(`Missing: ${program} (Debian: ${from.join(' ')}). Skipped without it: ${suite}.`);
  }
}
