import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Pcode } from '../contracts/pcode.ts';

const FACTS = new URL('../../data/facts/', import.meta.url);

const ProvinceFact = z.object({
  code: Pcode,
  nameEn: z.string().min(1),
  nameKm: z.string().min(1),
  lng: z.number(),
  lat: z.number(),
  communes: z.number().int().positive(),
  villages: z.number().int().positive(),
  population2019: z.number().int().positive(),
});
export type ProvinceFact = z.infer<typeof ProvinceFact>;

const DistrictFact = z.object({ code: Pcode, nameEn: z.string().min(1), nameKm: z.string().min(1), lng: z.number(), lat: z.number() });
export type DistrictFact = z.infer<typeof DistrictFact>;

const CrossingFact = z.object({ id: z.string(), country: z.enum(['TH', 'VN', 'LA']), province: Pcode, lng: z.number(), lat: z.number() });
export type CrossingFact = z.infer<typeof CrossingFact>;

const DestinationFact = z.object({ country: z.enum(['TH', 'VN', 'LA']), province: z.string(), lng: z.number(), lat: z.number() });
export type DestinationFact = z.infer<typeof DestinationFact>;

export type Facts = {
  provinces: ProvinceFact[];
  districts: DistrictFact[];
  crossings: CrossingFact[];
  destinations: DestinationFact[];
};

/** Reads the re-entered facts the demonstration stands on (`data/facts/`, each with its source). */
export async function readFacts(): Promise<Facts> {
  const { provinces } = z.object({ provinces: z.array(ProvinceFact) }).parse(await readJson('provinces.json'));
  const { districts } = z.object({ districts: z.array(DistrictFact) }).parse(await readJson('districts.json'));
  const { crossings } = z.object({ crossings: z.array(CrossingFact) }).parse(await readJson('crossings.json'));
  const { destinations } = z.object({ destinations: z.array(DestinationFact) }).parse(await readJson('destinations.json'));
  return { provinces, districts, crossings, destinations };
}

async function readJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(name, FACTS), 'utf8'));
}
