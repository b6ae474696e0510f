/** Where a request comes from: addresses, regions, and pages in between. */
import {
  LISTED,
  NAME_UNKNOWN,
  printed,
  type Row,
  refusal,
  refused,
  SHORT_LIST,
  steps,
  type World,
  worlds,
} from '../world';

export function placeWorlds(): readonly World[] {
  const ip = refusal(401, 'Your IP 203.0.113.77 is not authorized to access this project.', {
    code: 'ip_not_authorized',
  });
  const abroad = refusal(403, 'Country, region, or territory not supported', {
    type: 'request_forbidden',
    code: 'unsupported_country_region_territory',
  });
  const page =
    '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body>Checking your browser</body></html>';
  const untold = {
    state: ['unknown'],
    never: ['project_lacks_model', 'key_invalid', 'wrong_endpoint_or_parameter'],
    proven: false,
  };
  const rows: readonly Row[] = [
    {
      // Nothing is known of the model; that this key is refused from here is known, whatever was asked.
      name: 'this address is not let through',
      rules: { door: () => ip },
      expect: {
        list: { ...untold, cause: ['ip_blocked'], state: ['unknown', 'denied'] },
        ...steps(refused(['ip_blocked'], { state: ['unknown', 'denied'] })),
      },
    },
    {
      name: 'the country is refused, there and here',
      text: printed(abroad),
      rules: { door: () => abroad },
      expect: {
        both: refused(['region_blocked'], { contrast: ['none'], state: ['unknown', 'denied'] }),
        watch: { proven: false },
      },
    },
    {
      // The refused program stands elsewhere: two different blocks.
      name: 'the country is refused there, the address here',
      text: printed(abroad),
      rules: { door: () => ip },
      expect: {
        both: refused(['region_blocked', 'ip_blocked'], { state: ['unknown', 'denied'] }),
        watch: { proven: false },
      },
    },
    {
      name: 'a page in between answers for all but the list',
      rules: { list: LISTED, door: ({ path }) => (path === '/models' ? null : { status: 403, body: page }) },
      expect: steps({
        ...untold,
        outcome: ['undecided', 'refused'],
        cause: ['network', 'ip_blocked', 'none', 'other_vendor'],
        state: ['listed', 'unknown', 'denied'],
      }),
    },
    {
      // A region has its own models: the cause may be as certain as its sentence, which leaves open why.
      name: 'Europe does not have the model',
      baseUrl: 'https://eu.api.openai.com/v1',
      rules: {
        list: SHORT_LIST,
        access: (asked) =>
          SHORT_LIST.includes(asked)
            ? null
            : refusal(404, `The model \`${asked}\` ${NAME_UNKNOWN}`, { code: 'model_not_found' }),
      },
      expect: steps(refused(['model_missing_or_no_access'])),
    },
    {
      name: 'the wrong region, named in the answer',
      rules: {
        door: () =>
          refusal(
            401,
            'Attempted to access resource with incorrect regional hostname. Please make your request to au.api.openai.com',
            { code: 'incorrect_hostname' },
          ),
      },
      expect: steps(
        refused(['wrong_endpoint_or_parameter'], { never: ['key_invalid'], state: ['unknown', 'denied'] }),
      ),
    },
  ];
  return worlds('where the request comes from', rows);
}
