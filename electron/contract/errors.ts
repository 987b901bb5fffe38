/** Errors cross every boundary as a stable code and a few safe fields; the renderer makes the sentence. */

export const errorCodes = [
  'bad-input', // fields: path, expected
  'unknown-call',
  'forbidden', // wrong sender, host, origin or token
  'not-found', // fields: what
  'not-reviewed', // fields: guide, language: text nobody qualified has read may not leave the kiosk in clinic mode
  'nothing-reviewed', // clinic mode without any reviewed language
  'missing-glyph', // fields: character, codePoint, where
  'language-not-printable', // fields: language, reason (script or fonts): the engine cannot set it right
  'pin-wrong', // fields: waitSeconds
  'pin-wait', // fields: waitSeconds
  'pin-already-set',
  'session-ended',
  'resource-exists', // a place of this kind and name is in the list already
  'template-exists', // a template of this name is kept already
  'templates-full',
  'pack-missing',
  'pack-corrupt',
  'database-corrupt',
  'database-newer',
  'data-folder-denied', // fields: folder
  'disk-full',
  'folder-gone',
  'folder-denied',
  'printer-unavailable',
  'printer-refused', // fields: reason
  'print-wait', // a patient's list is being printed, or many were within minutes
  'services-down',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export type ErrorFields = Record<string, string | number>;

/** An expected failure. `fields` must hold nothing a person typed. */
export class KioskError extends Error {
  readonly code: ErrorCode;
  readonly fields: ErrorFields;

  constructor(code: ErrorCode, fields: ErrorFields = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'KioskError';
    this.code = code;
    this.fields = fields;
  }
}

export interface ErrorReport {
  code: ErrorCode;
  fields: ErrorFields;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: ErrorReport };
