import './storyprint.css';
import { h } from '../elements/dom.ts';
import { themeButton } from '../elements/theme.ts';
import { texts } from '../texts/texts.ts';
import { Ring, type RingData } from './ring.ts';

const data = JSON.parse(document.getElementById('kinolux-data')?.textContent ?? '{}') as RingData;
const ring = new Ring(document.querySelector('svg.storyprint') as SVGElement, data, true);

document.body.append(
  h('header', { class: 'top-bar' }, h('span', { class: 'brand' }, h('i', { 'aria-hidden': 'true' }), texts.product), h('h1', {}, data.title), themeButton()),
  h('main', {}, ring.view, ring.side));
