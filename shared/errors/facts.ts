/** Takes the facts that a text holds literally, around the place that decided. */
import { limitOf, missingScopes, waitSeconds } from './amounts';
import { type Field, type FieldName, nearest, objectAround } from './fields';
import type { Decision, Material } from './material';
import {
  addressOf,
  type FoundName,
  familyNames,
  labelledModel,
  nameInSlot,
  organizationOf,
  projectsOf,
  requestIdOf,
} from './names';
import type { SlotName } from './phrase';
import type { FactName, Facts } from './reading';
import { nearestStatus, type StatusMention, statusBefore } from './statuses';

/** Where a fact stands; indices into the cleaned text. */
export interface TextPlace {
  readonly fact: FactName;
  readonly start: number;
  readonly end: number;
}

interface Taken {
  readonly facts: Facts;
  readonly places: readonly TextPlace[];
}

const MOST_FURTHER = 20;

export function takeFacts(material: Material, decision: Decision | null): Taken {
  const { text } = material.clean;
  const at = decision?.hit ?? { start: 0, end: 0, slots: [] };
  const inSentence = (name: SlotName) => slotValue(material, decision, name);
  const model = inSentence('model') ?? labelledModel(text, at.start);
  const projects = projectsOf(text);
  const project = projectIn(inSentence('project')) ?? projects[0] ?? null;
  const organization = organizationIn(inSentence('organization')) ?? organizationOf(text);
  const requestId = requestIdOnLine(text, at.start) ?? requestIdOf(text);
  // A success is never the status of what failed.
  const failures = material.statuses.filter(({ value, end }) => value >= 300 || end === 0);
  const status = statusAhead(text, decision) ?? nearestStatus(failures, at.start, at.end);
  const object = decision === null ? null : objectAround(text, at.start, at.end);
  const field = (name: FieldName) => nearest(material.fields, name, at.start, at.end, object);
  const [code, type, param] = [field('code'), field('type'), field('param')];
  const { host, endpoint } = addressOf(text);
  const around = text.slice(Math.max(0, at.start - 200), at.end + 500);
  return {
    facts: {
      model: model?.value ?? null,
      modelTruncated: model?.cut ?? false,
      project: project?.value ?? null,
      organization: organization?.value ?? null,
      requestId: requestId?.value ?? null,
      httpStatus: status?.value ?? null,
      code: code?.value ?? null,
      type: type?.value ?? null,
      param: param?.value ?? null,
      missingScopes: missingScopes(text),
      retryAfterSeconds: waitSeconds(around),
      limit: decision?.cause === 'rate_limited' ? limitOf(around) : null,
      host: host?.value ?? null,
      endpoint: endpoint?.value ?? null,
      furtherModels: further(familyNames(text), model?.value),
      furtherProjects: further(projects, project?.value),
    },
    places: [
      ...placeOf('model', model),
      ...placeOf('project', project),
      ...placeOf('organization', organization),
      ...placeOf('requestId', requestId),
      ...placeOf('httpStatus', status),
      ...placeOfField('code', code),
      ...placeOfField('type', type),
      ...placeOfField('param', param),
      ...placeOf('host', host),
      ...placeOf('endpoint', endpoint),
    ],
  };
}

/** The number right before any of the words that decided. */
function statusAhead(text: string, decision: Decision | null): StatusMention | null {
  if (decision === null) return null;
  for (const { by, start } of [decision.hit, ...decision.company]) {
    const found = by === 'phrase' ? statusBefore(text, start) : null;
    if (found !== null) return found;
  }
  return null;
}

/** Of many calls in one text, each on a line, the line of the one that failed names it. */
function requestIdOnLine(text: string, at: number): FoundName | null {
  const start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  const end = text.indexOf('\n', at);
  const found = requestIdOf(text.slice(start, end < 0 ? text.length : end));
  return found === null ? null : { ...found, start: found.start + start, end: found.end + start };
}

function slotValue(material: Material, decision: Decision | null, name: SlotName): FoundName | null {
  if (decision === null) return null;
  const slots = [decision.hit, ...decision.company]
    .flatMap((hit) => hit.slots)
    .filter((slot) => slot.name === name);
  for (const slot of slots) {
    const found = nameInSlot(material.clean, slot);
    if (found !== null) return found;
  }
  return null;
}

/** The words between "Project" and "does not" may be a person's own, or an id with the ending cut. */
function projectIn(found: FoundName | null): FoundName | null {
  return found !== null && /^proj_[A-Za-z0-9]/.test(found.value) ? found : null;
}

/** The sentence's own place mends an id that a terminal cut; anything else there is no id. */
function organizationIn(found: FoundName | null): FoundName | null {
  return found !== null && /^org-(?=[\w-]*[A-Z0-9])[A-Za-z0-9]{4,60}$/.test(found.value) ? found : null;
}

function further(all: readonly FoundName[], own: string | undefined): readonly string[] {
  return [...new Set(all.map(({ value }) => value))].filter((value) => value !== own).slice(0, MOST_FURTHER);
}

function placeOf(
  fact: FactName,
  found: { readonly start: number; readonly end: number } | null,
): readonly TextPlace[] {
  return found === null ? [] : [{ fact, start: found.start, end: found.end }];
}

function placeOfField(fact: FactName, field: Field | null): readonly TextPlace[] {
  return field === null || field.value === null ? [] : [{ fact, start: field.valueStart, end: field.end }];
}
