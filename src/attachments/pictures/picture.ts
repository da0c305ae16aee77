/** A picture without what it says of its camera, owner and place. */
export interface Picture {
  content: Uint8Array
  /** The TIFF structure that its Exif data was, where it had some. */
  exif: Uint8Array | null
  width: number
  height: number
}

/** Takes a picture apart and puts together again only what is needed to show it; `turned` is a mark of how it is to be turned. */
export type CleanPicture = (content: Buffer, orientationOf: (exif: Uint8Array) => Promise<number>) => Promise<Picture>
