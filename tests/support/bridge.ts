import type { IocBridge } from '../../domain/contract/calls.ts';

declare global {
  interface Window {
    readonly ioc: IocBridge;
  }
}
