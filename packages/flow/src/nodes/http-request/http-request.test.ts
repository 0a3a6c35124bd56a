import { expect, test } from 'vitest';
import { httpRequest } from './http-request.ts';

const url = 'https://example.com/orders';

test.each([
  [{ url: 'ftp://{{ vars.host }}/orders' }, 'url', 'error'],
  [{ url: 'https://ana:secret@example.com' }, 'url', 'warning'],
  [{ url: `${url}?phone={{ call.from }}&api_key=4711` }, 'url', 'warning'],
  [{ url, auth: { type: 'bearer', token: '4711' } }, 'auth.token', 'warning'],
  [{ url, auth: { type: 'basic', username: 'ana', password: '4711' } }, 'auth.password', 'warning'],
  [{ url, body: { phone: '{{ call.from }}' } }, 'body', 'warning'],
  [{ url, method: 'POST', body: 'Hello {{ vars.name }}' }, 'body', 'error'],
  [{ url, method: 'POST', body: '{"id": }' }, 'body', 'error'],
  [{ url, wait: false, expects: ['id'] }, 'expects', 'warning'],
  [{ url, wait: false, expects_when: 'nodes.ask.body.ok' }, 'expects_when', 'warning'],
  [{ url, wait: false, comfort: { text: 'One moment.' } }, 'comfort', 'warning'],
])('a request complains of %j', (params, path, severity) => {
  expect(httpRequest.lint?.(params)).toMatchObject([{ path: path.split('.'), severity }]);
});

test.each([
  { url },
  { url: '{{ resources.crm_url }}/orders' },
  { url: `${url}?api_key={{ resources.key }}` },
  { url, method: 'POST', body: '{"ids": [{% for id in vars.ids %}{{ id }}{% endfor %}]}' },
  { url, method: 'POST', body: '{{ vars.order }}' },
  { url, method: 'POST', body: 'Hello', headers: [{ name: 'content-type', value: 'text/plain' }] },
  { url, method: 'POST', body: {}, auth: { type: 'bearer', token: '{{ resources.crm_token }}' } },
])('a request has nothing to say of %j', (params) => {
  expect(httpRequest.lint?.(params)).toEqual([]);
});
