// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../../shared/messages/say';
import { cell, chosen, cursor, openPage } from './open-page';

const say = sayIn('en');

describe('the keyboard in the grid', () => {
  it.each([
    ['{ArrowRight}{ArrowDown}', '1,1'],
    ['{ArrowRight}{ArrowLeft}{ArrowLeft}', '0,0'],
    ['{End}', '0,4'],
    ['{End}{Home}', '0,0'],
    ['{Control>}{ArrowDown}{/Control}', '2,0'],
    ['{Control>}{End}{/Control}', '2,4'],
    ['{PageDown}', '2,0'],
    ['{Alt>}{ArrowRight}{/Alt}', '0,0'],
  ])('moves the cursor by %s to %s', async (keys, place) => {
    const { user } = await openPage();
    await user.click(cell(0, 0));
    await user.keyboard(keys);
    expect([cursor(), chosen()]).toEqual([place, []]);
  });

  it.each([
    ['{Shift>}{ArrowRight}{ArrowDown}{/Shift}', ['0,0', '0,1', '1,0', '1,1']],
    [' {ArrowRight}{ArrowRight}', []],
    [' ', ['0,0']],
    ['  ', []],
    ['{ArrowDown}{Shift>} {/Shift}', ['1,0', '1,1', '1,2', '1,3', '1,4']],
    ['{ArrowRight}{Control>} {/Control}', ['0,1', '1,1', '2,1']],
    ['{Shift>}{ArrowDown}{/Shift}{Escape}', []],
  ])('chooses by “%s” the cells %j', async (keys, cells) => {
    const { user } = await openPage();
    await user.click(cell(0, 0));
    await user.keyboard(keys);
    expect(chosen()).toEqual(cells);
  });

  it('chooses everything by Control and A, and says how much that is', async () => {
    const { user } = await openPage();
    await user.click(cell(0, 0));
    await user.keyboard('{Control>}a{/Control}');
    expect(chosen()).toHaveLength(15);
    expect(screen.getByTestId('matrix-chosen').textContent).toBe(say('matrix.selectedCount', { count: 15 }));
  });

  it('shows the details of a cell by Enter', async () => {
    const { user } = await openPage();
    await user.click(cell(1, 2));
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Nightly batch · …Zk0p', { exact: false })).toBeTruthy();
  });
});

describe('the mouse in the grid', () => {
  it('moves the cursor by a click, and forgets what was chosen', async () => {
    const { user } = await openPage();
    await user.click(cell(0, 0));
    await user.keyboard('{Control>}a{/Control}');
    await user.click(cell(2, 3));
    expect([cursor(), chosen()]).toEqual(['2,3', []]);
  });

  it('adds single cells with Control and a block with Shift', async () => {
    const { user } = await openPage();
    await user.keyboard('{Control>}');
    await user.click(cell(0, 0));
    await user.click(cell(2, 2));
    await user.click(cell(0, 0));
    await user.keyboard('{/Control}');
    expect(chosen()).toEqual(['2,2']);
    await user.keyboard('{Shift>}');
    await user.click(cell(1, 1));
    await user.keyboard('{/Shift}');
    expect(chosen()).toEqual(['0,0', '0,1', '1,0', '1,1']);
  });

  const head = (name: string) =>
    name === 'corner'
      ? (screen.getByText(say('matrix.keyColumn'), { selector: '[role="columnheader"]' }) as HTMLElement)
      : (document.querySelector(`[role$="header"][data-${name}="1"]`) as HTMLElement);

  it.each([
    ['row', ['1,0', '1,1', '1,2', '1,3', '1,4']],
    ['column', ['0,1', '1,1', '2,1']],
  ] as const)('chooses a %s by its head, and leaves it out again with Control', async (line, cells) => {
    const { user } = await openPage();
    await user.click(head(line));
    expect(chosen()).toEqual(cells);
    await user.keyboard('{Control>}');
    await user.click(head(line));
    await user.keyboard('{/Control}');
    expect(chosen()).toEqual([]);
  });

  it('chooses everything by the corner', async () => {
    const { user } = await openPage();
    await user.click(head('corner'));
    expect(chosen()).toHaveLength(15);
  });

  it('chooses a block by dragging, and no further once the button was let go', async () => {
    const { user } = await openPage();
    let under = cell(0, 0);
    document.elementFromPoint = () => under;
    const over = (target: HTMLElement) => {
      under = target;
      return { target };
    };
    await user.pointer([{ keys: '[MouseLeft>]', target: cell(0, 0) }, over(cell(1, 1))]);
    expect(chosen()).toEqual(['0,0', '0,1', '1,0', '1,1']);
    await user.pointer([over(cell(0, 1))]);
    expect(chosen()).toEqual(['0,0', '0,1']);
    await user.pointer([{ keys: '[/MouseLeft]' }, over(cell(2, 2))]);
    expect(chosen()).toEqual(['0,0', '0,1']);
  });

  it('opens the details of a cell by a double click', async () => {
    const { user } = await openPage();
    await user.dblClick(cell(2, 0));
    expect(await screen.findByText('Gateway in Frankfurt · …9wEe', { exact: false })).toBeTruthy();
  });
});
