import { FORMAT } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { read, setUpHarness } from '../testing/harness.ts';

const clinic = read({
  format: FORMAT,
  id: 'clinic',
  name: 'Clinic',
  settings: { apology: 'Sorry. Call {{ resources.desk }}.' },
  resources: { desk: { type: 'number' }, clinic_hours: { type: 'hours', title: 'Opening hours' } },
  inputs: { patient: { type: 'text' } },
  outputs: { booked: { type: 'boolean' } },
  variables: {},
  nodes: {
    incoming: { type: 'start', exits: { incoming: 'hours' } },
    hours: { type: 'business_hours', params: { resource: 'clinic_hours' }, exits: { open: 'desk' } },
    desk: { type: 'transfer', params: { to: '{{ resources.desk }}' } },
    check: { type: 'branch', params: { branches: [{ name: 'known', when: 'vars.patient != ""' }] } },
    hello: { type: 'speak', params: { payload: 'Hello {{ vars.patient }}, desk {{ "resources.desk" }}.' } },
  },
});

describe('declaring a resource', () => {
  it('is one step to undo, however many letters its title has', () => {
    const { state } = setUpHarness(clinic);
    state().setDeclared('resources', 'crm_url', { type: 'url' });
    state().setDeclared('resources', 'crm_url', { type: 'url', title: 'Patient fi' });
    state().setDeclared('resources', 'crm_url', { type: 'url', title: 'Patient files' });
    expect(state().flow?.resources.crm_url).toEqual({ type: 'url', title: 'Patient files' });
    state().undo();
    expect(state().flow?.resources).not.toHaveProperty('crm_url');
  });

  it('is refused under a malformed name, and taken back with undefined', () => {
    const { state } = setUpHarness(clinic);
    state().setDeclared('resources', 'CRM url', { type: 'url' });
    expect(state().canUndo).toBe(false);
    state().setDeclared('resources', 'desk', undefined);
    expect(Object.keys(state().flow?.resources ?? {})).toEqual(['clinic_hours']);
  });
});

describe('giving what is declared another name', () => {
  it('rewrites every template that reads a resource, but no quoted text and no step of that name', () => {
    const { state } = setUpHarness(clinic);
    expect(state().renameDeclared('resources', 'desk', 'front_desk')).toBe(true);
    const { flow } = state();
    expect(Object.keys(flow?.resources ?? {})).toEqual(['front_desk', 'clinic_hours']);
    expect(flow?.nodes.desk?.params.to).toBe('{{ resources.front_desk }}');
    expect(flow?.nodes.hello?.params.payload).toBe('Hello {{ vars.patient }}, desk {{ "resources.desk" }}.');
    expect(flow?.nodes.hours?.exits.open).toBe('desk');
    expect(flow?.settings.apology).toBe('Sorry. Call {{ resources.front_desk }}.');
    state().undo();
    expect(state().flow).toEqual(clinic);
  });

  it('is followed by steps that take their hours by name', () => {
    const { state } = setUpHarness(clinic);
    state().renameDeclared('resources', 'clinic_hours', 'office_hours');
    expect(state().flow?.nodes.hours?.params.resource).toBe('office_hours');
  });

  it('is followed by what reads an input, in texts and conditions', () => {
    const { state } = setUpHarness(clinic);
    state().renameDeclared('inputs', 'patient', 'person');
    expect(state().flow?.nodes.hello?.params.payload).toContain('{{ vars.person }}');
    expect(state().flow?.nodes.check?.params.branches).toEqual([
      { name: 'known', when: 'vars.person != ""' },
    ]);
  });

  it('is refused when the name is taken or malformed', () => {
    const { state } = setUpHarness(clinic);
    expect(state().renameDeclared('resources', 'desk', 'clinic_hours')).toBe(false);
    expect(state().renameDeclared('resources', 'desk', 'Front desk')).toBe(false);
    expect(state().renameDeclared('outputs', 'desk', 'front_desk')).toBe(false);
    expect(state().canUndo).toBe(false);
  });
});
