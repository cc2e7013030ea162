import type { Feature } from 'geojson';
import type { Collection } from './collection.ts';

const JSON_TYPE = 'application/json';
/** Media type of features. */
export const GEOJSON_TYPE = 'application/geo+json';
/** Media type of a description of fields. */
export const SCHEMA_TYPE = 'application/schema+json';
const OPENAPI_TYPE = 'application/vnd.oai.openapi+json;version=3.1';
/** Longitude, latitude, WGS 84: the only one there is. */
const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';

/** What of the standard is kept; the OpenAPI document is of 3.1, so the class of 3.0 is not claimed. */
export const CONFORMANCE = {
  conformsTo: [
    'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
    'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
  ],
};

type Link = { href: string; rel: string; type: string; title?: string };

/** The first page: where everything is. `origin` is the address the client knows the atlas by, without a path. */
export function toLandingPage(origin: string) {
  const links: Link[] = [
    { href: `${origin}/ogc`, rel: 'self', type: JSON_TYPE, title: 'This page' },
    { href: `${origin}/api/openapi.json`, rel: 'service-desc', type: OPENAPI_TYPE, title: 'The interface as an OpenAPI document' },
    { href: `${origin}/api/reference`, rel: 'service-doc', type: 'text/html', title: 'The interface as a page to read' },
    { href: `${origin}/ogc/conformance`, rel: 'conformance', type: JSON_TYPE, title: 'What of the standard is kept' },
    { href: `${origin}/ogc/collections`, rel: 'data', type: JSON_TYPE, title: 'Layers' },
  ];
  return {
    title: 'Safety Net Atlas',
    description:
      'Places, values, networks, workshops and border crossings as layers to read (OGC API Features). A place without a number has none, which is not zero; every feature says its edition and source, and whether its numbers are invented.',
    links,
  };
}

/** All layers. */
export function toCollectionList(origin: string, collections: readonly Collection[]) {
  const links: Link[] = [{ href: `${origin}/ogc/collections`, rel: 'self', type: JSON_TYPE }];
  return { links, collections: collections.map((collection) => toCollectionDocument(origin, collection)) };
}

/** One layer: what it holds, where and of when. */
export function toCollectionDocument(origin: string, { id, title, description, bbox, days }: Collection) {
  const links: Link[] = [
    { href: `${origin}/ogc/collections/${id}`, rel: 'self', type: JSON_TYPE },
    { href: `${origin}/ogc/collections/${id}/items`, rel: 'items', type: GEOJSON_TYPE, title },
    { href: `${origin}/ogc/collections/${id}/schema`, rel: 'describedBy', type: SCHEMA_TYPE },
  ];
  const spatial = bbox === null ? {} : { spatial: { bbox: [bbox], crs: CRS84 } };
  const temporal = days === undefined ? {} : { temporal: { interval: [days.map((day) => day && `${day}T00:00:00Z`)] } };
  return { id, title, description, itemType: 'feature', crs: [CRS84], extent: { ...spatial, ...temporal }, links };
}

/** The fields of a layer and their types, as JSON Schema: a client that looked at some features only would guess. */
export function toFieldSchema(origin: string, { id, title, fields }: Collection) {
  const properties = fields.map(({ key, label, explanation, holds }) => {
    const description = explanation === label ? label.km : `${explanation.en} ${explanation.km}`;
    return [key, { title: label.en, description, type: holds ?? 'string' }] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${origin}/ogc/collections/${id}/schema`,
    title,
    type: 'object',
    properties: { properties: { type: 'object', properties: Object.fromEntries(properties) } },
  };
}

type Page = { url: URL; features: readonly Feature[]; matched: number; limit: number; offset: number };

/** A page of a layer's features, with a link to the next one while there is one. */
export function toFeaturePage({ url, features, matched, limit, offset }: Page) {
  const pageAt = (start: number) => {
    const page = new URL(url);
    page.searchParams.set('limit', String(limit));
    page.searchParams.set('offset', String(start));
    return page.href;
  };
  const next = offset + limit < matched ? [{ href: pageAt(offset + limit), rel: 'next', type: GEOJSON_TYPE }] : [];
  const previous = offset > 0 ? [{ href: pageAt(Math.max(0, offset - limit)), rel: 'prev', type: GEOJSON_TYPE }] : [];
  const collection = { href: `${url.origin}${url.pathname.replace(/\/items$/, '')}`, rel: 'collection', type: JSON_TYPE };
  return {
    type: 'FeatureCollection',
    timeStamp: new Date().toISOString(),
    numberMatched: matched,
    numberReturned: features.length,
    links: [{ href: url.href, rel: 'self', type: GEOJSON_TYPE }, ...next, ...previous, collection],
    features,
  };
}

/** One feature with its way back to its layer. */
export function toFeatureDocument(url: URL, feature: Feature) {
  const collection = `${url.origin}${url.pathname.replace(/\/items\/[^/]*$/, '')}`;
  const links: Link[] = [
    { href: url.href, rel: 'self', type: GEOJSON_TYPE },
    { href: collection, rel: 'collection', type: JSON_TYPE },
  ];
  return { ...feature, links };
}
