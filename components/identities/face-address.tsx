/** "@rosa@bells.example": how somebody of another server is called there; nothing for those of this one. */
export function FaceAddress({ face }: { face: { handle: string; domain: string | null } }) {
  if (!face.domain) return null;
  return (
    <span className="face-address">
      @{face.handle}
      <wbr />@{face.domain}
    </span>
  );
}
