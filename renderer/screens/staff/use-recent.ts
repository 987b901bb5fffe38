import { useCallback, useState } from 'react';
import type { Draft } from './draft.ts';

export interface RecentSheet {
  id: number;
  at: Date;
  draft: Draft;
}

const most = 8;

/** Sheets that were printed or saved in this session, the latest first. In memory only, and gone with the builder. */
export function useRecent() {
  const [sheets, setSheets] = useState<readonly RecentSheet[]>([]);
  const keep = useCallback((draft: Draft) => {
    setSheets((before) => {
      const others = before.filter((one) => one.draft !== draft);
      const id = Math.max(0, ...before.map((one) => one.id)) + 1;
      return [{ id, at: new Date(), draft }, ...others].slice(0, most);
    });
  }, []);
  return { sheets, keep };
}
