import { Select, type SelectProps } from '@mantine/core';

/** The time zone of the person's own system. */
export const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A time zone, found by typing a part of its name. */
export function ZoneSelect(props: Omit<SelectProps, 'data'>) {
  return (
    <Select
      size="sm"
      {...props}
      data={zones(props.value ?? '')}
      searchable
      limit={80}
      nothingFoundMessage="No place like that. Try the nearest large city."
      maxDropdownHeight={280}
    />
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
