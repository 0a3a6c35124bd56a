import { describe, expect, it } from 'vitest';
import { changedSecret } from './changed-secret.ts';

const changed = (text: string) =>
  changedSecret(text, { vars: { name: 'Ana' }, resources: { city: 'Chicago' } }, ['token', 'key']);

describe('a secret in a template', () => {
  it.each([
    '{{ resources.token }}',
    'Bearer {{ resources.token }}',
    '{{ resources.token }}:{{ resources.key }}',
    '{{ "Bearer " | append: resources.token }}',
    '{% if vars.name %}{{ resources.token }}{% endif %}',
    '{{ resources.city | upcase }}',
    '{{ vars.name | base64_encode }}',
    'resources.token',
  ])('is handed on as it is by %s', (text) => {
    expect(changed(text)).toBeNull();
  });

  it.each([
    ['{{ resources.token | base64_encode }}', 'token'],
    ['{{ resources.token | url_encode }}', 'token'],
    ['{{ resources.token | upcase }}', 'token'],
    ['{{ resources.token | slice: 0, 4 }}', 'token'],
    ['{{ resources.token | size }}', 'token'],
    ['{{ resources.token | split: ":" | last }}', 'token'],
    ['{{ resources.token | split: "" | join: " " }}', 'token'],
    ['{{ resources.token | split: "" | reverse | join: "" }}', 'token'],
    ['{{ "a" | append: resources.key | base64_encode }}', 'key'],
    ['{% assign t = resources.token | downcase | capitalize %}{{ t }}', 'token'],
    ['{% capture t %}{{ resources.token }}{% endcapture %}{{ t | base64_encode }}', 'token'],
    ['{% for letter in resources.token %}{{ letter | slice: 3, 2 }}{% endfor %}', 'token'],
    ['{{ resources["token"] | url_encode }}', 'token'],
  ])('is changed by %s', (text, name) => {
    expect(changed(text)).toBe(name);
  });
});
