import { isJsonObject, type JsonObject } from './json.ts';

interface Format {
  /** What the file is, as in "This is …". */
  readonly name: string;
  readonly fits: (file: JsonObject) => boolean;
}

/** Files that people take for a flow: exports of other products, and what else Gatherline reads. */
const formats: readonly Format[] = [
  { name: 'an export of Twilio Studio', fits: isTwilio },
  { name: 'an export of Amazon Connect', fits: has('StartAction', 'Actions') },
  { name: 'an export of Node-RED', fits: (file) => listOf(file.flows, 'wires') },
  { name: 'an export of n8n', fits: (file) => Array.isArray(file.nodes) && isJsonObject(file.connections) },
  { name: 'an export of Voiceflow', fits: (file) => isJsonObject(file.diagrams) },
  { name: 'an export of Typebot', fits: (file) => listOf(file.groups, 'blocks') },
  { name: 'an export of TextIt or RapidPro', fits: (file) => listOf(file.flows, 'nodes') },
  { name: 'an export of Dialogflow', fits: has('startFlow', 'defaultLanguageCode') },
  { name: 'a conversation, which tests a flow', fits: (file) => Array.isArray(file.steps) && 'flow' in file },
  { name: 'gatherline.json, which says which flow answers', fits: (file) => 'default_flow' in file },
  { name: 'the settings of an npm package', fits: has('name', 'version', 'scripts') },
];

/** What a JSON file is that is no flow, as in "This is …"; `null` when it is nothing known. */
export function otherFormatOf(value: unknown): string | null {
  if (Array.isArray(value)) return otherListOf(value);
  if (!isJsonObject(value) || typeof value.format === 'string') return null;
  return formats.find(({ fits }) => fits(value))?.name ?? null;
}

/** The same of a text that is no JSON at all. */
export function otherTextOf(text: string): string | null {
  const start = text.trimStart().slice(0, 2_000);
  if (!start.startsWith('<')) return null;
  if (/<vxml\b/i.test(start)) return 'VoiceXML';
  if (/<Response\b/.test(start)) return 'TeXML or TwiML';
  return /<!doctype html|<html/i.test(start) ? 'a web page' : 'XML';
}

function otherListOf(list: readonly unknown[]): string | null {
  if (listOf(list, 'wires') || list.some((item) => isJsonObject(item) && item.type === 'tab'))
    return 'an export of Node-RED';
  if (listOf(list, 'verb')) return 'an application of jambonz';
  return listOf(list, 'action') ? 'a call control object of Vonage' : null;
}

function isTwilio(file: JsonObject): boolean {
  const { states } = isJsonObject(file.definition) ? file.definition : file;
  return listOf(states, 'transitions');
}

function has(...names: readonly string[]): Format['fits'] {
  return (file) => names.every((name) => name in file);
}

function listOf(value: unknown, name: string): boolean {
  return Array.isArray(value) && value.some((item) => isJsonObject(item) && name in item);
}
