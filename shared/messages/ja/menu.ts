import type { menu as english } from '../en/menu';
import type { Messages } from '../shape';

export const menu: Messages<typeof english> = {
  file: 'ファイル',
  newDiagnosis: '新しい診断',
  openFile: 'ファイルを開く…',
  settings: '設定…',
  help: 'ヘルプ',
  shortcuts: 'キーボードショートカット',
  about: 'Model Access Doctor について',
  close: 'ウィンドウを閉じる',
  quit: '終了',
  edit: '編集',
  undo: '元に戻す',
  redo: 'やり直す',
  cut: '切り取り',
  copy: 'コピー',
  paste: '貼り付け',
  selectAll: 'すべて選択',
  view: '表示',
  resetZoom: '実際のサイズ',
  zoomIn: '拡大',
  zoomOut: '縮小',
  fullScreen: '全画面表示',
};
