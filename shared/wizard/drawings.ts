/** The places of the console, drawn by us: what the five steps are about, with the control to use marked. */
import { shortenId } from '../text/shorten-id';
import {
  area,
  blank,
  button,
  checkbox,
  type Drawing,
  type DrawnShape,
  gear,
  label,
  line,
  overlay,
  type Place,
  ring,
} from './drawing';

/** What the console itself says there, and what we say of it. */
type ConsoleLabel =
  | 'logIn'
  | 'organization'
  | 'otherOrganization'
  | 'project'
  | 'otherProject'
  | 'sectionOrganization'
  | 'sectionProject'
  | 'general'
  | 'apiKeys'
  | 'limits'
  | 'billing'
  | 'modelUsage'
  | 'allowedModels'
  | 'blockedModels'
  | 'spendLimit'
  | 'edit'
  | 'remove'
  | 'removeQuestion'
  | 'save'
  | 'cancel'
  | 'editSpend'
  | 'notThis';
export type Words = (name: ConsoleLabel) => string;

export interface Scene {
  readonly words: Words;
  /** Host of the console, as in `platform.openai.com`. */
  readonly host: string;
  /** The project's id; null where none is known. */
  readonly project: string | null;
}

const WIDTH = 440;
const HEIGHT = 272;
const NO_PROJECT = 'proj_…';
const NO_MODEL = 'gpt-…';
/** Longest id in the drawn address, longest id and longest model's name elsewhere, in characters. */
const ID_IN_ADDRESS = 14;
const ID_SHOWN = 26;
const MODEL_SHOWN = 26;

function settings({ host, project }: Scene, page: string): string {
  return `${host}/settings/${project === null ? NO_PROJECT : shortenId(project, ID_IN_ADDRESS)}/${page}`;
}

/** A browser's window; the page begins at y = 38. */
function page(address: string, ...shapes: readonly (DrawnShape | readonly DrawnShape[])[]): Drawing {
  const dot = (x: number): DrawnShape => ({ kind: 'circle', x, y: 19, radius: 4, fill: 'border' });
  return {
    width: WIDTH,
    height: HEIGHT,
    shapes: [
      {
        kind: 'rect',
        x: 1,
        y: 1,
        width: WIDTH - 2,
        height: HEIGHT - 2,
        radius: 12,
        fill: 'surface',
        stroke: 'border',
        strokeWidth: 1.5,
      },
      { kind: 'path', d: 'M1 13a12 12 0 0 1 12-12h414a12 12 0 0 1 12 12v24H1z', fill: 'blank' },
      dot(18),
      dot(32),
      dot(46),
      { kind: 'rect', x: 64, y: 9, width: 360, height: 20, radius: 10, fill: 'surface', stroke: 'border' },
      label(76, 23, address, { size: 12, fill: 'faint' }),
      ...shapes.flat(),
    ],
  };
}

/** On every page of the console: organization and project at the left, gear and person at the right. */
function topBar(words: Words): readonly DrawnShape[] {
  return [
    line('M1 80h438', 'border'),
    label(20, 63, words('organization'), { size: 12.5 }),
    label(140, 63, '/', { size: 12.5, fill: 'faint' }),
    label(150, 63, words('project'), { size: 12.5, bold: true }),
    line('M240 57l4 4 4-4', 'faint', 1.6),
    ...gear(376, 59),
    { kind: 'circle', x: 412, y: 59, radius: 10, fill: 'blank', stroke: 'border' },
  ];
}

/** The start page for who is not logged in. */
export function logInDrawing({ words, host }: Scene): Drawing {
  const logIn: Place = { x: 342, y: 48, width: 78, height: 28 };
  return page(
    `${host}/`,
    line('M1 86h438', 'border'),
    { kind: 'circle', x: 30, y: 62, radius: 9, fill: 'blank', stroke: 'border' },
    blank(52, 58, 70),
    blank(140, 58, 52),
    blank(210, 58, 52),
    button(logIn, words('logIn'), 'strong'),
    ring(logIn),
    blank(30, 122, 210, 16),
    blank(30, 150, 280),
    blank(30, 168, 250),
    blank(30, 186, 160),
    blank(30, 216, 90, 26),
  );
}

/** The menu at the top left, open: organizations with their projects. */
export function projectDrawing(scene: Scene): Drawing {
  const { words, project } = scene;
  return page(
    settings(scene, '…'),
    topBar(words),
    ring({ x: 16, y: 49, width: 240, height: 20 }, 1),
    {
      kind: 'rect',
      x: 16,
      y: 88,
      width: 250,
      height: 170,
      radius: 10,
      fill: 'surface',
      stroke: 'border',
      strokeWidth: 1.4,
    },
    label(30, 108, words('organization'), { size: 11.5, bold: true, fill: 'faint' }),
    label(38, 128, words('otherProject')),
    { kind: 'rect', x: 26, y: 140, width: 230, height: 38, radius: 7, fill: 'accentSoft' },
    label(38, 156, words('project'), { bold: true }),
    label(38, 171, project === null ? NO_PROJECT : shortenId(project, ID_SHOWN), {
      size: 11.5,
      fill: 'faint',
    }),
    ring({ x: 30, y: 144, width: 222, height: 30 }, 2),
    label(30, 206, words('otherOrganization'), { size: 11.5, bold: true, fill: 'faint' }),
    label(38, 226, words('otherProject')),
    blank(38, 240, 90, 7),
    blank(290, 104, 120, 12),
    blank(290, 130, 130),
    blank(290, 148, 100),
    blank(290, 166, 118),
  );
}

/** The settings: the gear that leads to them, and the entry of the left column that leads on. */
export function limitsDrawing(scene: Scene): Drawing {
  const { words } = scene;
  const heading = { size: 11.5, bold: true, fill: 'faint' } as const;
  return page(
    settings(scene, 'limits'),
    topBar(words),
    ring({ x: 364, y: 48, width: 24, height: 22 }, 1),
    line('M142 80v191', 'border'),
    label(18, 102, words('sectionOrganization'), heading),
    label(18, 122, words('general')),
    label(18, 142, words('limits')),
    label(66, 142, '✕', { bold: true, fill: 'bad' }),
    label(18, 162, words('billing')),
    label(18, 194, words('sectionProject'), heading),
    { kind: 'rect', x: 12, y: 204, width: 116, height: 24, radius: 6, fill: 'accentSoft' },
    label(22, 220, words('limits'), { bold: true }),
    ring({ x: 14, y: 206, width: 110, height: 20 }, 2),
    label(18, 250, words('apiKeys')),
    label(162, 110, words('limits'), { size: 16, bold: true }),
    area({ x: 162, y: 124, width: 258, height: 72 }),
    label(176, 146, words('modelUsage'), { bold: true }),
    blank(176, 160, 150),
    blank(176, 176, 118),
    area({ x: 162, y: 206, width: 258, height: 50 }),
    label(176, 228, words('spendLimit'), { fill: 'faint' }),
    blank(176, 238, 110),
  );
}

export interface ListChange {
  readonly change: 'allowed' | 'blocked' | 'remove';
  /** The list that the page shows; it has one or the other. */
  readonly list: 'allowed' | 'blocked';
  /** The model's name; null where none is known. */
  readonly model: string | null;
}

/** Model usage with the one list that is set: the clicks that change it are numbered. */
export function editDrawing(scene: Scene, edit: ListChange): Drawing {
  const { words } = scene;
  return page(
    settings(scene, 'limits'),
    listWithButtons(words, edit),
    edit.change === 'remove' ? removeQuestion(words) : modelBoxes(words, edit),
    spendLimit(words),
  );
}

function listWithButtons(words: Words, { change, list }: ListChange): readonly DrawnShape[] {
  const edit: Place = { x: 350, y: 76, width: 56, height: 24 };
  const remove: Place = { x: 156, y: 76, width: 70, height: 24 };
  const removing = change === 'remove';
  return [
    area({ x: 18, y: 46, width: 404, height: 64 }),
    label(32, 66, words('modelUsage'), { size: 13, bold: true }),
    label(32, 92, words(`${list}Models`)),
    ...button(remove, words('remove'), removing ? 'plain' : 'off'),
    ...button(edit, words('edit'), removing ? 'off' : 'plain'),
    ...ring(removing ? remove : edit, 1),
  ];
}

/** What “Edit” opens: a box for each model. */
function modelBoxes(words: Words, { change, model }: ListChange): readonly DrawnShape[] {
  const save: Place = { x: 346, y: 176, width: 60, height: 26 };
  const ticked = change === 'allowed';
  return [
    overlay({ x: 32, y: 122, width: 390, height: 90 }),
    ...checkbox({ x: 49, y: 140, ticked: !ticked, opacity: 0.5 }),
    label(80, 153, NO_MODEL, { opacity: 0.5 }),
    ...checkbox({ x: 49, y: 178, ticked }),
    label(80, 191, model === null ? NO_MODEL : shortenId(model, MODEL_SHOWN), { bold: true }),
    ...ring({ x: 48, y: 177, width: 18, height: 18 }, 2),
    ...button(save, words('save'), 'strong'),
    ...ring(save, 3),
  ];
}

/** “Remove” asks before it acts. */
function removeQuestion(words: Words): readonly DrawnShape[] {
  const remove: Place = { x: 330, y: 174, width: 76, height: 26 };
  return [
    overlay({ x: 32, y: 122, width: 390, height: 90 }),
    label(50, 150, words('removeQuestion'), { size: 13, bold: true }),
    ...button({ x: 242, y: 174, width: 70, height: 26 }, words('cancel')),
    ...button(remove, words('remove'), 'strong'),
    ...ring(remove, 2),
  ];
}

/** The other “Edit” of this page, which is about money. */
function spendLimit(words: Words): readonly DrawnShape[] {
  return [
    area({ x: 18, y: 224, width: 404, height: 38 }),
    label(32, 240, words('spendLimit'), { size: 12, fill: 'faint' }),
    label(32, 255, `✕ ${words('notThis')}`, { size: 11.5, fill: 'bad' }),
    ...button({ x: 290, y: 231, width: 116, height: 24 }, words('editSpend'), 'off'),
    line('M300 234l102 18', 'bad', 2.2),
  ];
}

export const USAGE_LOOKS = ['allowed', 'blocked', 'no_list', 'cannot_edit'] as const;
/** What Model usage can look like. */
type UsageLook = (typeof USAGE_LOOKS)[number];

/** Model usage as small as a stamp, to tell its looks apart. */
export function usageSketch(look: UsageLook, words: Words): Drawing {
  const heading = label(12, 19, words('modelUsage'), { size: 13, bold: true });
  const frame = area({ x: 1, y: 1, width: 198, height: 74 });
  const list = [
    label(12, 43, words(look === 'blocked' ? 'blockedModels' : 'allowedModels'), { size: 13 }),
    ...(look === 'cannot_edit' ? [] : button({ x: 150, y: 27, width: 40, height: 22 }, words('edit'))),
    blank(12, 54, 52, 10),
    blank(72, 54, 66, 10),
  ];
  const shapes = look === 'no_list' ? [blank(12, 34, 120)] : list;
  return { width: 200, height: 76, shapes: [frame, heading, ...shapes] };
}
