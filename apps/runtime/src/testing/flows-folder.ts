import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Flow, writeFlow } from '@gatherline/flow';
import { temporaryFolder } from './temporary-folder.ts';

/** A folder for FLOWS_DIR, where the first flow answers every call; `resources` are what it binds. */
export function flowsFolder(flows: readonly [Flow, ...Flow[]], resources: object = {}): string {
  const folder = temporaryFolder();
  for (const flow of flows) writeFileSync(join(folder, `${flow.id}.flow.json`), writeFlow(flow));
  const configuration = { default_flow: flows[0].id, resources };
  writeFileSync(join(folder, 'gatherline.json'), JSON.stringify(configuration));
  return folder;
}
