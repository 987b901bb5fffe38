import { readdirSync, readFileSync } from 'node:fs';

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // the process has ended meanwhile
  }
}

/** Parent of each process, from `/proc`; the name in brackets may hold spaces. */
function parents(): Map<number, number> {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(
    ids.map((id) => [Number(id), Number(read(`/proc/${id}/stat`).split(') ').at(-1)?.split(' ')[1])]),
  );
}

/** Memory of all processes below `top`, shared pages counted by share (PSS), in megabytes. Linux. */
export function treeMemory(top: number): number {
  const all = parents();
  const isBelow = (id: number | undefined): boolean =>
    id !== undefined && (all.get(id) === top || isBelow(all.get(id)));
  return [...all.keys()]
    .filter(isBelow)
    .map((id) => Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0) / 1024)
    .reduce((sum, one) => sum + one, 0);
}
