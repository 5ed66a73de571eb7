/** Scenes of one wall, the province's and the room's together. */
export const MOST_SCENES = 200;
/** Tiles of one scene. */
export const MOST_TILES = 256;
/** Steps of a draft that can be undone. */
export const UNDO_DEPTH = 200;
/** No side of a tile is shorter, mm. */
export const LEAST_SIDE_MM = 20;
