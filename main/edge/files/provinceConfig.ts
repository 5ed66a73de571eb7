import { ProvinceFileSchema, type ProvinceFile } from '../../../domain/contract/provinceFile.ts';
import { provinceProblems } from '../../../domain/contract/provinceRules.ts';
import { readJsonFile, type FileRead } from './jsonFile.ts';

/** Reads the province's file: its schema, and that everything it speaks of is in it. */
export function readProvinceFile(file: string): FileRead<ProvinceFile> {
  return readJsonFile(file, ProvinceFileSchema, provinceProblems);
}
