/**
 * The clinic's own starting points for handouts. `structure` is JSON of `handoutTemplateSchema`, which has no place for
 * anything of a patient; `name_key` is the name as duplicates are told by.
 */
export const handoutTemplates = `
  CREATE TABLE handout_templates (
    name_key TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    structure TEXT NOT NULL CHECK (json_valid(structure))
  );
`;
