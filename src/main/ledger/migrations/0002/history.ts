/**
 * What undo and the search of the history ask for. Nothing here is written by hand: the state of an action
 * (done, undone) follows from the history itself, so that no second truth can go astray.
 */
export const historyIndexes = `
-- Undone and redone actions answer with the action that they are about (of).
CREATE INDEX action_undone ON action (json_extract(answer, '$.of'), key)
  WHERE kind IN ('history.undo', 'history.redo') AND answer <> '';
CREATE INDEX action_staff ON action (staff, key);
CREATE INDEX action_kind ON action (kind, key);
`
