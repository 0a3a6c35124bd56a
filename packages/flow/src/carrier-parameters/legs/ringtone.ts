import { choice } from '../parts/values.ts';

/** Countries whose ringing the carrier plays, in its own order. */
// biome-ignore format: one line for each country would bury the rest
const countries = [
  'at', 'au', 'be', 'bg', 'br', 'ch', 'cl', 'cn', 'cz', 'de', 'dk', 'ee', 'es', 'fi', 'fr', 'gr', 'hu',
  'il', 'in', 'it', 'jp', 'lt', 'mx', 'my', 'nl', 'no', 'nz', 'ph', 'pl', 'pt', 'ru', 'se', 'sg', 'th',
  'tw', 'uk', 'us-old', 'us', 've', 'za',
] as const;

/** Which country's ringing the caller hears while the other call is not answered. */
export const ringtone = choice(countries, 'Choose a country from the list, like us.')
  .optional()
  .meta({
    title: 'Sound of the ringing',
    help: 'The caller hears the ringing of this country. It has no effect while no ringing is played.',
    labels: {
      at: 'Austria',
      au: 'Australia',
      be: 'Belgium',
      bg: 'Bulgaria',
      br: 'Brazil',
      ch: 'Switzerland',
      cl: 'Chile',
      cn: 'China',
      cz: 'Czechia',
      de: 'Germany',
      dk: 'Denmark',
      ee: 'Estonia',
      es: 'Spain',
      fi: 'Finland',
      fr: 'France',
      gr: 'Greece',
      hu: 'Hungary',
      il: 'Israel',
      in: 'India',
      it: 'Italy',
      jp: 'Japan',
      lt: 'Lithuania',
      mx: 'Mexico',
      my: 'Malaysia',
      nl: 'Netherlands',
      no: 'Norway',
      nz: 'New Zealand',
      ph: 'Philippines',
      pl: 'Poland',
      pt: 'Portugal',
      ru: 'Russia',
      se: 'Sweden',
      sg: 'Singapore',
      th: 'Thailand',
      tw: 'Taiwan',
      uk: 'United Kingdom',
      'us-old': 'United States (old)',
      us: 'United States',
      ve: 'Venezuela',
      za: 'South Africa',
    },
    carrierDefault: 'us',
    group: 'advanced',
  });
