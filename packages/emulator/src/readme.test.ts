import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { frontDesk } from './caller/testing/front-desk.ts';
import { createApplication } from './server/testing/application.ts';
import { callTheFrontDesk } from './server/testing/example.ts';

it('shows an example in the README that works', async () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  expect(read('../README.md')).toContain(`\`\`\`ts\n${read('server/testing/example.ts')}\`\`\``);

  let api = '';
  const application = await createApplication(({ data }) => {
    for (const { action, callControlId, body } of frontDesk({ ...data, record_type: 'event' })) {
      void fetch(`${api}/calls/${callControlId}/actions/${action}`, {
        method: 'POST',
        headers: { authorization: 'Bearer KEY', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    }
    return 200;
  });
  await callTheFrontDesk(application.url, (url) => {
    api = url;
  });
  expect(application.types().slice(0, 2)).toEqual(['call.initiated', 'call.answered']);
  await application.close();
});
