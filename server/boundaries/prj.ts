/** Systems that maps of Cambodia come in, by their names in a `.prj` without signs. EPSG registry, v11. */
const BY_NAME: Readonly<Record<string, number>> = {
  wgs84: 4326,
  wgs1984: 4326,
  gcswgs1984: 4326,
  wgs84utmzone47n: 32_647,
  wgs1984utmzone47n: 32_647,
  wgs84utmzone48n: 32_648,
  wgs1984utmzone48n: 32_648,
  indian1960: 4131,
  gcsindian1960: 4131,
  indian1960utmzone48n: 3148,
  indian1960utmzone49n: 3149,
};

/**
 * EPSG number of the coordinate system in a shapefile's `.prj`: the one it states for the whole, else by its name.
 * Undefined when it is not known.
 * @example epsgOfPrj('PROJCS["WGS_1984_UTM_Zone_48N",…]') // 32648
 */
export function epsgOfPrj(text: string): number | undefined {
  const wkt = text.replace(/[\0\ufeff]/g, '').trim();
  const stated = /,\s*(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d{4,5})"?\s*\]\s*\]$/i.exec(wkt)?.[1];
  if (stated !== undefined) return Number(stated);
  const name = /^(?:PROJ|GEOG)(?:CS|CRS)\s*\[\s*"([^"]*)"/i.exec(wkt)?.[1];
  const plain = name?.toLowerCase().replace(/[^a-z0-9]/g, '') ?? '';
  return Object.hasOwn(BY_NAME, plain) ? BY_NAME[plain] : undefined;
}
