import * as v from 'valibot';
import { toMap } from '../../../src/map/messages';
import { MapFrame } from '../../../src/mapView/frame/mapFrame';
import { Model } from '../../../src/mapView/model';
import { CanvasGrid } from './canvasGrid';

/** The page of a map with its cells on a canvas, and everything else as it is: only to be measured (npm run bench -- map). */
let page: { readonly model: Model; readonly frame: MapFrame; readonly grid: CanvasGrid } | undefined;
const nothing = (): void => undefined;

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const { success, output } = v.safeParse(toMap, data);
  if (!success) return;
  if (output.type === 'open') {
    const model = new Model(output.texts, output.language, output.colour);
    const grid = new CanvasGrid(model);
    const events = { act: nothing, onto: nothing, onMode: nothing, onSave: nothing, onColour: nothing };
    page = {
      model,
      grid,
      frame: new MapFrame(model, [grid], { ...events, onTime: nothing, onFilter: nothing }),
    };
  }
  if (output.type === 'data' && page) {
    page.model.take(output.data);
    page.frame.show(undefined);
    page.frame.draw();
    page.grid.draw();
  }
});
