import { FieldFrame } from '../field-frame.tsx';
import { Select } from '@mantine/core';
import { issueWithin } from './hours-issues.ts';
import type { PartProps } from './part-props.ts';

/** The time zone of the person's own system. */
export const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The time zone in which all times are meant, found by typing a part of its name. */
export function ZoneField({ draft, issues, at, disabled, onChange, onCommit }: PartProps) {
  const error = issueWithin(issues, 'time_zone');
  return (
    <FieldFrame label="Time zone" at={`${at}.time_zone`} error={error}>
      {(names) => (
        <Select
          {...names}
          size="sm"
          data={zones(draft.zone)}
          value={draft.zone}
          onChange={(zone) => {
            onChange({ zone: zone ?? '' });
            onCommit();
          }}
          searchable
          limit={80}
          allowDeselect={false}
          nothingFoundMessage="No place like that. Try the nearest large city."
          maxDropdownHeight={280}
          disabled={disabled}
          error={error !== undefined}
        />
      )}
    </FieldFrame>
  );
}

function zones(current: string) {
  const known = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);
  const all = [...known].filter((zone) => zone !== here);
  // The file may name a place by one of its older names.
  const named = current === '' || known.has(current) ? [] : [current];
  return [
    { group: 'Here', items: [toOption(here)] },
    { group: 'Everywhere', items: [...named.filter((zone) => zone !== here), ...all].map(toOption) },
  ];
}

function toOption(zone: string) {
  return { value: zone, label: zone.replaceAll('_', ' ').replaceAll('/', ' / ') };
}
