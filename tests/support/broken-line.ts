import { connect, createServer } from 'node:net';

/** A line to CUPS that breaks when the first print was taken, before its answer arrives. */
export interface BrokenLine {
  address: string;
  hasBroken(): boolean;
  close(): void;
}

/** `port`: of CUPS, on loopback. `own`: of the line. */
export async function breakPrintAnswer(port: number, own: number): Promise<BrokenLine> {
  let broken = false;
  const server = createServer((kiosk) => {
    const cups = connect(port, '127.0.0.1');
    let prints = false;
    kiosk.on('data', (bytes) => {
      prints ||= bytes.includes('document-format'); // only a print names it
      cups.write(bytes);
    });
    cups.on('data', (bytes) => {
      if (prints && !broken) {
        broken = true;
        kiosk.destroy();
      } else kiosk.write(bytes);
    });
    for (const [one, other] of [
      [kiosk, cups],
      [cups, kiosk],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.end());
  });
  await new Promise<void>((resolve) => server.listen(own, '127.0.0.1', resolve));
  return { address: `127.0.0.1:${own}`, hasBroken: () => broken, close: () => void server.close() };
}
