/** Gives the page one function for each call of the contract, and nothing else. */
import { contextBridge, ipcRenderer } from 'electron';
import { callNames } from './contract/names.ts';

contextBridge.exposeInMainWorld(
  'kiosk',
  Object.fromEntries(
    callNames.map((name) => [name, (input: unknown) => ipcRenderer.invoke(`call:${name}`, input)]),
  ),
);
