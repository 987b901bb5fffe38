/** Every call that may cross from a page to the services. The preload exposes exactly these. */
export const callNames = [
  'kiosk.state',
  'kiosk.strings',
  'kiosk.pictograms',
  'library.home',
  'library.guide',
  'library.code',
  'search.query',
  'assistance.screen',
  'staff.status',
  'staff.setPin',
  'staff.unlock',
  'staff.lock',
  'staff.attention',
  'clinic.read',
  'clinic.save',
  'handout.calendar',
  'handout.preview',
  'handout.save',
  'folders.list',
  'printers.list',
  'printers.print',
  'printers.job',
] as const;

export type CallName = (typeof callNames)[number];
