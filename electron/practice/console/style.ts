/** The console's looks, light and dark. Deliberately its own: it must not pass for the real console. */
const TOKENS = `
:root {
  color-scheme: light dark;
  --ground: #f4f5f3;
  --surface: #fff;
  --raised: #fff;
  --sunken: #eef0ed;
  --line: #dfe3de;
  --line-strong: #c5ccc4;
  --text: #1b2320;
  --soft: #5a665f;
  --accent: #0b6b5d;
  --accent-text: #fff;
  --accent-soft: #e1f1ed;
  --accent-ink: #08574c;
  --danger: #a5322b;
  --danger-soft: #fbebe9;
  --warn-ground: #fff4d6;
  --warn-line: #ecd28a;
  --warn-ink: #6a4a00;
  --ribbon: #3b2a63;
  --ribbon-ink: #f3edff;
  --shadow: 0 1px 2px rgb(20 30 25 / 5%), 0 6px 20px rgb(20 30 25 / 5%);
  --shadow-high: 0 12px 48px rgb(20 30 25 / 24%);
  --radius: 12px;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Hiragino Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #111513;
    --surface: #191f1c;
    --raised: #1f2623;
    --sunken: #141917;
    --line: #2b3430;
    --line-strong: #414d47;
    --text: #e7ece9;
    --soft: #9daaa3;
    --accent: #4cc2ad;
    --accent-text: #06211c;
    --accent-soft: #17342e;
    --accent-ink: #7fdccb;
    --danger: #f08f86;
    --danger-soft: #3a1f1d;
    --warn-ground: #33290f;
    --warn-line: #5f4c1a;
    --warn-ink: #f1d58b;
    --ribbon: #37285c;
    --shadow: 0 1px 2px rgb(0 0 0 / 30%);
    --shadow-high: 0 16px 56px rgb(0 0 0 / 60%);
  }
}
`;

const BASE = `
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { overflow-y: scroll; background: var(--ground); }
body { margin: 0; background: var(--ground); color: var(--text); font: 14px/1.55 var(--sans); -webkit-font-smoothing: antialiased; }
h1, h2, h3, p, ul, dl, dd { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: 24px; line-height: 1.25; letter-spacing: -0.015em; font-weight: 650; }
h2 { font-size: 15px; font-weight: 650; letter-spacing: -0.005em; }
h3 { font-size: 13.5px; font-weight: 600; }
p { color: var(--soft); text-wrap: pretty; }
a { color: var(--accent-ink); text-underline-offset: 3px; text-decoration-thickness: 1px; }
code { font: 12.5px/1.4 var(--mono); color: var(--soft); }
svg { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.3; stroke-linecap: round; stroke-linejoin: round; flex: none; }
form { margin: 0; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important; } }
`;

const FRAME = `
.skip { position: absolute; left: -9999px; top: 4px; z-index: 9; padding: 6px 12px; border-radius: 8px; background: var(--surface); color: var(--accent-ink); }
.skip:focus { left: 8px; }
main:focus { outline: none; }
.brand { display: flex; align-items: center; gap: 9px; font-weight: 600; }
.gear { display: grid; place-items: center; width: 34px; height: 34px; border-radius: 9px; color: var(--soft); }
.gear:hover { background: var(--sunken); color: var(--text); }
.gear svg { width: 21px; height: 21px; stroke-width: 1.5; }
.ribbon { display: flex; align-items: center; justify-content: center; gap: 8px; padding: 5px 16px; background: var(--ribbon); color: var(--ribbon-ink); font-size: 12px; font-weight: 550; letter-spacing: 0.01em; }
.ribbon-dot { width: 7px; height: 7px; border-radius: 50%; background: #f6c65b; }
.address { display: flex; align-items: center; gap: 10px; padding: 8px 20px; background: var(--sunken); border-bottom: 1px solid var(--line); color: var(--soft); }
.address input { flex: 1; min-width: 0; height: 30px; padding: 0 12px; border: 1px solid var(--line); border-radius: 15px; background: var(--surface); color: var(--text); font: 12.5px var(--mono); text-overflow: ellipsis; }
.top { display: flex; align-items: center; justify-content: space-between; gap: 16px; padding: 10px 20px; background: var(--surface); border-bottom: 1px solid var(--line); }
.account { display: flex; align-items: center; gap: 10px; }
.account-name { color: var(--soft); font-size: 13px; }
.avatar { display: grid; place-items: center; width: 30px; height: 30px; border-radius: 50%; background: var(--accent-soft); color: var(--accent-ink); font-size: 11px; font-weight: 650; flex: none; }
.mark { display: inline-block; width: 20px; height: 20px; border-radius: 6px; flex: none; background: conic-gradient(from 225deg, #f6c65b 0 25%, #0b6b5d 0 75%, #6d55b0 0); }
.mark.large { width: 44px; height: 44px; border-radius: 13px; }
.switcher { position: relative; }
.switcher summary { display: flex; align-items: center; gap: 9px; padding: 6px 10px; margin-left: -10px; border-radius: 9px; cursor: pointer; list-style: none; user-select: none; }
.switcher summary::-webkit-details-marker { display: none; }
.switcher summary:hover, .switcher[open] summary { background: var(--sunken); }
.switcher summary svg { color: var(--soft); width: 14px; height: 14px; }
.crumb { color: var(--soft); white-space: nowrap; }
.crumb.strong { color: var(--text); font-weight: 600; }
.slash { color: var(--line-strong); }
.menu { position: absolute; z-index: 5; top: calc(100% + 6px); left: -10px; width: 400px; max-height: min(540px, 74vh); overflow: auto; padding: 8px; background: var(--raised); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow-high); }
.menu section + section { margin-top: 6px; padding-top: 6px; border-top: 1px solid var(--line); }
.menu h2, .side h2 { padding: 8px 10px 4px; color: var(--soft); font-size: 11.5px; font-weight: 600; letter-spacing: 0.02em; }
.menu a { display: flex; justify-content: space-between; align-items: center; gap: 12px; padding: 7px 10px; border-radius: 8px; color: var(--text); text-decoration: none; }
.menu a code { font-size: 11px; }
.menu a:hover { background: var(--sunken); }
.menu a[aria-current] { background: var(--accent-soft); color: var(--accent-ink); font-weight: 600; }
.columns { display: grid; grid-template-columns: 212px minmax(0, 1fr); }
.side { padding: 18px 12px; border-right: 1px solid var(--line); min-height: calc(100vh - 132px); }
.side h2 { text-transform: uppercase; letter-spacing: 0.06em; font-size: 11px; }
.side h2:not(:first-child) { margin-top: 18px; }
.side a { display: block; padding: 6px 10px; border-radius: 8px; color: var(--soft); text-decoration: none; font-weight: 500; }
.side a:hover { background: var(--sunken); color: var(--text); }
.side a[aria-current] { background: var(--accent-soft); color: var(--accent-ink); font-weight: 600; }
main { padding: 28px 36px 64px; max-width: 900px; display: grid; gap: 18px; align-content: start; }
.heading { display: grid; gap: 4px; margin-bottom: 4px; }
.heading code { margin-left: 6px; }
.hint { font-size: 13px; }
.login { max-width: none; min-height: calc(100vh - 140px); place-content: center; padding: 32px; }
.login .card { width: 400px; max-width: 100%; padding: 36px; display: grid; gap: 16px; justify-items: start; }
.person { display: flex; align-items: center; gap: 12px; width: 100%; padding: 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--sunken); }
.person div { display: grid; line-height: 1.35; }
.person div span { color: var(--soft); font-size: 13px; }
`;

const PARTS = `
.card { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); }
.card-head { display: flex; align-items: flex-start; justify-content: space-between; gap: 24px; padding: 18px 22px; }
.card-head p { margin-top: 2px; font-size: 13px; }
.row { display: flex; align-items: flex-start; justify-content: space-between; gap: 24px; padding: 16px 22px; border-top: 1px solid var(--line); }
.row-text { display: grid; gap: 2px; min-width: 0; }
.row-head { display: flex; align-items: center; gap: 10px; }
.tools { display: flex; flex: none; flex-wrap: wrap; gap: 8px; justify-content: flex-end; }
.row-text p { font-size: 13px; }
.card-foot { display: flex; align-items: center; gap: 16px; padding: 14px 22px; border-top: 1px solid var(--line); background: var(--sunken); border-radius: 0 0 var(--radius) var(--radius); }
.card-foot p { font-size: 13px; }
.chips { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 8px; }
.chips li { padding: 3px 10px; border: 1px solid var(--line-strong); border-radius: 7px; background: var(--sunken); font: 12.5px/1.5 var(--mono); }
.badge { padding: 3px 10px; border-radius: 20px; background: var(--warn-ground); color: var(--warn-ink); border: 1px solid var(--warn-line); font-size: 12px; font-weight: 600; white-space: nowrap; }
.badge.calm { background: var(--accent-soft); color: var(--accent-ink); border-color: transparent; }
.notice { padding: 8px 12px; border: 1px solid var(--warn-line); border-radius: 8px; background: var(--warn-ground); color: var(--warn-ink); }
.spread { display: flex; align-items: center; gap: 10px; margin: 0 22px 16px; padding: 9px 14px; border-radius: 9px; background: var(--accent-soft); color: var(--accent-ink); font-size: 13px; }
.pulse { width: 8px; height: 8px; border-radius: 50%; background: currentColor; flex: none; animation: pulse 1.4s ease-in-out infinite; }
@keyframes pulse { 50% { opacity: 0.25; } }
.button { display: inline-flex; align-items: center; justify-content: center; height: 34px; padding: 0 14px; border: 1px solid var(--line-strong); border-radius: 9px; background: var(--raised); color: var(--text); font: 550 13.5px var(--sans); cursor: pointer; white-space: nowrap; flex: none; position: relative; transition: background 0.12s, border-color 0.12s; }
.button:hover:not(:disabled) { background: var(--sunken); border-color: var(--soft); }
.button:disabled { opacity: 0.5; cursor: not-allowed; }
.button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-text); }
.button.primary:hover:not(:disabled) { background: var(--accent); filter: brightness(1.08); }
.button.danger { color: var(--danger); }
.button.danger:hover:not(:disabled) { background: var(--danger-soft); border-color: var(--danger); }
.button.quiet { border-color: transparent; background: none; color: var(--soft); }
.button.small { height: 30px; padding: 0 12px; font-size: 12.5px; border-radius: 8px; }
.button.wide { width: 100%; height: 40px; }
.toast { display: flex; align-items: center; gap: 10px; padding: 11px 14px; border: 1px solid var(--accent); border-radius: 10px; background: var(--accent-soft); color: var(--accent-ink); font-weight: 550; animation: settle 0.25s ease-out; }
.toast span { flex: 1; }
@keyframes settle { from { opacity: 0; transform: translateY(-6px); } }
.close { border: 0; background: none; color: inherit; font: 18px/1 var(--sans); cursor: pointer; padding: 2px 6px; }
table { width: 100%; border-collapse: collapse; }
th { padding: 9px 22px; text-align: left; color: var(--soft); font-size: 12px; font-weight: 600; border-top: 1px solid var(--line); background: var(--sunken); }
td { padding: 9px 22px; border-top: 1px solid var(--line); font-variant-numeric: tabular-nums; }
td code { color: var(--text); }
.card > table:first-child th { border-top: 0; }
.card > table:first-child { border-radius: var(--radius) var(--radius) 0 0; overflow: hidden; }
dl { display: grid; grid-template-columns: 160px 1fr; border-top: 1px solid var(--line); padding: 14px 22px; gap: 10px; }
dt { color: var(--soft); }
.amount { padding: 0 22px 18px; color: var(--text); font-size: 30px; font-weight: 650; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
.empty { padding: 40px 22px; display: grid; gap: 8px; justify-items: center; text-align: center; }
dialog { width: 520px; max-width: calc(100vw - 48px); padding: 0; border: 1px solid var(--line); border-radius: 16px; background: var(--raised); color: var(--text); box-shadow: var(--shadow-high); }
dialog::backdrop { background: rgb(10 16 13 / 45%); }
.dialog-head { display: grid; gap: 10px; padding: 20px 22px 16px; }
.dialog-head h2 { font-size: 17px; }
.dialog-head p { font-size: 13px; }
.dialog-foot { display: flex; align-items: center; justify-content: flex-end; gap: 10px; padding: 14px 22px; border-top: 1px solid var(--line); background: var(--sunken); }
.dialog-foot [data-count] { margin-right: auto; color: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; }
.field { width: 100%; height: 38px; padding: 0 12px; border: 1px solid var(--line-strong); border-radius: 9px; background: var(--surface); color: var(--text); font: 14px var(--sans); }
.stack { display: grid; gap: 6px; font-weight: 550; }
.check { display: flex; align-items: center; gap: 10px; }
input[type="checkbox"] { width: 16px; height: 16px; margin: 0; accent-color: var(--accent); flex: none; }
.options { height: min(420px, 48vh); overflow: auto; padding: 6px 12px; border-top: 1px solid var(--line); }
.options label { display: flex; align-items: center; gap: 12px; padding: 7px 10px; border-radius: 8px; cursor: pointer; font: 13px var(--mono); }
.options label:hover { background: var(--sunken); }
.options label:has(:checked) { background: var(--accent-soft); color: var(--accent-ink); }
.no-match { padding: 16px 22px; font-size: 13px; }
@media (max-width: 760px) {
  .columns { grid-template-columns: 1fr; }
  .side { display: flex; flex-wrap: wrap; gap: 4px; min-height: 0; border-right: 0; border-bottom: 1px solid var(--line); }
  .side ul { display: flex; flex-wrap: wrap; }
  .side h2 { width: 100%; }
  main { padding: 20px; }
}
`;

export const STYLE = TOKENS + BASE + FRAME + PARTS;
