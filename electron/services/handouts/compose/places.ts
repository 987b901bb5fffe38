/** Places near the clinic as a table: where, phone, and how to get there. What staff typed stands as typed. */
import type { LocalResource } from '../../../contract/local-resource.ts';
import type { Part, TableCell, Text } from '../sheet.ts';
import type { Composer } from './composer.ts';

/** Shares of the width. */
const columns = [0.36, 0.24, 0.4];

function placeRow(compose: Composer, place: LocalResource, index: number): TableCell[] {
  const typed = (field: 'name' | 'address' | 'hours' | 'languages' | 'cost', bold = false): Text[] =>
    place[field] === undefined ? [] : [compose.typed(place[field], `places.${index}.${field}`, bold)];
  const { phone, kind, lastChecked } = place;
  const checked = compose.dated('local.checked', lastChecked, 'medium', `places.${index}.lastChecked`);
  return [
    { texts: [...typed('name', true), ...compose.words(`local.kind.${kind}`)], header: 'Row' },
    { texts: phone ? [compose.phone(phone, `places.${index}.phone`, true)] : [] },
    { texts: [...typed('address'), ...typed('hours'), ...typed('cost'), ...typed('languages'), ...checked] },
  ];
}

/** The clinic's own list, as far as the request names it. */
export function placeParts(compose: Composer, level: 2 | 3): Part[] {
  const { places } = compose.request;
  if (!places) return [];
  const head = (key: string): TableCell => ({ texts: compose.words(key, true), header: 'Column' });
  return [
    { ...compose.heading(level, 'local.title', 'map-pin'), as: 2 },
    ...compose.paragraph('local.lead'),
    {
      type: 'table',
      columns,
      header: [head('handout.place'), head('local.phone'), head('local.address')],
      rows: places.map((place, index) => placeRow(compose, place, index)),
    },
  ];
}
